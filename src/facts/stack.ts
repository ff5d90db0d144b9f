import { type Ask, defineFact } from '../core/fact.ts';
import { known, valueIfKnown } from '../core/outcome.ts';
import { languageFeatures, switchesToolchains } from '../knowledge/go-rules.ts';
import { grpcModule, pluginPackages, protobufModule } from '../knowledge/names.ts';
import { compareGo } from '../read/go/go-version.ts';
import { hasStreams } from '../read/proto/proto-source.ts';
import { generatedFiles } from './generation/generated.ts';
import { type PlannedPlugin, plannedPlugins } from './generation/planned.ts';
import { languageWithoutGoLine } from './generation/recommended.ts';
import { effectiveSettings, goVersion } from './go/env.ts';
import { type BuildList, buildList } from './modules/build-list.ts';
import { type ModuleFile, moduleFile } from './modules/modules.ts';
import type { GeneratedFile } from './project/sources.ts';
import { protoSources } from './proto/sources.ts';

/** A version that a module uses, and where that was read. */
export interface StackVersion {
  readonly version: string;
  readonly source: string;
  readonly line?: number;
  /** `latest` where nobody chose a version: it is what an installation of today would give. */
  readonly asked?: string;
}

/** Everything of a module that has to fit together. */
export interface ModuleStack {
  /** By name: `go`, `go-line`, `grpc`, `protobuf`, and the plugins that its generation would start. What is unknown is left out. */
  readonly parts: ReadonlyMap<string, StackVersion>;
  /** Plugins whose executable is there. */
  readonly installed: ReadonlySet<string>;
  /** Go fetches a newer toolchain by itself. */
  readonly switches: boolean;
  /** Some method of a service streams. */
  readonly streams: boolean;
  readonly vendored: boolean;
  /** What the committed generated code asks for at most. */
  readonly code?: { readonly constant?: number; readonly language?: string };
}

export const moduleStack = defineFact<ModuleStack>('module.stack', 'module', async (ask) => {
  const file = await ask.get(moduleFile);
  if (file.kind !== 'known') return file;
  const list = valueIfKnown(await ask.get(buildList));
  const { go, switches } = await toolchain(ask);
  const plugins = await pluginsOf(ask);
  const code = demandsOf(valueIfKnown(await ask.get(generatedFiles)) ?? []);
  const parts = Object.entries({
    go,
    'go-line': goLineOf(file.value),
    grpc: effective(list, grpcModule),
    protobuf: effective(list, protobufModule),
    ...Object.fromEntries(plugins),
  });
  return known({
    parts: new Map(parts.flatMap(([name, part]) => (part ? [[name, placeOf(part)]] : []))),
    installed: new Set([...plugins].filter(([, { origin }]) => origin === 'found').map(([name]) => name)),
    switches,
    streams: [...(valueIfKnown(await ask.get(protoSources))?.values() ?? [])].some(hasStreams),
    vendored: list?.source === 'vendor/modules.txt',
    ...(code && { code }),
  });
});

function placeOf({ version, source, line, asked }: StackVersion): StackVersion {
  return { version, source, ...(line !== undefined && { line }), ...(asked && { asked }) };
}

function goLineOf({ file, mod }: ModuleFile): StackVersion {
  return mod.go
    ? { version: mod.go.version, source: file, line: mod.go.line }
    : { version: languageWithoutGoLine, source: file };
}

function effective(list: BuildList | undefined, path: string): StackVersion | undefined {
  const module = list?.modules.get(path);
  if (!module?.version) return undefined;
  const place = module.replacedBy ?? module;
  return { version: module.version, source: place.file, ...(place.line !== undefined && { line: place.line }) };
}

/** GOTOOLCHAIN may name the toolchain itself; with `auto` and `path` a newer one is looked for when it is asked for. */
async function toolchain(ask: Ask): Promise<{ go?: StackVersion; switches: boolean }> {
  const version = valueIfKnown(await ask.get(goVersion));
  if (version === undefined || !switchesToolchains(version))
    return { ...(version && { go: { version, source: 'go' } }), switches: false };
  const setting = valueIfKnown(await ask.get(effectiveSettings))?.get('GOTOOLCHAIN') ?? 'auto';
  const named = /^go(1[^+]*)/.exec(setting)?.[1];
  const go = named === undefined ? { version, source: 'go' } : { version: named, source: '$GOTOOLCHAIN' };
  return { go, switches: /(?:^|\+)(?:auto|path)$/.test(setting) };
}

async function pluginsOf(ask: Ask): Promise<ReadonlyMap<string, StackVersion & Pick<PlannedPlugin, 'origin'>>> {
  const found = new Map<string, StackVersion & Pick<PlannedPlugin, 'origin'>>();
  for (const plan of valueIfKnown(await ask.get(plannedPlugins)) ?? []) {
    // A plugin of another module under the same name has versions of its own.
    if (found.has(plan.name) || plan.package !== pluginPackages[plan.name]) continue;
    const { version, source, sourceLine: line, origin } = plan;
    const asked = origin === 'newest' ? { asked: 'latest' } : {};
    found.set(plan.name, { version, source, ...(line !== undefined && { line }), ...asked, origin });
  }
  return found;
}

/** The highest constant that is asserted, and the highest language that is used. */
function demandsOf(files: readonly GeneratedFile[]): ModuleStack['code'] {
  const constant = Math.max(0, ...files.map(({ header }) => header.grpcSupport?.version ?? 0));
  const languages = languageFeatures.filter(({ sign }) => files.some(({ header }) => header[sign]));
  const language = languages
    .map(({ since }) => since)
    .toSorted(compareGo)
    .at(-1);
  if (constant === 0 && language === undefined) return undefined;
  return { ...(constant > 0 && { constant }), ...(language && { language }) };
}
