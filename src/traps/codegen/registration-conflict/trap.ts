import type { Claim, Evidence, FixPlan, Location, Severity } from '../../../core/claim.ts';
import type { Text } from '../../../core/outcome.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import {
  type ConflictSide,
  type RegistrationConflict,
  type RegistrationConflicts,
  registrationConflicts,
} from '../../../facts/linking/conflicts.ts';
import type { Root } from '../../../facts/linking/linked.ts';
import { type BuildList, buildList } from '../../../facts/modules/build-list.ts';
import { liesBesideTheProduct } from '../../../facts/source/own-code.ts';
import { protobufModule } from '../../../knowledge/names.ts';
import { conflictPolicy, firstPanickingRelease, panicsOnConflict } from '../../../knowledge/registration.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** Two packages of one program register the same .proto file, or the same name. */
const trap: Trap = defineTrap({
  id: 'registration-conflict',
  group: 'codegen',
  subject: 'module',
  needs: { found: registrationConflicts, list: buildList },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { found, list }, subject }) =>
    (found?.conflicts ?? [])
      .slice(0, shown)
      .map((conflict) => claimOf(conflict, found as RegistrationConflicts, list, subject)),
});

/** Whoever mends the first ones looks again. */
const shown = 5;

/** What becomes of it: it panics, or is allowed to go on, or the runtime is too old to panic. */
type Effect = 'panics' | 'allowed' | 'warns';

function effectOf({ runtime, policies }: RegistrationConflicts): Effect {
  if (runtime !== undefined && !panicsOnConflict(runtime)) return 'warns';
  return policies.length > 0 ? 'allowed' : 'panics';
}

function claimOf(
  conflict: RegistrationConflict,
  found: RegistrationConflicts,
  list: BuildList | undefined,
  subject: Subject,
): Claim {
  const [root] = conflict.roots as [Root];
  const [first, second] = conflict.sides;
  const effect = effectOf(found);
  const data = {
    root: labelOf(root),
    roots: conflict.roots.length,
    name: conflict.name,
    extends: conflict.extends ?? '',
    first: first.package.path,
    second: second.package.path,
    file: second.file.file.name,
    count: conflict.count,
    runtime: found.runtime ?? '',
    since: firstPanickingRelease,
  };
  const text = (key: string): Text => ({ key, data });
  const protobuf = list?.modules.get(protobufModule);
  return {
    subject,
    severity: severityOf(effect, root),
    confidence: list?.confidence === 'proven' || conflict.sides.every(isOwn) ? 'proven' : 'likely',
    title: text(root.kind === 'tests' ? 'title-tests' : `title-${conflict.kind}`),
    why: text(whyOf(conflict)),
    bites: text(effect === 'panics' ? `bites-panics-${textOf(conflict)}` : `bites-${effect}`),
    location: placeOf(conflict),
    evidence: [
      ...conflict.sides.map(
        (side): Evidence => ({ source: side.file.path, line: side.file.line, text: quoteOf(conflict, side) }),
      ),
      ...conflict.ways.map(
        (way): Evidence => ({ source: data.root, text: (way.length > 1 ? way.slice(1) : way).join(' > ') }),
      ),
      ...(protobuf?.version === undefined
        ? []
        : [
            {
              source: protobuf.file,
              ...(protobuf.line && { line: protobuf.line }),
              text: `${protobufModule} ${protobuf.version}`,
            },
          ]),
      ...found.policies.slice(0, 1).map(
        ({ file, line, text: quoted }): Evidence => ({
          source: file,
          ...(line !== undefined && { line }),
          text: quoted,
        }),
      ),
    ],
    causes: [
      {
        kind: 'program-panics-at-start',
        about: [conflict.name, ...conflict.sides.filter(isOwn).map(({ file }) => file.path)],
      },
    ],
    fixes: [...fixesFor(conflict, data), ...(effect === 'panics' ? [stopgap(root, data)] : [])],
    verify: verifyBy(root),
    about: `${first.package.path} ${second.package.path}`,
  };
}

/** A test binary, and an example, are not what is delivered. */
function severityOf(effect: Effect, { kind, package: own }: Root): Severity {
  if (effect !== 'panics') return 'warning';
  return kind === 'tests' || liesBesideTheProduct(`${own.folder ?? ''}/x`) ? 'warning' : 'error';
}

