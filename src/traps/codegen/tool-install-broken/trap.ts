import type { Claim, FixPlan } from '../../../core/claim.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type PlacedInstall, placedInstalls } from '../../../facts/deploy/install-surroundings.ts';
import { grpcPluginPackage } from '../../../knowledge/names.ts';
import {
  firstWithoutGetInstalls,
  isKnownTool,
  isNoCommand,
  isNoRelease,
  isReleaseOfGrpc,
  packageOfTool,
  toolModuleOf,
} from '../../../knowledge/tools.ts';
import { compareGo } from '../../../read/go-version.ts';
import { majorOfPath } from '../../../read/module-version.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A line that installs a generator or a linter cannot work, whatever machine it runs on. */
const trap: Trap = defineTrap({
  id: 'tool-install-broken',
  group: 'codegen',
  subject: 'project',
  needs: { placed: placedInstalls },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { placed = [] }, subject }) => {
    const installed = new Set(placed.filter(({ install }) => install.verb === 'install').map(keyOf));
    const faults = placed.flatMap((one) => {
      const fault = isKnownTool(one.install.package, one.install.name) ? faultOf(one, installed) : undefined;
      return fault ? [{ fault, one }] : [];
    });
    const commands = new Set<string>();
    return faults.flatMap(({ fault, one }) => {
      // `go get` of several tools is one command, and one fault.
      const command = `${one.install.file} ${one.install.text} ${fault}`;
      if (fault.startsWith('get') && commands.has(command)) return [];
      commands.add(command);
      return [
        claim(
          subject,
          one,
          fault,
          faults.filter((other) => other.one.install.text === one.install.text),
        ),
      ];
    });
  },
});

type Fault =
  | 'package'
  | 'grpc-version'
  | 'version'
  | 'major'
  | 'without-v'
  | 'get'
  | 'get-outside'
  | 'no-module'
  | 'not-required';

function keyOf({ install }: PlacedInstall): string {
  return `${install.file} ${install.package}`;
}

function faultOf(one: PlacedInstall, installed: ReadonlySet<string>): Fault | undefined {
  const { verb, version, package: path, text } = one.install;
  if (/\bGO111MODULE=["']?off\b/.test(text)) return undefined;
  if (isNoCommand(path)) return 'package';
  const module = toolModuleOf(path);
  if (version !== undefined && module !== undefined) {
    if (/^\d+\.\d+/.test(version)) return 'without-v';
    if (isReleaseOfGrpc(module, version)) return 'grpc-version';
    if (isNoRelease(module, version)) return 'version';
    if (isOfOtherMajor(module, version)) return 'major';
  }
  if (verb === 'get') return installed.has(keyOf(one)) ? undefined : getFault(one);
  if (version !== undefined || verb !== 'install') return undefined;
  if (one.module === 'none') return 'no-module';
  return path === grpcPluginPackage && one.provided === false ? 'not-required' : undefined;
}

/** `go get` built and installed commands up to Go 1.17. */
function getFault({ go, module }: PlacedInstall): Fault | undefined {
  if (go === undefined || compareGo(go, firstWithoutGetInstalls) < 0) return undefined;
  return module === 'none' ? 'get-outside' : 'get';
}

/** `github.com/x/y@v2.0.0`: from version 2 on the path ends in `/v2`. */
function isOfOtherMajor(module: string, version: string): boolean {
  const major = /^v(\d+)\./.exec(version)?.[1];
  const wanted = majorOfPath(module);
  if (major === undefined || wanted === undefined) return false;
  return wanted === '' ? Number(major) > 1 : wanted !== `v${major}`;
}

function claim(
  subject: Subject,
  one: PlacedInstall,
  fault: Fault,
  same: readonly { readonly one: PlacedInstall }[],
): Claim {
  const { install } = one;
  const { file, line, column, package: path, version = '', lineText } = install;
  const names = [...new Set(same.map(({ one: { install: other } }) => other.name))].join(', ');
  const module = toolModuleOf(path) ?? '';
  const data = { package: path, version, at: version === '' ? '' : `@${version}`, module, names, go: one.go ?? '' };
  return {
    subject,
    severity: fault === 'get' ? 'warning' : 'error',
    confidence: install.place === 'script' && fault === 'get' ? 'proven' : 'likely',
    title: { key: `title-${fault}`, data },
    why: { key: `why-${fault}`, data },
    bites: { key: `bites-${fault}`, data },
    location: { file, line, column },
    frame: { text: lineText.trim(), mark: path },
    evidence: [{ source: file, line, text: install.text }],
    causes: [{ kind: 'tool-not-installed', about: same.map(({ one: { install: other } }) => other.name) }],
    fixes: fixes(install, fault),
    verify: {
      argv: ['grpc-doctor', 'check', '--only', 'tool-install-broken'],
      expect: { key: 'common.check-again' },
    },
    about: `${path} ${fault}`,
  };
}

function fixes(
  { file, line, lineText, package: path, version = '', name }: PlacedInstall['install'],
  fault: Fault,
): FixPlan[] {
  const right = packageOfTool(name);
  const edit = (before: string, after: string): FixPlan[] =>
    lineText.includes(before)
      ? [
          {
            kind: 'edit',
            safety: 'unsafe',
            title: { key: `fix-${fault}`, data: { after } },
            edits: [{ file, line, text: lineText, before, after }],
          },
        ]
      : [];
  const plans = {
    package: () => (right && right !== path ? edit(path, right) : []),
    'without-v': () => edit(`@${version}`, `@v${version}`),
    major: () =>
      edit(
        path,
        path.replace(
          toolModuleOf(path) ?? path,
          `${toolModuleOf(path)?.replace(/\/v\d+$/, '')}/${/^v\d+/.exec(version)?.[0]}`,
        ),
      ),
    get: () => edit('go get', 'go install'),
    'get-outside': () => edit('go get', 'go install'),
  } satisfies Partial<Record<Fault, () => FixPlan[]>>;
  const made = fault in plans ? plans[fault as keyof typeof plans]() : [];
  const shown = right ?? path;
  return [
    ...made,
    {
      kind: 'text',
      safety: 'manual',
      title: { key: 'fix-line' },
      lines: [{ shell: 'sh', line: `go install ${shown}@VERSION` }],
    },
  ];
}

export default trap;
