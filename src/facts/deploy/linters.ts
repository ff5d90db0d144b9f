import { type Ask, defineFact } from '../../core/fact.ts';
import { known, type Outcome, valueIfKnown } from '../../core/outcome.ts';
import { linterName } from '../../knowledge/linters.ts';
import { placesOf } from '../generation/tools.ts';
import { type ModuleFile, moduleFile, modules } from '../modules/modules.ts';
import { tree } from '../project/tree.ts';
import type { ToolFile } from '../tools/path.ts';
import { type ProjectInstall, toolInstalls } from './tool-installs.ts';

/** The linter of a project, and the module that it looks at. */
export interface Linters {
  /** Lines that fetch a published release; what `go install` builds has the Go at hand. */
  readonly releases: readonly ProjectInstall[];
  /** The one on PATH, where the project has a configuration for it. */
  readonly installed?: ToolFile;
  readonly module: ModuleFile;
}

/** Absent where no single module is the one that is looked at: without one at the root, the folder of the run decides. */
export const linters = defineFact<Linters | undefined>('project.linters', 'project', async (ask) => {
  const installs = await ask.get(toolInstalls);
  if (installs.kind !== 'known') return installs;
  const module = await lintedModule(ask);
  if (module.kind !== 'known' || !module.value) return known(undefined);
  const { dir } = module.value;
  const releases = installs.value.installs.filter(
    ({ name, verb, folder = '.' }) =>
      // An action lints where it is told to; a script fetches in one folder and lints in another.
      name === linterName && fetches.has(verb) && (verb !== 'action' || folder === '.' || folder === dir),
  );
  const installed = (await hasConfiguration(ask)) ? valueIfKnown(await placesOf(ask, linterName))?.runs : undefined;
  return known({ releases, module: module.value, ...(installed && { installed }) });
});

const fetches: ReadonlySet<ProjectInstall['verb']> = new Set(['action', 'download', 'version-file']);

async function lintedModule(ask: Ask): Promise<Outcome<ModuleFile | undefined>> {
  const all = valueIfKnown(await ask.get(modules)) ?? [];
  const id = all.includes('.') ? '.' : all.length === 1 ? all[0] : undefined;
  return id === undefined ? known(undefined) : ask.get(moduleFile, { kind: 'module', id });
}

/** The names under which golangci-lint looks for its configuration. */
const configurations = ['.golangci.yml', '.golangci.yaml', '.golangci.toml', '.golangci.json'];

async function hasConfiguration(ask: Ask): Promise<boolean> {
  const root = valueIfKnown(await ask.get(tree))?.root;
  return (
    root !== undefined && configurations.some((name) => ask.host.stat(ask.host.path.join(root, name)) !== undefined)
  );
}
