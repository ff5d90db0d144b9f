import { hasPatch, refusesToCompile, switchesToolchains } from '../knowledge/go-rules.ts';
import { grpcModule, protobufModule } from '../knowledge/names.ts';
import { goLineAnswer, requirementAnswer } from '../knowledge/stack.ts';
import { compareGo } from '../read/go/go-version.ts';
import { compareModule } from '../read/modules/module-version.ts';
import { buildsWith } from './old-go.ts';
import { beyond, breaks, fits, type Rule, type Ruling } from './ruling.ts';
import type { Stack } from './stack.ts';

type Runtime = 'grpc' | 'protobuf';
const modulePaths: Readonly<Record<Runtime, string>> = { grpc: grpcModule, protobuf: protobufModule };

/** What Go, the go line of go.mod and the modules ask of each other. */
export const moduleRules: readonly Rule[] = [
  { between: ['go', 'go-line'], judge: goAndLine },
  { between: ['go', 'grpc'], judge: (stack) => goAndModule(stack, 'grpc') },
  { between: ['go', 'protobuf'], judge: (stack) => goAndModule(stack, 'protobuf') },
  { between: ['go-line', 'grpc'], judge: (stack) => lineAndModule(stack, 'grpc') },
  { between: ['go-line', 'protobuf'], judge: (stack) => lineAndModule(stack, 'protobuf') },
  { between: ['grpc', 'protobuf'], judge: grpcAndProtobuf },
];

function goAndLine({ versions, switches }: Stack): Ruling | undefined {
  const { go, 'go-line': line } = versions;
  if (go === undefined || line === undefined) return undefined;
  const data = { go, line };
  if (!switchesToolchains(go)) {
    // `1.21.0` and `1.21rc1` are no versions to it: it stops reading.
    if (hasPatch(line) || !/^\d+\.\d+$/.test(line)) return breaks('line-unreadable', data);
    if (refusesToCompile({ version: go }, line)) return breaks('line-refused', data);
    return compareGo(line, go) > 0 ? fits('line-advice', data) : fits('line-reached', data);
  }
  if (compareGo(go, line) >= 0) return fits('line-reached', data);
  return switches ? fits('line-switch', data) : breaks('line-above-go', data);
}

function goAndModule({ versions, switches }: Stack, part: Runtime): Ruling | undefined {
  const { go, [part]: version } = versions;
  if (go === undefined || version === undefined) return undefined;
  const asked = goLineAnswer(modulePaths[part], version);
  const unreached = beyond(part, version);
  if (unreached || !asked) return unreached;
  const data = { go, part, version, line: asked.value };
  if (compareGo(go, asked.value) >= 0) return fits('module-go', data, asked.source);
  if (!switchesToolchains(go)) return buildsWith(go, part, modulePaths[part], version);
  return switches ? fits('module-switch', data, asked.source) : breaks('module-above-go', data, asked.source);
}

/** Only a go line of 1.21 or later in the module is a demand, and only a Go of 1.21 or later knows it. */
function lineAndModule({ versions }: Stack, part: Runtime): Ruling | undefined {
  const { go, 'go-line': line, [part]: version } = versions;
  if (line === undefined || version === undefined) return undefined;
  const asked = goLineAnswer(modulePaths[part], version);
  const unreached = beyond(part, version);
  if (unreached || !asked) return unreached;
  const data = { line, part, version, asked: asked.value };
  if (compareGo(line, asked.value) >= 0) return fits('line-enough', data, asked.source);
  if (!switchesToolchains(asked.value)) return fits('line-free', data, asked.source);
  if (go !== undefined && !switchesToolchains(go)) return fits('line-not-looked-at', { ...data, go }, asked.source);
  return breaks('line-below', data, asked.source);
}

function grpcAndProtobuf({ versions }: Stack): Ruling | undefined {
  const { grpc, protobuf } = versions;
  if (grpc === undefined || protobuf === undefined) return undefined;
  const unreached = beyond('grpc', grpc);
  if (unreached) return unreached;
  const required = requirementAnswer(grpcModule, grpc, protobufModule);
  if (!required) return fits('requires-nothing', { grpc });
  const data = { grpc, protobuf, required: required.value };
  return compareModule(protobuf, required.value) >= 0
    ? fits('requires-met', data, required.source)
    : breaks('requires-more', data, required.source);
}