/** The folder says more than a long import path; that of the module's root says nothing. */
function labelOf({ package: { folder, path } }: Root): string {
  return folder === undefined || folder === '.' ? path : folder;
}

function isOwn({ package: { folder } }: ConflictSide): boolean {
  return folder !== undefined;
}

function whyOf({ kind, name, copies }: RegistrationConflict): string {
  if (copies) return 'why-copy';
  if (kind === 'file') return name.includes('/') ? 'why-file' : 'why-file-short';
  return `why-${kind}`;
}

/** Code of plugins before 1.20 registers its messages one by one, before the file that they are of. */
function textOf({ kind, symbol, sides: [, second] }: RegistrationConflict): string {
  return kind === 'symbol' && symbol === 'message' && second.file.registry === 'old' ? 'message' : kind;
}

/** In the project, where one of the two is; else where the program takes the first step to the second. */
function placeOf({ sides, ways: [, way], roots }: RegistrationConflict): Location {
  const own = sides.findLast(isOwn);
  if (own) return { file: own.file.path, line: own.file.line };
  const root = roots[0]?.package;
  const step = [...(root?.imports ?? []), ...(root?.testImports ?? [])].find(({ path }) => path === way[1]);
  return step ? { file: step.file, line: step.line } : {};
}

function quoteOf(
  { kind, name, symbol, extends: message }: RegistrationConflict,
  { file: { file } }: ConflictSide,
): string {
  if (kind === 'file') return `source: ${name}`;
  if (kind === 'extension') return `${file.name}: extend ${message} { … = ${name}; }`;
  const isPackage = file.package === name || file.package.startsWith(`${name}.`);
  return `${file.name}: ${isPackage ? `package ${file.package}` : `${symbol === 'enum-value' ? 'enum value' : symbol} ${name}`}`;
}

function fixesFor(conflict: RegistrationConflict, data: Readonly<Record<string, string | number>>): FixPlan[] {
  const { kind, copies, sides } = conflict;
  const plan = (key: string, more: Readonly<Record<string, string>> = {}): FixPlan => ({
    kind: 'text',
    safety: 'manual',
    title: { key, data: { ...data, ...more } },
  });
  const own = sides.findLast(isOwn);
  if (!own) return [plan('fix-dependencies')];
  const other = sides.find((side) => side !== own)?.package.path ?? '';
  const copied = copies ? [plan('fix-copy', { own: own.file.path, other })] : [];
  if (kind !== 'file') return [...copied, plan(`fix-${kind}`, { own: own.file.file.name })];
  return [
    ...copied,
    plan('fix-file', {
      own: own.file.path,
      longer: longerName(
        own,
        sides.find((side) => side !== own),
      ),
    }),
  ];
}

/** The name of the file with the folders of its Go code before it, as many as tell it from the other one. */
function longerName(
  { package: { folder = '' }, file: { file } }: ConflictSide,
  other: ConflictSide | undefined,
): string {
  const base = file.name.slice(file.name.lastIndexOf('/') + 1);
  const above = folder === '.' ? [] : folder.split('/');
  const last = above.at(-1);
  const alike = last !== undefined && last === other?.package.path.split('/').at(-1);
  return [...above.slice(alike ? -2 : -1), base].join('/');
}

function stopgap(root: Root, data: Readonly<Record<string, string | number>>): FixPlan {
  const [warn] = conflictPolicy.values;
  const what = root.package.folder === undefined || root.package.folder === '.' ? '.' : `./${root.package.folder}`;
  return {
    kind: 'text',
    safety: 'manual',
    title: { key: 'fix-stopgap', data },
    lines: [
      { shell: 'bash, zsh', line: `export ${conflictPolicy.environment}=${warn}` },
      { shell: 'PowerShell', line: `$env:${conflictPolicy.environment} = '${warn}'` },
      { shell: 'go', line: `go build -ldflags "-X ${conflictPolicy.linker}=${warn}" ${what}` },
    ],
  };
}

function verifyBy({ kind, package: { folder = '.' } }: Root): Claim['verify'] {
  const what = folder === '.' ? '.' : `./${folder}`;
  return { argv: ['go', kind === 'program' ? 'run' : 'test', what], expect: { key: 'verify' } };
}

export default trap;
