import type { Bilingual } from '../../kit/environment.ts';
import type { ProtoCase } from '../../kit/proto-lab.ts';
import { commandFaults } from './commands.ts';
import { cycleFaults } from './cycles.ts';
import { featureFloors } from './feature-floors.ts';
import { headerRows } from './headers.ts';
import { runtimeFaults } from './runtimes.ts';

/** The parts of the matrix, in order: each case belongs to one. */
export const parts: Readonly<Record<string, Bilingual>> = {
  features: {
    en: 'Features of .proto files, and the releases that take them',
    zh: '.proto 文件的特性，以及支持它们的版本',
  },
  runtimes: { en: 'Generated code and the protobuf module', zh: '生成代码与 protobuf 模块' },
  apis: { en: 'Two APIs of protobuf', zh: '两种 protobuf API' },
  services: { en: 'protoc-gen-go-grpc and grpc-go', zh: 'protoc-gen-go-grpc 与 grpc-go' },
  commands: { en: 'What stands in the command, and what a file lacks', zh: '命令里写了什么，文件里缺什么' },
  headers: { en: 'What generated code says about who made it', zh: '生成代码如何说明自己的来历' },
  names: { en: 'Cycles, duplicates and names', zh: '循环、重复与名字' },
};

/** All cases, in the order of the parts. */
export const cases: readonly ProtoCase[] = [
  ...featureFloors,
  ...runtimeFaults,
  ...commandFaults,
  ...headerRows,
  ...cycleFaults,
].sort((a, b) => order(a) - order(b));

function order({ part }: ProtoCase): number {
  return Object.keys(parts).indexOf(part);
}

/** What another lab measures better: each floor from both sides, whole ranges of versions, programs that are run. */
export const measuredElsewhere: readonly { readonly part: string; readonly lab: string }[] = [
  { part: 'features', lab: 'proto-floors' },
  { part: 'features', lab: 'optional-panic' },
  { part: 'runtimes', lab: 'generated-code-newer-than-protobuf' },
  { part: 'apis', lab: 'mixed-protobuf-apiv1-v2' },
  { part: 'services', lab: 'compat' },
  { part: 'services', lab: 'generated-code-newer-than-grpc' },
  { part: 'commands', lab: 'plugin-not-on-path' },
  { part: 'commands', lab: 'plugins-grpc-flag-removed' },
  { part: 'headers', lab: 'generated-code-drift' },
];
