import { switchesToolchains } from '../knowledge/go-rules.ts';
import { constantAnswer, goLineAnswer, pluginAnswer, type Source, type Sourced } from '../knowledge/stack.ts';
import type { PluginRelease } from '../knowledge/table.ts';
import { compareGo, goLanguage } from '../read/go/go-version.ts';
import { compareModule } from '../read/modules/module-version.ts';
import { buildsWith } from './old-go.ts';
import { moduleOf, packageOf } from './parts.ts';
import { beyond, breaks, fits, type Rule, type Ruling, unknown } from './ruling.ts';
import type { Stack } from './stack.ts';

type Plugin = 'protoc-gen-go' | 'protoc-gen-go-grpc';

/** What plugins and the code that they write ask of the rest. */
export const generatedRules: readonly Rule[] = [
  { between: ['go', 'protoc-gen-go'], judge: (stack) => goAndPlugin(stack, 'protoc-gen-go') },
  { between: ['go', 'protoc-gen-go-grpc'], judge: (stack) => goAndPlugin(stack, 'protoc-gen-go-grpc') },
  { between: ['go-line', 'protoc-gen-go'], judge: (stack) => lineAndPlugin(stack, 'protoc-gen-go') },
  { between: ['go-line', 'protoc-gen-go-grpc'], judge: (stack) => lineAndPlugin(stack, 'protoc-gen-go-grpc') },
  { between: ['grpc', 'protoc-gen-go-grpc'], judge: grpcAndPlugin },
  { between: ['protobuf', 'protoc-gen-go'], judge: protobufAndPlugin },
  { between: ['grpc', 'generated'], judge: grpcAndCode },
  { between: ['go-line', 'generated'], judge: lineAndCode },
];

/** Go has to build the plugin, unless it is there, and to compile what it writes. */
function goAndPlugin(stack: Stack, plugin: Plugin): Ruling | undefined {
  const { go, [plugin]: version } = stack.versions;
  if (go === undefined || version === undefined) return undefined;
  const unreached = beyond(plugin, version);
  if (unreached) return unreached;
  const needed = languageOf(stack, plugin, version);
  if (needed && compareGo(goLanguage(go) ?? go, needed.value) < 0)
    return breaks('code-above-go', { go, part: plugin, version, needed: needed.value }, needed.source);
  return stack.installed.has(plugin)
    ? fits('plugin-there', { part: plugin, version })
    : installs(stack, plugin, go, version);
}

function installs({ switches }: Stack, plugin: Plugin, go: string, version: string): Ruling | undefined {
  const asked = goLineAnswer(moduleOf[plugin], version);
  if (!asked) return undefined;
  const data = { go, part: plugin, version, line: asked.value };
  if (compareGo(go, asked.value) >= 0) return fits('install-go', data, asked.source);
  if (!switchesToolchains(go)) return buildsWith(go, plugin, packageOf[plugin], version);
  return switches ? fits('install-switch', data, asked.source) : breaks('install-above-go', data, asked.source);
}

function lineAndPlugin(stack: Stack, plugin: Plugin): Ruling | undefined {
  const { 'go-line': line, [plugin]: version } = stack.versions;
  if (line === undefined || version === undefined) return undefined;
  const unreached = beyond(plugin, version);
  if (unreached) return unreached;
  const needed = languageOf(stack, plugin, version);
  const data = { line, part: plugin, version, needed: needed?.value ?? '' };
  if (!needed) return fits('code-any-line', data);
  return compareGo(line, needed.value) >= 0
    ? fits('code-line', data, needed.source)
    : breaks('code-above-line', data, needed.source);
}

/** The `go` line that the output of a plugin asks for, if any. */
function languageOf({ streams }: Stack, plugin: Plugin, version: string): Sourced<string> | undefined {
  const release = pluginAnswer(packageOf[plugin], version);
  const needed = (streams ? release?.value.streamLanguage : undefined) ?? release?.value.language;
  return release && needed !== undefined ? { value: needed, source: release.source } : undefined;
}

function grpcAndPlugin({ versions }: Stack): Ruling | undefined {
  const { grpc, 'protoc-gen-go-grpc': version } = versions;
  if (grpc === undefined || version === undefined) return undefined;
  const unreached = beyond('protoc-gen-go-grpc', version) ?? beyond('grpc', grpc);
  if (unreached) return unreached;
  const release = pluginAnswer(packageOf['protoc-gen-go-grpc'], version);
  const constant = release?.value.grpcConstant;
  const since = constant === undefined ? undefined : constantAnswer(constant);
  if (constant === undefined || !since) return undefined;
  const data = { grpc, version, constant, since: since.value };
  return compareModule(grpc, since.value) >= 0
    ? fits('constant-there', data, both(release, since))
    : breaks('constant-missing', data, both(release, since));
}

/** Two rows are needed: what the plugin asserts, and since when grpc has it. */
function both(release: Sourced<PluginRelease> | undefined, since: Sourced<string>): Source {
  const first = release?.source;
  if (!first) return since.source;
  const asOf = first.asOf < since.source.asOf ? first.asOf : since.source.asOf;
  return { table: since.source.table, row: `${since.source.row} (${first.table}: ${first.row})`, asOf };
}

function protobufAndPlugin({ versions }: Stack): Ruling | undefined {
  const { protobuf, 'protoc-gen-go': version } = versions;
  if (protobuf === undefined || version === undefined) return undefined;
  const unreached = beyond('protoc-gen-go', version) ?? beyond('protobuf', protobuf);
  if (unreached) return unreached;
  const release = pluginAnswer(packageOf['protoc-gen-go'], version);
  const since = release?.value.runtimeSince;
  if (!release || since === undefined) return undefined;
  const data = { protobuf, version, since };
  return compareModule(protobuf, since) >= 0
    ? fits('runtime-works', data, release.source)
    : unknown('runtime-unmeasured', data, release.source);
}

function grpcAndCode({ versions, code }: Stack): Ruling | undefined {
  const { grpc } = versions;
  const constant = code?.constant;
  const since = constant === undefined ? undefined : constantAnswer(constant);
  if (grpc === undefined || constant === undefined || !since) return undefined;
  const unreached = beyond('grpc', grpc);
  if (unreached) return unreached;
  const data = { grpc, constant, since: since.value };
  return compareModule(grpc, since.value) >= 0
    ? fits('has-constant', data, since.source)
    : breaks('lacks-constant', data, since.source);
}

function lineAndCode({ versions, code }: Stack): Ruling | undefined {
  const line = versions['go-line'];
  const needed = code?.language;
  if (line === undefined || needed === undefined) return undefined;
  const data = { line, needed };
  return compareGo(line, needed) >= 0 ? fits('has-line', data) : breaks('lacks-line', data);
}
