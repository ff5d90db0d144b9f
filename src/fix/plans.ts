import type { Edit, Evidence, FixPlan, Frame, Location, Severity, ShellLine } from '../core/claim.ts';
import type { CheckOptions } from '../core/fact.ts';
import type { Text } from '../core/outcome.ts';
import type { ToolUse } from '../facts/generation/tools.ts';
import type { Setting } from '../facts/go/settings.ts';
import { type GoFlag, parseGoFlags } from '../read/go/go-flags.ts';

/** What a broken or missing generator means: an error when code has to be generated, else what it means otherwise. */
export function generatorSeverity(lacksCode: boolean, options: CheckOptions, otherwise: Severity): Severity {
  return lacksCode || options.purpose !== 'build' ? 'error' : otherwise;
}

/** The line that puts a folder on PATH, for each shell and for CI. Shown only: nobody's shell files are edited. */
export function pathLines(folder: string, windows: boolean): ShellLine[] {
  const power = { shell: 'PowerShell', line: `$env:Path = "${folder};$env:Path"` };
  if (windows) return [power, { shell: 'cmd', line: `set PATH=${folder};%PATH%` }];
  return [
    { shell: 'bash, zsh', line: `export PATH="${folder}:$PATH"` },
    { shell: 'fish', line: `fish_add_path ${folder}` },
    power,
    { shell: 'GitHub Actions', line: `echo "${folder}" >> "$GITHUB_PATH"` },
  ];
}

/** How to take a Go setting back, by where it was made. Only what `go env -w` wrote can be undone by a command. */
export function unsetSetting(setting: Setting): FixPlan {
  const data = { name: setting.name, source: setting.source };
  if (setting.origin === 'goenv') {
    const argv = ['go', 'env', '-u', setting.name];
    return { kind: 'command', safety: 'safe', title: { key: 'common.unset-goenv', data }, argv, network: false };
  }
  return {
    kind: 'text',
    safety: 'manual',
    title: { key: 'common.unset-variable', data },
    lines: [
      { shell: 'bash, zsh', line: `unset ${setting.name}` },
      { shell: 'fish', line: `set -e ${setting.name}` },
      { shell: 'PowerShell', line: `Remove-Item Env:${setting.name}` },
    ],
  };
}

/**
 * As {@link unsetSetting}, for a value with which `go env -u` does not run either (measured: a GOROOT that does not exist, a
 * relative GOPATH, a GOTOOLCHAIN that is no name): the line in the file becomes a comment.
 */
export function strikeSetting(setting: Setting): FixPlan {
  const { name, value, source, line } = setting;
  if (line === undefined) return unsetSetting(setting);
  const text = `${name}=${value}`;
  return {
    kind: 'edit',
    safety: 'safe',
    title: { key: 'common.strike-goenv', data: { name, source } },
    edits: [{ file: source, line, text, before: text, after: `#${text}` }],
  };
}

/** Writes a setting, or says how where a variable of the shell would win over what is written. */
export function setSetting(name: string, value: string, origin: Setting['origin'] | undefined, title: Text): FixPlan {
  if (origin !== 'environment')
    return { kind: 'command', safety: 'safe', title, argv: ['go', 'env', '-w', `${name}=${value}`], network: false };
  return {
    kind: 'text',
    safety: 'manual',
    title,
    lines: [
      { shell: 'bash, zsh', line: `export ${name}='${value.replaceAll("'", "'\\''")}'` },
      { shell: 'fish', line: `set -x ${name} '${value.replaceAll("'", "\\'")}'` },
      { shell: 'PowerShell', line: `$env:${name} = '${value.replaceAll("'", "''")}'` },
    ],
  };
}

/** Takes the flags that are at fault out of GOFLAGS. The others stay; only where there are none the whole setting goes. */
export function dropFlags(setting: Setting, atFault: (flag: GoFlag) => boolean): FixPlan {
  const flags = parseGoFlags(setting.value) ?? [];
  const faulty = flags.filter(atFault);
  if (faulty.length === 0 || faulty.length === flags.length) return unsetSetting(setting);
  const rest = flags.filter((flag) => !atFault(flag)).map(({ text }) => text);
  const title = {
    key: `common.drop-flag-${setting.origin === 'goenv' ? 'goenv' : 'variable'}`,
    data: { flag: faulty.map(({ text }) => text).join(' '), name: setting.name, source: setting.source },
  };
  // A secret that is masked here cannot be written.
  if (rest.some((text) => text.includes('***'))) return { kind: 'text', safety: 'manual', title };
  return setSetting(setting.name, rest.join(' '), setting.origin, title);
}

/** One command without the go.work that is in force. */
export function withoutWorkspace(command: string, title: string): FixPlan {
  return {
    kind: 'text',
    safety: 'manual',
    title: { key: title },
    lines: [
      { shell: 'bash, zsh', line: `GOWORK=off ${command}` },
      { shell: 'PowerShell', line: `$env:GOWORK = "off"; ${command}` },
    ],
  };
}

/** Installs a program at one version. It changes the machine and needs the network, so it is never done unasked. */
export function goInstall(pluginPackage: string, version: string): FixPlan {
  return {
    kind: 'command',
    safety: 'unsafe',
    title: { key: 'common.go-install', data: { package: pluginPackage, version } },
    argv: ['go', 'install', `${pluginPackage}@${version}`],
    network: true,
  };
}

/** A command in the folder of a module. */
export function inModule(dir: string, argv: readonly string[], title: string, network: boolean): FixPlan {
  return {
    kind: 'command',
    safety: 'unsafe',
    title: { key: title },
    argv,
    ...(dir !== '.' && { cwd: dir }),
    network,
  };
}

/** Where a setting stands, as a location of a report. */
export function settingPlace(setting: Setting): { file: string; line: number } | { env: string } {
  return setting.line === undefined ? { env: setting.name } : { file: setting.source, line: setting.line };
}

/** A setting as evidence: where it stands and what it says. */
export function settingEvidence({ name, value, source, line }: Setting): Evidence {
  return { source, ...(line !== undefined && { line }), text: `${name}=${value}` };
}

/** True for the name of a protoc plugin. */
export function isPlugin(name: string): boolean {
  return name.startsWith('protoc-gen-');
}

/** Where a generation step starts a tool, with the line that does it. */
export function usePlace({ step, plugin }: ToolUse): { location: Location; frame: Frame } {
  return {
    location: { file: step.file, line: plugin?.line ?? step.line, column: plugin?.column ?? step.column },
    frame: { text: plugin?.text ?? step.text },
  };
}

/** Lines that come to stand before a line of a file. */
export function linesBefore(
  { file, line, text }: Pick<Edit, 'file' | 'line' | 'text'>,
  added: readonly string[],
): Edit {
  return { file, line, text, before: text, after: [...added, text].join('\n') };
}
