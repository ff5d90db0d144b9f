import { type Ask, defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { toolModuleOf } from '../../knowledge/tools.ts';
import { readVersionRange } from '../../read/install/go-spec.ts';
import { goVersion } from '../go/env.ts';
import { moduleFile, moduleFolders } from '../modules/modules.ts';
import { ciFiles } from './ci.ts';
import { dockerfiles } from './dockerfiles.ts';
import { goOf } from './image-stages.ts';
import { moduleOfInstall, type ProjectInstall, stageId, toolInstalls } from './tool-installs.ts';

/** An installation line, and what it meets where it runs. */
export interface PlacedInstall {
  readonly install: ProjectInstall;
  /** The Go that runs it, or the newest release of a minor version; undefined where it is not known. */
  readonly go?: string;
  /** `none`: there is no go.mod for sure. A folder: the module. Undefined: not known. */
  readonly module?: string | 'none';
  /** The module requires something that provides the package; undefined where that is not known. */
  readonly provided?: boolean;
}

/** The lines that `go install` and `go get` stand on, with what decides about them. */
export const placedInstalls = defineFact<readonly PlacedInstall[]>(
  'project.placed-installs',
  'project',
  async (ask) => {
    const found = await ask.get(toolInstalls);
    if (found.kind !== 'known') return found;
    const ofGo = found.value.installs.filter(({ verb }) => verb === 'install' || verb === 'get' || verb === 'run');
    return known(await Promise.all(ofGo.map((install) => place(ask, install))));
  },
);

async function place(ask: Ask, install: ProjectInstall): Promise<PlacedInstall> {
  if (install.place === 'image') return inImage(ask, install);
  const folders = valueIfKnown(await ask.get(moduleFolders)) ?? new Set<string>();
  const module = moduleOfInstall(folders, install);
  const go = install.place === 'job' ? await goOfJob(ask, install) : valueIfKnown(await ask.get(goVersion));
  const provided = module === undefined ? undefined : await isProvided(ask, module, install.package);
  return {
    install,
    ...(go && { go }),
    ...(module !== undefined && { module, ...(provided !== undefined && { provided }) }),
  };
}

/** In an image there is no go.mod for as long as nothing was copied, fetched or made. */
async function inImage(ask: Ask, install: ProjectInstall): Promise<PlacedInstall> {
  const file = valueIfKnown(await ask.get(dockerfiles))?.files.find(({ path }) => path === install.file);
  const stage = file?.stages.find((one) => stageId(file.path, one) === install.stage);
  if (!file || !stage) return { install };
  const go = goOf(file, stage)?.version;
  const earlier = stage.steps.filter(({ line }) => line <= install.line);
  const bare =
    stage.parent === undefined &&
    earlier.every(
      (step) =>
        step.kind === 'run' &&
        step.mounts.length === 0 &&
        step.lines.every(({ text }) => !/\bgo\.mod\b|\bclone\b|\bmod init\b|curl|wget/.test(text)),
    );
  return { install, ...(go && { go }), ...(bare && { module: 'none' as const }) };
}

/** The lowest version that the job asks for. */
async function goOfJob(ask: Ask, install: ProjectInstall): Promise<string | undefined> {
  const files = valueIfKnown(await ask.get(ciFiles))?.files ?? [];
  const jobs = files.flatMap(({ path, jobs: all }) => all.filter(({ name }) => `${path}#${name}` === install.stage));
  const versions = jobs.flatMap(({ steps }) => steps.flatMap((step) => (step.kind === 'go' ? step.versions : [])));
  const specs = versions.flatMap(({ text }) => readVersionRange(text) ?? []);
  return specs.flatMap((spec) => (spec.kind === 'newest' ? [] : [spec.version])).sort()[0];
}

async function isProvided(ask: Ask, module: string, path: string): Promise<boolean | undefined> {
  const mod = valueIfKnown(await ask.get(moduleFile, { kind: 'module', id: module }))?.mod;
  if (!mod) return undefined;
  const wanted = toolModuleOf(path);
  return [mod.module?.path, ...mod.require.map((one) => one.path)].some((one) => one !== undefined && one === wanted);
}
