import type { Confidence, FixPlan, Severity } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type GoSettings, goSettings } from '../../../facts/go/settings.ts';
import { loadedRequirements } from '../../../facts/modules/loaded.ts';
import { moduleFile } from '../../../facts/modules/modules.ts';
import { type PrivateModule, privateModules } from '../../../facts/modules/private-modules.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A private module is required, and the go command would ask the public proxy and checksum database of it. */
const trap: Trap = defineTrap({
  id: 'private-module-auth',
  group: 'module',
  subject: 'module',
  needs: { modules: privateModules, file: moduleFile, settings: goSettings, loaded: loadedRequirements },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject }) =>
    (facts.modules ?? []).map((one) => {
      const { requirement, host, kind, asked } = one;
      const { path, version = '', required } = requirement;
      const line = requirement.replacement?.line ?? requirement.line;
      const file = facts.file?.file ?? 'go.mod';
      const needed = facts.loaded?.imported.has(required) === true;
      const data = { path, version, host, asked: asked ?? '', answer: one.answer ?? '' };
      return {
        subject,
        severity: severityOf(kind, needed),
        confidence: confidenceOf(kind),
        title: { key: `title-${kind}`, data },
        why: { key: `why-${kind}`, data },
        bites: { key: bitesOf[kind], data },
        location: { file, line },
        frame: { text: facts.file?.lines[line - 1]?.trim() ?? '', mark: path },
        evidence: [
          { source: file, line, text: `${path} ${version}` },
          ...(asked ? [{ source: asked, text: one.answer ?? 'not found' }] : []),
          ...settingsOf(facts.settings),
        ],
        causes: [{ kind: 'module-access-denied' as const, about: [required, path] }],
        fixes: fixes(kind, facts.settings, host),
        verify: { argv: ['go', 'mod', 'download', `${path}@${version}`], expect: { key: 'common.build-passes' } },
        about: path,
      };
    }),
});

const bitesOf: Readonly<Record<PrivateModule['kind'], string>> = {
  database: 'bites-database',
  'unknown-to-proxy': 'bites-database',
  unnamed: 'bites-database',
  login: 'bites-login',
  refused: 'bites-login',
  unreachable: 'bites-unreachable',
};

function fixes(kind: PrivateModule['kind'], settings: GoSettings | undefined, host: string): FixPlan[] {
  if (kind === 'login') return [login(host), name(kind, settings, host)];
  if (kind === 'refused') return [login(host)];
  if (kind === 'unreachable')
    return [{ kind: 'text', safety: 'manual', title: { key: 'fix-network', data: { host } } }];
  return [name(kind, settings, host), login(host)];
}

/** Only a host that no public service can reach makes it certain; a name that looks like one is a guess. */
function severityOf(kind: PrivateModule['kind'], needed: boolean): Severity {
  if (kind === 'database' || kind === 'unreachable') return needed ? 'error' : 'warning';
  return kind === 'unknown-to-proxy' || kind === 'refused' ? 'warning' : 'info';
}

function confidenceOf(kind: PrivateModule['kind']): Confidence {
  if (kind === 'database' || kind === 'unreachable') return 'proven';
  return kind === 'unknown-to-proxy' || kind === 'refused' ? 'likely' : 'possible';
}

function settingsOf(settings: GoSettings | undefined) {
  return ['GOPRIVATE', 'GONOSUMDB', 'GONOPROXY'].flatMap((variable) => {
    const setting = settings?.set.get(variable);
    if (!setting) return [];
    const { source, line, value } = setting;
    return [{ source, ...(line && { line }), text: `${variable}=${value}` }];
  });
}

/** Names the host as private, beside what is named already. Of a host with no public name nobody loses a check by it. */
function name(kind: PrivateModule['kind'], settings: GoSettings | undefined, host: string): FixPlan {
  const before = settings?.set.get('GOPRIVATE');
  const value = before?.value ? `${before.value},${host}` : host;
  // `go env -w` gives way to a variable of the shell.
  if (before?.origin !== 'environment') {
    const argv = ['go', 'env', '-w', `GOPRIVATE=${value}`];
    const safety = kind === 'database' ? 'safe' : 'unsafe';
    return { kind: 'command', safety, title: { key: 'fix-private', data: { host } }, argv, network: false };
  }
  return {
    kind: 'text',
    safety: 'manual',
    title: { key: 'fix-private', data: { host } },
    lines: [
      { shell: 'bash, zsh', line: `export GOPRIVATE=${value}` },
      { shell: 'PowerShell', line: `$env:GOPRIVATE = "${value}"` },
      { shell: 'GitHub Actions', line: `echo "GOPRIVATE=${value}" >> "$GITHUB_ENV"` },
    ],
  };
}

function login(host: string): FixPlan {
  return {
    kind: 'text',
    safety: 'manual',
    title: { key: 'fix-login', data: { host } },
    lines: [
      { shell: 'SSH', line: `git config --global url."ssh://git@${host}/".insteadOf "https://${host}/"` },
      { shell: '.netrc', line: `machine ${host} login USER password TOKEN` },
    ],
  };
}

export default trap;
