import { oldProtobufModule, protobufModule } from './names.ts';

/** Runtime of gogo/protobuf, a fork of the old API that knows nothing of the new one. */
export const gogoProtobufModule = 'github.com/gogo/protobuf';

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

export const gogoFunctions: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [`${gogoProtobufModule}/proto`, panicking],
]);

export const oldFunctions: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [`${oldProtobufModule}/proto`, panicking],
]);

/** From this release on golang/protobuf is made of the new API, and takes every message. */
export const firstWrappingRelease = 'v1.4.0';
