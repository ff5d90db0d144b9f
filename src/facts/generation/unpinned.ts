import { type Ask, defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { isGolangImage } from '../../knowledge/images.ts';
import { messagePluginName } from '../../knowledge/names.ts';
import { ciFiles } from '../deploy/ci.ts';
import { dockerfiles } from '../deploy/dockerfiles.ts';
import { type ProjectInstall, stageId, toolInstalls } from '../deploy/tool-installs.ts';
import { goSources } from '../project/sources.ts';
import { generation } from './steps.ts';

/** A generator whose version nothing of the project decides. */
export interface UnpinnedTool {
  readonly name: string;
  /** Import path, or the name at a package manager. */
  readonly package: string;
  /** As written: `latest`, `v1`. */
  readonly version?: string;
  readonly how: 'query' | 'package' | 'remote';
  readonly file: string;
  readonly line: number;
  readonly lineText: string;
  /** The release that made the committed code, where all of it comes from one. */
  readonly committed?: string;
  /** The committed code is of the time when one plugin wrote messages and services; no release of today makes it. */
  readonly ofOldPlugin: boolean;
}

/**
 * Installations of protoc and plugins without an exact version, in files that have to do with generating Go code; empty
 * where nothing is generated.
 */
export const unpinnedTools = defineFact<readonly UnpinnedTool[]>('project.unpinned-tools', 'project', async (ask) => {
  const made = await ask.get(generation);
  if (made.kind !== 'known') return made;
  const installs = await ask.get(toolInstalls);
  if (installs.kind !== 'known') return installs;
  const generated = valueIfKnown(await ask.get(goSources))?.generated ?? [];
  const { steps } = made.value;
  if (steps.length === 0 && generated.length === 0) return known([]);
  const ofOldPlugin = generated.some(({ header }) => header.generator === messagePluginName && header.grpcSupport);
  const committed = (name: string): string | undefined => {
    const headers = generated.map(({ header }) => header);
    const versions =
      name === 'protoc'
        ? headers.flatMap(({ protoc }) => (protoc?.startsWith('v') ? [protoc] : []))
        : headers.filter(({ generator }) => generator === name).map(({ generatorVersion }) => generatorVersion);
    const [only, ...others] = new Set(versions);
    return others.length === 0 ? only : undefined;
  };
  const places = await goPlaces(ask, installs.value.installs, new Set(steps.map(({ file }) => file)));
  const ofLines = installs.value.installs
    .filter((one) => isGenerator(one) && floats(one) && !isExample(one.file))
    .filter((one) => one.name.startsWith('protoc-gen-') || places.has(one.stage ?? one.file))
    .map((one): UnpinnedTool => {
      const { name, package: path, version, file, line, lineText } = one;
      const release = committed(name);
      return {
        ...{ name, package: path, file, line, lineText },
        ...(version !== undefined && { version }),
        how: /^(?:install|get|run)$/.test(one.verb) ? 'query' : 'package',
        ofOldPlugin,
        ...(release !== undefined && { committed: release }),
      };
    });
  const remote = steps.flatMap((step) =>
    step.plugins
      .filter(({ kind, version }) => kind === 'remote' && (version === undefined || !/^v?\d+\.\d+\.\d+/.test(version)))
      .map(
        (plugin): UnpinnedTool => ({
          ...{ name: plugin.name, package: plugin.path ?? plugin.name, file: step.file, line: plugin.line },
          ...(plugin.version !== undefined && { version: plugin.version }),
          how: 'remote',
          ofOldPlugin,
          lineText: step.lineTexts.get(plugin.line) ?? plugin.text,
        }),
      ),
  );
  return known([...ofLines, ...remote.filter(({ file }) => !isExample(file))]);
});

function isGenerator({ name }: ProjectInstall): boolean {
  return name === 'protoc' || name.startsWith('protoc-gen-');
}

/** Without an `@` go.mod decides, and it is exact. */
function floats({ verb, pin }: ProjectInstall): boolean {
  return pin === 'query' || (pin === 'none' && /^(?:package|download|action)$/.test(verb));
}

/** Nobody builds a project with these. */
function isExample(file: string): boolean {
  return /(?:^|\/)(?:docs?|examples?|samples?)\//.test(file);
}

/** Files, stages and jobs in which protoc is there for Go: with a Go image, a Go step, a Go plugin, or a step that generates Go. */
async function goPlaces(
  ask: Ask,
  installs: readonly ProjectInstall[],
  generating: ReadonlySet<string>,
): Promise<Set<string>> {
  const places = new Set(generating);
  for (const { name, stage, file } of installs)
    if (/^protoc-gen-(?:go\b|connect-go|grpc-gateway)/.test(name)) places.add(stage ?? file);
  for (const { path, stages } of valueIfKnown(await ask.get(dockerfiles))?.files ?? [])
    for (const stage of stages) if (isGolangImage(stage.image)) places.add(stageId(path, stage));
  for (const { path, jobs } of valueIfKnown(await ask.get(ciFiles))?.files ?? [])
    for (const job of jobs) if (job.steps.some(({ kind }) => kind === 'go')) places.add(`${path}#${job.name}`);
  return places;
}
