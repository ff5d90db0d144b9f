import { defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { isCompleteGoMod } from '../../knowledge/go-rules.ts';
import { grpcModule } from '../../knowledge/names.ts';
import { type BrokenCeiling, brokenCeiling, hasCeiling } from '../../knowledge/questions.ts';
import { type BuildList, type BuildModule, buildList } from './build-list.ts';
import { moduleFile } from './modules.ts';
import { moduleSources } from './sources.ts';
import { usedVendor } from './vendor.ts';

/** A dependency that does not compile with the grpc-go of the build. */
export interface OldGrpcUser {
  readonly module: BuildModule;
  readonly grpc: BuildModule;
  readonly ceiling: BrokenCeiling;
  /** Where the module's own code imports one of its packages. */
  readonly imported?: { readonly path: string; readonly file: string; readonly line: number };
  /**
   * `imported` and `vendored`: one of the packages is compiled. `behind`: another dependency needs the module, and only
   * the module cache could tell which packages of it.
   */
  readonly how: 'imported' | 'vendored' | 'behind';
  readonly list: BuildList;
}

export const oldGrpcUsers = defineFact<readonly OldGrpcUser[]>('module.old-grpc-users', 'module', async (ask) => {
  const list = await ask.get(buildList);
  if (list.kind !== 'known') return list;
  const grpc = list.value.modules.get(grpcModule);
  const file = valueIfKnown(await ask.get(moduleFile));
  if (!grpc?.version || !file) return known([]);
  const suspects = [...list.value.modules.values()].filter(({ path }) => hasCeiling(path));
  const sources = suspects.length > 0 ? valueIfKnown(await ask.get(moduleSources)) : undefined;
  const imports = (sources?.files ?? [])
    .filter((one) => !one.ignored && !one.constrained)
    .flatMap((one) => one.imports.map(({ path, line }) => ({ path, file: one.path, line })));
  const vendored = await vendoredPackages();
  return known(suspects.flatMap((module) => userOf(module)));

  function userOf(module: BuildModule): OldGrpcUser[] {
    // A fork may have mended it, and a folder may hold anything.
    const own = !module.replacedBy || module.replacedBy.path === module.path;
    const ceiling = own && module.version ? brokenCeiling(module.path, module.version, grpc?.version ?? '') : undefined;
    if (!ceiling || !grpc || list.kind !== 'known') return [];
    const guilty = (path: string): boolean =>
      ceiling.packages.some((one) => path === one || path.startsWith(`${one}/`));
    const common = { module, grpc, ceiling, list: list.value };
    if (vendored) return vendored(module.path).some(guilty) ? [{ ...common, how: 'vendored' }] : [];
    const imported = imports.find(({ path }) => guilty(path));
    if (imported) return [{ ...common, imported, how: 'imported' }];
    const line = file?.mod.require.find(({ path }) => path === module.path);
    const complete = file?.mod.go && isCompleteGoMod(file.mod.go.version);
    return line?.indirect && complete ? [{ ...common, how: 'behind' }] : [];
  }

  async function vendoredPackages(): Promise<((module: string) => readonly string[]) | undefined> {
    const folder = valueIfKnown(await ask.get(usedVendor));
    const found = folder?.list?.modules ?? [];
    return folder && ((module) => found.filter(({ path }) => path === module).flatMap(({ packages }) => packages));
  }
});
