import { posix } from 'node:path';
import { compareGo } from '../go/go-version.ts';
import type { GoMod, Requirement } from './go-mod.ts';
import { isDirectoryPath, type Replacement } from './go-mod-syntax.ts';
import type { GoWork } from './go-work.ts';
import { compareModule } from './module-version.ts';
import type { ModulesTxt, VendoredModule } from './modules-txt.ts';

/**
 * How go.mod and vendor/modules.txt contradict each other:
 * - `required-not-explicit`: required, but not listed with this version and `## explicit`
 * - `required-other-version`: the same before go 1.14, where only the versions of vendored packages count
 * - `explicit-not-required`: listed as `## explicit`, but not required with this version
 * - `replaced-not-listed`: replaced, but not listed as replaced
 * - `replaced-otherwise`: replaced by one, listed as replaced by another
 * - `listed-not-replaced`: listed as replaced, but not replaced
 */
export type VendorProblemKind =
  | 'required-not-explicit'
  | 'required-other-version'
  | 'explicit-not-required'
  | 'replaced-not-listed'
  | 'replaced-otherwise'
  | 'listed-not-replaced';

/** One contradiction, in the order in which the go command reports them. */
export interface VendorProblem {
  readonly kind: VendorProblemKind;
  readonly path: string;
  /** Missing for a replacement of all versions. */
  readonly version?: string;
  /** Where the problem stands. */
  readonly file: 'go.mod' | 'go.work' | 'vendor/modules.txt';
  /** The directory of that go.mod in its workspace, as given by the caller. */
  readonly dir?: string;
  /** Counts from 1. */
  readonly line: number;
  /** For `required-...`: the versions of this path that vendor/modules.txt has; before go 1.14 the one that gives packages. */
  readonly listed?: readonly string[];
  /** What go.mod or go.work replaces it by: a directory, or `path@version`. */
  readonly replacement?: string;
  /** What vendor/modules.txt says that it is replaced by. */
  readonly listedReplacement?: string;
}

/** A module of a workspace. */
export interface WorkspaceModule {
  /** As in `use`: relative to the folder of go.work, with slashes, or rooted. */
  readonly dir: string;
  readonly goMod: GoMod;
}

interface Target {
  readonly path: string;
  readonly version?: string;
}

interface Place {
  readonly file: VendorProblem['file'];
  readonly dir?: string;
  readonly line: number;
}

/** A replacement in force, and where it is declared. */
interface Found {
  /** As vendor/modules.txt has to write it. */
  readonly target: Target;
  readonly written: Target;
  readonly place: Place;
}

interface Project {
  readonly members: readonly WorkspaceModule[];
  readonly work?: GoWork;
}

/** What modules.txt says of one path and version, taken together from all its lines. */
interface Listed {
  explicit: boolean;
  replace: Target | undefined;
}

function keyOf({ path, version }: Target): string {
  return version === undefined ? path : `${path}@${version}`;
}

function targetOf({ newPath, newVersion }: Replacement): Target {
  return { path: newPath, ...(newVersion !== undefined && { version: newVersion }) };
}

function inModulesTxt({ line }: VendoredModule): Place {
  return { file: 'vendor/modules.txt', line };
}

function versionOf({ version }: Target): { version?: string } {
  return version === undefined ? {} : { version };
}

/** What is about one version wins over what is about all; of two alike the later one, as in the go command's table. */
function lookUp(replacements: readonly Replacement[], module: Target): Replacement | undefined {
  const exact = replacements.findLast((r) => r.path === module.path && r.version === module.version);
  return exact ?? replacements.findLast((r) => r.path === module.path && r.version === undefined);
}

/** modules.txt of a workspace has directories relative to go.work, go.mod relative to itself. */
function relativeToWorkspace(target: Target, dir: string): Target {
  if (target.version !== undefined || posix.isAbsolute(target.path)) return target;
  const joined = posix.join(dir, target.path);
  return { path: isDirectoryPath(joined) ? joined : `./${joined}` };
}

function placeIn(project: Project, dir: string, line: number): Place {
  return { file: 'go.mod', ...(project.work && { dir }), line };
}

function replacementOf(project: Project, module: Target): Found | undefined {
  const own = project.members.some(({ goMod }) => goMod.module?.path === module.path);
  if (own && module.version === undefined) return undefined;
  const ofWork = project.work && lookUp(project.work.replace, module);
  if (ofWork) {
    const written = targetOf(ofWork);
    return { target: written, written, place: { file: 'go.work', line: ofWork.line } };
  }
  let found: Found | undefined;
  for (const { dir, goMod } of project.members) {
    const replacement = lookUp(goMod.replace, module);
    if (!replacement) continue;
    const written = targetOf(replacement);
    const target = project.work ? relativeToWorkspace(written, dir) : written;
    found = { target, written, place: placeIn(project, dir, replacement.line) };
  }
  return found;
}

function summarize(modules: readonly VendoredModule[]): Map<string, Listed> {
  const all = new Map<string, Listed>();
  for (const module of modules) {
    const listed = all.get(keyOf(module)) ?? { explicit: false, replace: undefined };
    listed.explicit ||= module.explicit;
    listed.replace = module.replace ?? listed.replace;
    all.set(keyOf(module), listed);
  }
  return all;
}

