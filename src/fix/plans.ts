import type { FixPlan, Frame, Location, Severity, ShellLine } from '../core/claim.ts';
import type { CheckOptions } from '../core/fact.ts';
import type { ToolUse } from '../facts/generation/tools.ts';
import type { Setting } from '../facts/go/settings.ts';

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
