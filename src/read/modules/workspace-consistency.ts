import { compareGo } from '../go/go-version.ts';
import type { GoMod } from './go-mod.ts';
import type { Replacement } from './go-mod-syntax.ts';
import type { GoWork } from './go-work.ts';

/**
 * What keeps the go command from loading a workspace, for all its members:
 * - `work-unreadable`: go.work itself does not parse
 * - `pattern`: `use ./...`, which names a folder called `...`
 * - `missing`: a folder that is used has no go.mod
 * - `unreadable`: the go.mod of a member does not parse
 * - `nameless`: it has no module line
 * - `same-folder`: one folder is used twice
 * - `same-module`: two members have one module path
 * - `newer-go`: a member asks for a newer Go than go.work
 * - `member-replaced`: go.work replaces a member at all versions
 * - `conflicting-replacements`: two members replace one module by different ones, and go.work does not decide
 * - `never-published`: a member requires a version that nobody publishes, of another member too, and nothing replaces it
 */
export type WorkspaceProblemKind =
  | 'work-unreadable'
  | 'pattern'
  | 'missing'
  | 'unreadable'
  | 'nameless'
  | 'same-folder'
  | 'same-module'
  | 'newer-go'
  | 'member-replaced'
  | 'conflicting-replacements'
  | 'never-published';

/** A folder that go.work uses. */
export interface UsedFolder {
  /** As written behind `use`. */
  readonly path: string;
  /** Line of go.work. */
  readonly line: number;
  /** Absolute and normal: equal for equal folders. */
  readonly folder: string;
  /** What its go.mod says; undefined where there is none. */
  readonly mod?: GoMod | undefined;
  /** Targets of its local replacements, absolute and normal, by line. */
  readonly targets: ReadonlyMap<number, string>;
}

/** One problem, named at the member that has to change. */
export interface WorkspaceProblem<Used extends UsedFolder = UsedFolder> {
  readonly kind: WorkspaceProblemKind;
  /** The guilty member; undefined where go.work itself is at fault. */
  readonly member?: Used;
  /** The other one of two members that contradict each other. */
  readonly other?: Used;
  readonly file: 'go.mod' | 'go.work';
  /** Counts from 1; of the guilty member's go.mod, or of go.work. */
  readonly line: number;
  /** The line of the other member. */
  readonly otherLine?: number;
  /** What the go command says of the line, a module path, or a Go version, as the kind has it. */
  readonly text: string;
  /** For a required module its version; for replacements what each is replaced by. */
  readonly wanted?: string;
  readonly otherWanted?: string;
}

/** What depends on the go command that will load the workspace, and on modules outside of it. */
export interface WorkspaceRules {
  /** Go up to 1.20 lets a member ask for a newer Go than go.work. */
  readonly comparesGoLines: boolean;
  /** The go line of a go.work that has none. */
  readonly impliedGo: string;
  /** Versions that no module was ever published at. */
  readonly neverPublished: (path: string, version: string) => boolean;
}

/** All problems of a workspace, in the order in which the go command meets them. */
export function workspaceProblems<Used extends UsedFolder>(
  work: GoWork,
  used: readonly Used[],
  rules: WorkspaceRules,
): WorkspaceProblem<Used>[] {
  const unique = used.filter((one, index) => used.findIndex(({ folder }) => folder === one.folder) === index);
  return [
    ...unreadableWork<Used>(work),
    ...sameFolder(used),
    ...unique.flatMap(notLoaded),
    ...sameModule(unique),
    ...(rules.comparesGoLines ? newerGo(work, unique, rules.impliedGo) : []),
    ...memberReplaced(work, unique),
    ...conflictingReplacements(work, unique),
    ...neverPublished(work, unique, rules),
  ];
}

function unreadableWork<Used extends UsedFolder>({ errors, unknown }: GoWork): WorkspaceProblem<Used>[] {
  const first = firstProblem(errors, unknown);
  return first ? [{ kind: 'work-unreadable', file: 'go.work', ...first }] : [];
}

/** The go command lists every line; the first one is where to start. */
function firstProblem(errors: GoMod['errors'], unknown: GoMod['unknown']): { line: number; text: string } | undefined {
  const all = [
    ...errors.map(({ line, message }) => ({ line, text: message })),
    ...unknown.map(({ line, verb }) => ({ line, text: `unknown directive: ${verb}` })),
  ];
  return all.sort((a, b) => a.line - b.line)[0];
}

