import type { Confidence } from '../../core/claim.ts';
import { type Ask, defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { isCompleteGoMod } from '../../knowledge/go-rules.ts';
import { holdsPackage, splitPackages, versionAfterSplit } from '../../knowledge/questions.ts';
import type { SplitPackage } from '../../knowledge/table.ts';
import { offline, runGo } from '../go/command.ts';
import { buildList, mayAskGo } from './build-list.ts';
import { moduleFile, projectPath } from './modules.ts';
import { requiredModules } from './required.ts';
import { moduleSources } from './sources.ts';
import { buildMode } from './vendor.ts';

/** A module at the version that the build takes, and where that is written. */
interface PlacedModule {
  readonly path: string;
  readonly version: string;
  readonly file: string;
  readonly line?: number;
}

/** A package that two modules of the build provide. */
export interface SplitConflict {
  readonly package: string;
  /** The module from before the split, which still holds the package. */
  readonly whole: PlacedModule;
  /** The module that holds it since. */
  readonly part: PlacedModule;
  /** Own code that imports the package, or a package of grpc-go that does. */
  readonly imported: { readonly path: string; readonly file: string; readonly line: number };
  /** Modules that ask for this version of the whole one, where the go command could be asked. */
  readonly requiredBy: readonly string[];
  /** The version to raise the whole one to. */
  readonly offered: string;
  readonly confidence: Confidence;
}

/** Packages that the module's code imports, directly or through grpc-go, and that come from two modules at once. */
export const splitConflicts = defineFact<readonly SplitConflict[]>('module.split-conflicts', 'module', async (ask) => {
  const selected = await selectedModules(ask);
  const sources = await ask.get(moduleSources);
  if (sources.kind !== 'known') return sources;
  const imports = sources.value.files
    .filter((file) => !file.test && !file.ignored && !file.constrained)
    .flatMap((file) => file.imports.map(({ path, line }) => ({ path, file: file.path, line })));
  const conflicts: SplitConflict[] = [];
  for (const row of splitPackages()) {
    const whole = selected.modules.get(row.module);
    const part = selected.modules.get(row.part);
    if (!whole || !part || !holdsPackage(row, whole.version) || told(conflicts, row)) continue;
    const imported = imports.find(({ path }) => path === row.package || row.importedBy?.includes(path));
    const offered = versionAfterSplit(row.module, part.version);
    if (!imported || !offered) continue;
    const requiredBy = await requirersOf(ask, whole);
    const { confidence } = selected;
    conflicts.push({ package: row.package, whole, part, imported, requiredBy, offered, confidence });
  }
  return known(conflicts);
});

/** One package is enough to tell of two modules. */
function told(conflicts: readonly SplitConflict[], row: SplitPackage): boolean {
  return conflicts.some(({ whole, part }) => whole.path === row.module && part.path === row.part);
}

interface Selected {
  readonly modules: ReadonlyMap<string, PlacedModule>;
  readonly confidence: Confidence;
}

/**
 * The versions among which the go command looks for a package. With a complete go.mod these are the ones that it writes, even
 * where another requirement asks for a higher one (measured: the ambiguity is told before the versions are compared).
 */
async function selectedModules(ask: Ask): Promise<Selected> {
  const file = valueIfKnown(await ask.get(moduleFile));
  const mode = valueIfKnown(await ask.get(buildMode));
  const nothing: Selected = { modules: new Map(), confidence: 'possible' };
  // The list of a vendor folder says for each package which module it is from.
  if (!file || !mode || mode.kind === 'vendor') return nothing;
  if (mode.kind === 'modules' && file.mod.go && isCompleteGoMod(file.mod.go.version)) {
    const placed = requiredModules(file.mod).flatMap(({ required, path, version, line }) =>
      version && path === required ? [[path, { path, version, file: file.file, line }] as const] : [],
    );
    return { modules: new Map(placed), confidence: 'proven' };
  }
  const list = valueIfKnown(await ask.get(buildList));
  // An older go.mod does not name all modules, so only the go command can tell.
  if (!list || (list.source !== 'go list' && list.source !== 'go.work')) return nothing;
  const placed = [...list.modules.values()].flatMap(({ path, version, replacedBy, file: source, line }) =>
    version && (!replacedBy || replacedBy.path === path)
      ? [[path, { path, version, file: source, ...(line && { line }) }] as const]
      : [],
  );
  return { modules: new Map(placed), confidence: list.confidence };
}

/** Who asks for this version, by the module graph; nobody where the go command cannot be asked. */
async function requirersOf(ask: Ask, { path, version }: PlacedModule): Promise<string[]> {
  const file = valueIfKnown(await ask.get(moduleFile));
  const dir = valueIfKnown(await projectPath(ask, file?.dir ?? '.'));
  if (!dir || (await mayAskGo(ask))) return [];
  const run = await runGo(ask, { args: ['mod', 'graph'], cwd: dir, env: { ...offline, GOWORK: 'off' } });
  if (run.kind !== 'known' || run.value.code !== 0) return [];
  const pairs = run.value.stdout.split('\n').map((line) => line.trim().split(' '));
  const asking = pairs.flatMap(([from, to]) => (to === `${path}@${version}` && from?.includes('@') ? [from] : []));
  return asking.sort().slice(0, shownRequirers);
}

/** So many modules that ask for the old version are named. */
const shownRequirers = 3;