/** The modules that give packages to the build; a lower version after a higher one is passed over. */
function contributing(modules: readonly VendoredModule[]): VendoredModule[] {
  const highest = new Map<string, string>();
  return modules.filter(({ path, version = '', packages }) => {
    const known = highest.get(path);
    if (packages.length === 0 || (known !== undefined && compareModule(known, version) >= 0)) return false;
    highest.set(path, version);
    return true;
  });
}

/** Holds the two sides while they are compared. */
class Comparison {
  readonly problems: VendorProblem[] = [];
  readonly #project: Project;
  readonly #modules: readonly VendoredModule[];
  readonly #listed: Map<string, Listed>;
  readonly #contributing: readonly VendoredModule[];
  /** Before go 1.14 modules.txt did not tell what is explicit, nor all replacements. */
  readonly #old: boolean;
  readonly #seen = new Set<string>();

  constructor(project: Project, modulesTxt: ModulesTxt) {
    this.#project = project;
    this.#modules = modulesTxt.modules;
    this.#listed = summarize(modulesTxt.modules);
    this.#contributing = contributing(modulesTxt.modules);
    this.#old = !project.work && compareGo(project.members[0]?.goMod.go?.version ?? '', '1.14') < 0;
  }

  requirements({ dir, goMod }: WorkspaceModule): void {
    for (const required of goMod.require) {
      if (this.#listed.get(keyOf(required))?.explicit) continue;
      const place = placeIn(this.#project, dir, required.line);
      if (this.#old) this.#oldRequirement(required, place);
      else this.#add('required-not-explicit', required, place, { listed: this.#listedVersions(required.path) });
    }
  }

  replacements(replacements: readonly Replacement[], placeOf: (line: number) => Place): void {
    for (const replacement of replacements) {
      const old = { path: replacement.path, ...versionOf(replacement) };
      if (this.#seen.has(keyOf(old))) continue;
      this.#seen.add(keyOf(old));
      this.#replacement(old, placeOf(replacement.line));
    }
  }

  explicit(): void {
    const required = new Set(this.#project.members.flatMap(({ goMod }) => goMod.require.map(keyOf)));
    for (const module of this.#contributing) {
      if (!this.#listed.get(keyOf(module))?.explicit || required.has(keyOf(module))) continue;
      this.#add('explicit-not-required', module, inModulesTxt(module), {});
    }
  }

  replaced(): void {
    for (const module of this.#modules) {
      if (!module.replace || replacementOf(this.#project, module)) continue;
      const listedReplacement = keyOf(module.replace);
      this.#add('listed-not-replaced', module, inModulesTxt(module), { listedReplacement });
    }
  }

  #replacement(old: Target, declared: Place): void {
    const found = replacementOf(this.#project, old);
    const listed = this.#listed.get(keyOf(old))?.replace;
    if (!listed) {
      if (!found || (this.#old && !this.#isVendored(old))) return;
      this.#add('replaced-not-listed', old, found.place, { replacement: keyOf(found.written) });
    } else if (!found || keyOf(found.target) !== keyOf(listed)) {
      const replacement = found && { replacement: keyOf(found.written) };
      const place = found?.place ?? declared;
      this.#add('replaced-otherwise', old, place, { ...replacement, listedReplacement: keyOf(listed) });
    }
  }

  #oldRequirement(required: Requirement, place: Place): void {
    const vendored = this.#vendored(required.path);
    if (!vendored || vendored.version === required.version) return;
    this.#add('required-other-version', required, place, { listed: vendored.version ? [vendored.version] : [] });
  }

  #listedVersions(path: string): string[] {
    return [...new Set(this.#modules.flatMap((m) => (m.path === path && m.version ? [m.version] : [])))];
  }

  #vendored(path: string): VendoredModule | undefined {
    return this.#contributing.findLast((module) => module.path === path);
  }

  #isVendored(old: Target): boolean {
    return old.version !== undefined && this.#vendored(old.path)?.version === old.version;
  }

  #add(kind: VendorProblemKind, module: Target, place: Place, more: Partial<VendorProblem>): void {
    this.problems.push({ kind, path: module.path, ...versionOf(module), ...place, ...more });
  }
}

function compare(project: Project, modulesTxt: ModulesTxt): VendorProblem[] {
  const comparison = new Comparison(project, modulesTxt);
  for (const member of project.members) comparison.requirements(member);
  for (const { dir, goMod } of project.members) {
    comparison.replacements(goMod.replace, (line) => placeIn(project, dir, line));
  }
  if (project.work) comparison.replacements(project.work.replace, (line) => ({ file: 'go.work', line }));
  comparison.explicit();
  comparison.replaced();
  return comparison.problems;
}

/**
 * What makes `go build -mod=vendor` stop with "inconsistent vendoring" in a single module: empty when nothing does.
 * A pure comparison, with the rules of the go command from 1.14 on, or the older, weaker ones where the go line of
 * go.mod is missing or below 1.14. Whether the go command looks at vendor at all is another question.
 */
export function vendorProblems(goMod: GoMod, modulesTxt: ModulesTxt): VendorProblem[] {
  return compare({ members: [{ dir: '.', goMod }] }, modulesTxt);
}

/**
 * The same for a workspace vendored with `go work vendor`: a module may be required by any member, replacements of
 * go.work win over those of the members.
 * @param members in the order of the `use` lines
 */
export function vendorWorkspaceProblems(
  work: GoWork,
  members: readonly WorkspaceModule[],
  modulesTxt: ModulesTxt,
): VendorProblem[] {
  return compare({ members, work }, modulesTxt);
}
