import { type Ask, defineFact } from '../../core/fact.ts';
import { known, type Outcome, valueIfKnown } from '../../core/outcome.ts';
import { grpcModule, messagePluginName, pluginPackages, protobufModule } from '../../knowledge/names.ts';
import { fittingPlugin, outputFits, pluginRelease, type Surroundings } from '../../knowledge/questions.ts';
import { isModuleVersion } from '../../read/modules/module-version.ts';
import { hasStreams } from '../../read/proto/proto-source.ts';
import { toolInstalls } from '../deploy/tool-installs.ts';
import { effectiveSettings, goVersion } from '../go/env.ts';
import { type BuildList, buildList, versionOf } from '../modules/build-list.ts';
import { moduleFile } from '../modules/modules.ts';
import { goSources } from '../project/sources.ts';
import { protoSources } from '../proto/sources.ts';
import { toolNeed } from './tools.ts';

/** The release of a plugin that a project should install. */
export interface RecommendedPlugin {
  readonly package: string;
  /** Undefined for plugins whose releases the tables do not know and that no go.mod names. */
  readonly version?: string;
}

/** Absent for tools that `go install` does not give, such as protoc. */
export const recommendedPlugin = defineFact<RecommendedPlugin | undefined>(
  'tool.recommended',
  'tool',
  async (ask, { id }) => {
    const pluginPackage = pluginPackages[id];
    if (!pluginPackage) return { kind: 'absent', reason: { key: 'plugin-unknown', data: { name: id } } };
    const need = valueIfKnown(await ask.get(toolNeed));
    const module = need?.uses.find((use) => use.module !== undefined)?.module;
    const surroundings = module === undefined ? undefined : valueIfKnown(await surroundingsOf(ask, module));
    const list =
      module === undefined ? undefined : valueIfKnown(await ask.get(buildList, { kind: 'module', id: module }));
    const candidates = [
      await pinnedVersion(ask, pluginPackage),
      await committedVersion(ask, id),
      id === messagePluginName ? versionOf(list, protobufModule) : undefined,
    ];
    const version =
      candidates.find((one) => one !== undefined && fits(pluginPackage, one, surroundings)) ??
      fittingPlugin(pluginPackage, surroundings ?? { streams: false }) ??
      ownerVersion(list, pluginPackage);
    return known({ package: pluginPackage, ...(version && { version }) });
  },
);

/** The one that an installation line of the project names. */
async function pinnedVersion(ask: Ask, pluginPackage: string): Promise<string | undefined> {
  const installs = valueIfKnown(await ask.get(toolInstalls))?.installs ?? [];
  return installs.find((install) => install.package === pluginPackage && isModuleVersion(install.version ?? ''))
    ?.version;
}

/** The release that made the code which is there: the one that changes nothing. */
async function committedVersion(ask: Ask, plugin: string): Promise<string | undefined> {
  const files = valueIfKnown(await ask.get(goSources))?.generated ?? [];
  const versions = files
    .filter(({ header }) => header.generator === plugin)
    .map(({ header }) => header.generatorVersion);
  const [first] = new Set(versions);
  return first && new Set(versions).size === 1 && isModuleVersion(first) ? first : undefined;
}

/** True where the output compiles, as far as the tables tell: of other plugins they tell nothing. */
function fits(pluginPackage: string, version: string, surroundings: Surroundings | undefined): boolean {
  const release = pluginRelease(pluginPackage, version);
  return release === undefined || outputFits(release, surroundings ?? { streams: false });
}

/** Plugins such as those of grpc-gateway lie in a module that the project requires: its version is the one that fits. */
function ownerVersion(list: BuildList | undefined, pluginPackage: string): string | undefined {
  return [...(list?.modules.values() ?? [])].find(({ path }) => pluginPackage.startsWith(`${path}/`))?.version;
}

/** What a module gives generated code to live in. */
async function surroundingsOf(ask: Ask, module: string): Promise<Outcome<Surroundings>> {
  const subject = { kind: 'module', id: module } as const;
  const file = await ask.get(moduleFile, subject);
  if (file.kind !== 'known') return file;
  const list = valueIfKnown(await ask.get(buildList, subject));
  const fixed = valueIfKnown(await ask.get(effectiveSettings))?.get('GOTOOLCHAIN') === 'local';
  return known({
    grpc: versionOf(list, grpcModule),
    language: file.value.mod.go?.version ?? languageWithoutGoLine,
    streams: [...(valueIfKnown(await ask.get(protoSources))?.values() ?? [])].some(hasStreams),
    buildGo: fixed ? valueIfKnown(await ask.get(goVersion)) : undefined,
  });
}

/** The language version of a go.mod without a `go` line (Go Modules Reference). */
export const languageWithoutGoLine = '1.16';

export const moduleSurroundings = defineFact<Surroundings>('module.surroundings', 'module', (ask, { id }) =>
  surroundingsOf(ask, id),
);
