import { oldProtobufModule, protobufModule } from './names.ts';
import type { GogoRuntime } from './table.ts';
import * as tables from './tables.ts';

/** Runtime of gogo/protobuf, a fork of the old API that knows nothing of the new one. */
const gogoProtobufModule = 'github.com/gogo/protobuf';

/** Functions of the new API that take a message: one without `ProtoReflect` does not compile (measured with 1.36.12). */
export const reflectingFunctions: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [`${protobufModule}/proto`, new Set(['Marshal', 'Unmarshal', 'Clone', 'Equal', 'Merge', 'Size', 'Reset'])],
  [`${protobufModule}/encoding/protojson`, new Set(['Marshal', 'Unmarshal', 'Format'])],
  [`${protobufModule}/encoding/prototext`, new Set(['Marshal', 'Unmarshal', 'Format'])],
  [`${protobufModule}/types/known/anypb`, new Set(['New', 'MarshalFrom', 'UnmarshalTo'])],
]);

/**
 * Functions of the runtimes from before the new API that panic for its messages: measured with gogo/protobuf 1.3.2 and
 * golang/protobuf 1.3.5. `Marshal`, `Size` and `UnmarshalText` did not.
 */
const panicking: ReadonlySet<string> = new Set([
  'Unmarshal',
  'UnmarshalMerge',
  'Clone',
  'Merge',
  'CompactTextString',
  'MarshalTextString',
]);

/**
 * Functions of gogo, and methods of what other modules make, which call them: measured with go-msgio 0.0.6, 0.1.0, 0.2.0 and 0.3.0, the
 * newest. From 0.2.0 on it catches the panic and gives it as an error.
 */
export const gogoFunctions: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [`${gogoProtobufModule}/proto`, panicking],
  ['github.com/libp2p/go-msgio/protoio', new Set(['ReadMsg'])],
]);

export const oldFunctions: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [`${oldProtobufModule}/proto`, panicking],
]);

/** From this release on golang/protobuf is made of the new API, and takes every message. */
export const firstWrappingRelease = 'v1.4.0';

/** Modules whose calls go through gogo/protobuf, by the plugin that writes such calls. */
export function gogoRuntimeOf(plugin: string): GogoRuntime | undefined {
  return tables.gogoRuntimes.rows.find((row) => row.plugin === plugin);
}
