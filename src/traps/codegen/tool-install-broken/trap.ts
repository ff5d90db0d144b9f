import type { Claim, FixPlan } from '../../../core/claim.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type PlacedInstall, placedInstalls } from '../../../facts/deploy/install-surroundings.ts';
import { grpcPluginPackage } from '../../../knowledge/names.ts';
import { newestPlugin } from '../../../knowledge/questions.ts';
import {
  firstWithoutGetInstalls,
  isKnownTool,
  isNoCommand,
  isNoRelease,
  isReleaseOfGrpc,
  packageOfTool,
  toolModuleOf,
} from '../../../knowledge/tools.ts';
import { compareGo } from '../../../read/go/go-version.ts';
import { majorOfPath } from '../../../read/modules/module-version.ts';
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
    return faults.flatMap(({ fault, one }, at) => {
      // Several `go get` lines of one file are one thing to mend.
      const same = faults.filter((other) => other.fault === fault && other.one.install.file === one.install.file);
      if (!fault.startsWith('get')) return [claim(subject, one, fault, [one])];
      return faults[at] === same[0]
        ? [
            claim(
              subject,
              one,
              fault,
              same.map((other) => other.one),
            ),
          ]
        : [];
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

function claim(subject: Subject, one: PlacedInstall, fault: Fault, same: readonly PlacedInstall[]): Claim {
  const { install } = one;
  const { file, line, column, package: path, version = '', lineText } = install;
  const names = [...new Set(same.map(({ install: other }) => other.name))].join(', ');
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
    evidence: same.map(({ install: other }) => ({ source: other.file, line: other.line, text: other.lineText.trim() })),
    causes: [{ kind: 'tool-not-installed', about: same.map(({ install: other }) => other.name) }],
    fixes: fixes(fault, same),
    verify: {
      argv: ['grpc-doctor', 'check', '--only', 'tool-install-broken'],
      expect: { key: 'common.check-again' },
    },
    about: `${path} ${fault}`,
  };
}

function fixes(fault: Fault, same: readonly PlacedInstall[]): FixPlan[] {
  const [first] = same;
  const edits = same.flatMap(({ install }) => {
    const { before, after } = replacement(install, fault) ?? { before: '', after: '' };
    const { file, line, lineText: text } = install;
    return before !== '' && text.includes(before) ? [{ file, line, text, before, after }] : [];
  });
  const after = edits[0]?.after ?? '';
  const shown = first ? (packageOfTool(first.install.name) ?? first.install.package) : '';
  const lines = [{ shell: 'sh', line: `go install ${shown}@VERSION` }];
  return [
    ...(edits.length > 0
      ? [{ kind: 'edit', safety: 'unsafe', title: { key: 'fix-write', data: { after } }, edits } as const]
      : []),
    { kind: 'text', safety: 'manual', title: { key: 'fix-line' }, lines },
  ];
}

/** What to write instead, and where it stands in the line; undefined where nobody knows. */
function replacement(
  { package: path, version = '', name }: PlacedInstall['install'],
  fault: Fault,
): { before: string; after: string } | undefined {
  const module = toolModuleOf(path) ?? path;
  if (fault === 'without-v') return { before: `@${version}`, after: `@v${version}` };
  if (fault === 'major') {
    const right = `${module.replace(/\/v\d+$/, '')}/${/^v\d+/.exec(version)?.[0]}`;
    return { before: path, after: path.replace(module, right) };
  }
  if (fault === 'package') {
    const right = packageOfTool(name);
    return right === undefined || right === path ? undefined : { before: path, after: right };
  }
  // Flags of `go get` mean nothing to `go install`, so the package has to follow at once.
  const release = version || newestPlugin(path);
  const get = version ? `go get ${path}@${version}` : `go get ${path}`;
  return fault.startsWith('get') && release ? { before: get, after: `go install ${path}@${release}` } : undefined;
}

export default trap;
