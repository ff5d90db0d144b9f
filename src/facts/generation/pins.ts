import { type Ask, defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { messagePluginName, oldPluginPackage, pluginPackages, versionVariables } from '../../knowledge/names.ts';
import { headerRelease } from '../../knowledge/plugin-headers.ts';
import { protocRelease } from '../../read/generation/protoc-release.ts';
import { dockerfiles, type ProjectDockerfile } from '../deploy/dockerfiles.ts';
import { type ProjectInstall, toolInstalls } from '../deploy/tool-installs.ts';
import { modules } from '../modules/modules.ts';
import { plannedPlugins } from './planned.ts';

/** A place that fixes the release of protoc or of a plugin. */
export interface GeneratorPin {
  /** `protoc`, `protoc-gen-go` … */
  readonly name: string;
  /** Comparable with what generated files say: a release of protoc, a module version of a plugin. */
  readonly version: string;
  readonly written: string;
  readonly place: ProjectInstall['place'] | 'template';
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** Every exact pin of protoc and of the plugins whose files tell their version. */
export const generatorPins = defineFact<readonly GeneratorPin[]>('project.generator-pins', 'project', async (ask) => {
  const installs = valueIfKnown(await ask.get(toolInstalls))?.installs ?? [];
  const images = valueIfKnown(await ask.get(dockerfiles))?.files ?? [];
  return known([
    ...installs.flatMap(pinOfInstall),
    ...images.filter((file) => isForGo(file, installs)).flatMap(pinsOfVariables),
    ...(await pinsOfPlans(ask)),
  ]);
});

/** Version of a tool as generated files write it. */
export function comparable(name: string, written: string): string | undefined {
  if (name === 'protoc') return protocRelease(written);
  return /^v?\d+\.\d+\.\d+/.test(written) ? `v${written.replace(/^v/, '')}` : undefined;
}

/** As {@link comparable}, for a tool of this package: two of the plugins have one name, and others are not compared. */
export function comparableOf(name: string, path: string, written: string): string | undefined {
  if (name === 'protoc') return comparable(name, written);
  const ours = path === pluginPackages[name] || (name === messagePluginName && path === oldPluginPackage);
  const version = ours ? comparable(name, written) : undefined;
  return version && headerRelease(path, version);
}

function pinOfInstall({
  name,
  version,
  pin,
  package: path,
  place,
  file,
  line,
  lineText,
}: ProjectInstall): GeneratorPin[] {
  const exact = pin === 'exact' && version ? comparableOf(name, path, version) : undefined;
  return exact && version ? [{ name, version: exact, written: version, place, file, line, text: lineText }] : [];
}

/** An image with protoc alone may generate for any language. */
function isForGo({ path, stages }: ProjectDockerfile, installs: readonly ProjectInstall[]): boolean {
  const named = stages.some(({ values }) =>
    [...values.keys()].some((variable) => versionVariables[variable]?.startsWith('protoc-gen-go')),
  );
  return named || installs.some((one) => one.file === path && one.name.startsWith('protoc-gen-go'));
}

/** `ARG PROTOC_VERSION=25.4`, which a script of the image gets. */
function pinsOfVariables({ path, lines }: ProjectDockerfile): GeneratorPin[] {
  return lines.flatMap((text, index) => {
    const [, variable = '', written = ''] = /^\s*(?:ARG|ENV)\s+(\w+)=["']?([\w.-]+)["']?\s*$/i.exec(text) ?? [];
    const name = versionVariables[variable];
    const version = name && comparable(name, written);
    return version ? [{ name, version, written, place: 'image', file: path, line: index + 1, text } as const] : [];
  });
}

async function pinsOfPlans(ask: Ask): Promise<GeneratorPin[]> {
  const pins: GeneratorPin[] = [];
  for (const id of valueIfKnown(await ask.get(modules)) ?? []) {
    const plans = valueIfKnown(await ask.get(plannedPlugins, { kind: 'module', id })) ?? [];
    for (const { name, version, origin, source, sourceLine, use } of plans) {
      const line = sourceLine ?? use.step.line;
      if (origin === 'pinned')
        pins.push({
          name,
          version,
          written: version,
          place: 'template',
          file: source,
          line,
          text: `${name} ${version}`,
        });
    }
  }
  return pins;
}
