import { defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { messagePluginName, protobufModule } from '../../knowledge/names.ts';
import { runtimeLacks } from '../../knowledge/proto-features.ts';
import { requirementAnswer } from '../../knowledge/stack.ts';
import type { RuntimeDemands } from '../../read/generation/runtime-demands.ts';
import { compareModule } from '../../read/modules/module-version.ts';
import { type BuildList, buildList } from '../modules/build-list.ts';
import { moduleFile } from '../modules/modules.ts';
import { moduleSources } from '../modules/sources.ts';
import { folderOf } from '../project/folders.ts';
import type { GeneratedFile } from '../project/sources.ts';
import { tree } from '../project/tree.ts';
import { bytesOf, liesBesideTheProduct } from '../source/own-code.ts';

/** A generated file and what its code asks of google.golang.org/protobuf. */
export interface DemandingFile extends GeneratedFile {
  readonly demands: RuntimeDemands;
  /** Code of the module imports its package. */
  readonly imported: boolean;
}

/** The runtime of a module, and the files that may ask for more than it has. */
export interface RuntimeUse {
  readonly version: string;
  readonly files: readonly DemandingFile[];
}

/**
 * Absent where the build has no google.golang.org/protobuf. A runtime that has everything is asked nothing, and a file is opened
 * only where a plugin made it that writes something which this runtime lacks: in most projects none.
 */
export const runtimeUse = defineFact<RuntimeUse>('module.runtime-use', 'module', async (ask) => {
  const list = valueIfKnown(await ask.get(buildList));
  const version = list && runtimeVersion(list);
  if (version === undefined) return { kind: 'absent', reason: { key: 'no-protobuf' } };
  const sources = await ask.get(moduleSources);
  if (sources.kind !== 'known') return sources;
  const { files, generated } = sources.value;
  const compiled = new Set(files.filter((file) => !file.constrained && !file.ignored).map(({ path }) => path));
  const candidates = generated.filter(
    ({ path, header }) =>
      header.generator === messagePluginName &&
      compiled.has(path) &&
      !liesBesideTheProduct(path) &&
      runtimeLacks(version, header.generatorVersion),
  );
  if (candidates.length === 0) return known({ version, files: [] });
  const { readRuntimeDemands } = await import('../../read/generation/runtime-demands.ts');
  const root = valueIfKnown(await ask.get(tree))?.root ?? ask.options.dir;
  const module = valueIfKnown(await ask.get(moduleFile));
  const imports = new Set(files.filter(({ test }) => !test).flatMap((file) => file.imports.map(({ path }) => path)));
  return known({
    version,
    files: candidates.flatMap((file) => {
      const bytes = bytesOf(ask.host, root, file.path);
      const path = packagePath(module?.mod.module?.path ?? '', module?.dir ?? '.', folderOf(file.path));
      return bytes ? [{ ...file, demands: readRuntimeDemands(bytes), imported: imports.has(path) }] : [];
    }),
  });
});

/** Import path of a folder of a module. */
function packagePath(module: string, dir: string, folder: string): string {
  const below = dir === '.' ? folder : folder.slice(dir.length + 1);
  return below === '' ? module : `${module}/${below}`;
}

/** What the build has, and what the modules that are read next to it require at least: an old go.mod does not tell all. */
function runtimeVersion({ modules }: BuildList): string | undefined {
  const version = modules.get(protobufModule)?.version;
  if (version === undefined || modules.get(protobufModule)?.replacedBy) return version;
  const required = [...modules.values()].flatMap((module) =>
    module.version ? (requirementAnswer(module.path, module.version, protobufModule)?.value ?? []) : [],
  );
  return [version, ...required].sort(compareModule).at(-1);
}