function sameFolder<Used extends UsedFolder>(used: readonly Used[]): WorkspaceProblem<Used>[] {
  return used.flatMap((member, index) => {
    const other = used.slice(0, index).find(({ folder }) => folder === member.folder);
    if (!other) return [];
    return [
      {
        kind: 'same-folder',
        member,
        other,
        file: 'go.work',
        line: member.line,
        otherLine: other.line,
        text: member.path,
      },
    ];
  });
}

function notLoaded<Used extends UsedFolder>(member: Used): WorkspaceProblem<Used>[] {
  const { mod } = member;
  const kind = /(?:^|[\\/])\.\.\.(?:[\\/]|$)/.test(member.path) ? 'pattern' : 'missing';
  if (!mod) return [{ kind, member, file: 'go.work', line: member.line, text: member.path }];
  const first = firstProblem(mod.errors, mod.unknown);
  if (first) return [{ kind: 'unreadable', member, file: 'go.mod', ...first }];
  return mod.module ? [] : [{ kind: 'nameless', member, file: 'go.mod', line: 1, text: member.path }];
}

function sameModule<Used extends UsedFolder>(used: readonly Used[]): WorkspaceProblem<Used>[] {
  return used.flatMap((member, index) => {
    const module = member.mod?.module;
    const other = used.slice(0, index).find(({ mod }) => module && mod?.module?.path === module.path);
    if (!module || !other) return [];
    const otherLine = other.mod?.module?.line ?? 1;
    return [{ kind: 'same-module', member, other, file: 'go.mod', line: module.line, otherLine, text: module.path }];
  });
}

function newerGo<Used extends UsedFolder>(
  work: GoWork,
  used: readonly Used[],
  impliedGo: string,
): WorkspaceProblem<Used>[] {
  const listed = work.go?.version ?? impliedGo;
  return used.flatMap((member) => {
    const go = member.mod?.go;
    if (!go || compareGo(go.version, listed) <= 0) return [];
    return [{ kind: 'newer-go', member, file: 'go.mod', line: go.line, text: go.version, wanted: listed }];
  });
}

function memberReplaced<Used extends UsedFolder>(work: GoWork, used: readonly Used[]): WorkspaceProblem<Used>[] {
  return work.replace.flatMap(({ path, version, line }) => {
    const member = used.find(({ mod }) => mod?.module?.path === path);
    return member && !version ? [{ kind: 'member-replaced', member, file: 'go.work', line, text: path }] : [];
  });
}

/** A replacement in go.work, of any version, decides for all members. Two members agree where they name the same target. */
function conflictingReplacements<Used extends UsedFolder>(
  work: GoWork,
  used: readonly Used[],
): WorkspaceProblem<Used>[] {
  const decided = new Set(work.replace.map(({ path }) => path));
  const first = new Map<string, { member: Used; line: number; target: string }>();
  const problems: WorkspaceProblem<Used>[] = [];
  for (const member of used) {
    for (const replacement of member.mod?.replace ?? []) {
      const text = replacement.version ? `${replacement.path}@${replacement.version}` : replacement.path;
      const target = targetOf(member, replacement);
      const before = first.get(text);
      if (decided.has(replacement.path)) continue;
      if (!before) first.set(text, { member, line: replacement.line, target });
      else if (before.member !== member && before.target !== target) {
        problems.push({
          kind: 'conflicting-replacements',
          member,
          other: before.member,
          file: 'go.mod',
          line: replacement.line,
          otherLine: before.line,
          text,
          wanted: target,
          otherWanted: before.target,
        });
      }
    }
  }
  return problems;
}

function targetOf({ targets }: UsedFolder, { line, newPath, newVersion }: Replacement): string {
  return newVersion ? `${newPath}@${newVersion}` : (targets.get(line) ?? newPath);
}

/**
 * In a workspace the replacements of all members count. A member stands in for itself where its packages are imported, but
 * not where the versions of all modules are worked out: then the go command asks for the version that is required.
 */
function neverPublished<Used extends UsedFolder>(
  work: GoWork,
  used: readonly Used[],
  rules: WorkspaceRules,
): WorkspaceProblem<Used>[] {
  const replacements = [...work.replace, ...used.flatMap(({ mod }) => mod?.replace ?? [])];
  return used.flatMap((member) =>
    (member.mod?.require ?? []).flatMap(({ path, version, line }): WorkspaceProblem<Used>[] => {
      if (!rules.neverPublished(path, version)) return [];
      if (replacements.some((one) => one.path === path && (!one.version || one.version === version))) return [];
      return [{ kind: 'never-published', member, file: 'go.mod', line, text: path, wanted: version }];
    }),
  );
}
