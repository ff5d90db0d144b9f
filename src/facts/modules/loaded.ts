import { defineFact } from '../../core/fact.ts';
import { known } from '../../core/outcome.ts';
import { isCompleteGoMod } from '../../knowledge/go-rules.ts';
import { moduleFile } from './modules.ts';
import { moduleSources } from './sources.ts';

/** Requirements of a go.mod, by path, of which it is sure that `go build` needs them. */
export interface LoadedRequirements {
  /** The module's own code imports a package of it: its files are needed. */
  readonly imported: ReadonlySet<string>;
  /** Its go.mod is read. */
  readonly read: ReadonlySet<string>;
}

/**
 * With a `go` line from 1.17 on, `go build` reads only the go.mod files of modules that provide an imported package; what
 * nothing imports may be missing altogether. Before, it reads all (both measured with Go 1.26.8).
 */
export const loadedRequirements = defineFact<LoadedRequirements>('module.loaded', 'module', async (ask) => {
  const file = await ask.get(moduleFile);
  const sources = await ask.get(moduleSources);
  if (file.kind !== 'known') return file;
  if (sources.kind !== 'known') return sources;
  const { require, go } = file.value.mod;
  const imports = sources.value.files
    .filter((one) => !one.test && !one.ignored && !one.constrained)
    .flatMap((one) => one.imports.map(({ path }) => path));
  const prefixes = new Set(imports.flatMap(prefixesOf));
  const paths = require.map(({ path }) => path);
  const imported = new Set(paths.filter((path) => prefixes.has(path)));
  return known({ imported, read: go && isCompleteGoMod(go.version) ? imported : new Set(paths) });
});

/** `a/b/c` gives `a/b/c`, `a/b`, `a`. */
function prefixesOf(path: string): string[] {
  const words = path.split('/');
  return words.map((_, at) => words.slice(0, words.length - at).join('/'));
}
