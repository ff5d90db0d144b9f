import { BinaryReader, BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

/** Of `ServerReflectionRequest`; v1 and v1alpha are the same on the wire. */
const listServices = 7;
/** Of `ServerReflectionResponse`. */
const listServicesResponse = 6;
const errorResponse = 7;
const service = 1;
const name = 1;
const errorCode = 1;

/** What a reflection service answered: names as they came, or a status of its own inside of the message. */
export type ReflectionAnswer =
  | { readonly kind: 'services'; readonly names: readonly string[] }
  | { readonly kind: 'error'; readonly code: number };

/** A `ServerReflectionRequest` for the list of all services. */
export function listServicesRequest(): Uint8Array {
  return new BinaryWriter().tag(listServices, WireType.LengthDelimited).string('').finish();
}

/** Reads a `ServerReflectionResponse`; undefined for bytes that are none, or that answer another question. */
export function readReflectionResponse(bytes: Uint8Array): ReflectionAnswer | undefined {
  try {
    for (const [field, value] of messageFields(bytes)) {
      if (field === listServicesResponse) return { kind: 'services', names: namesOf(value) };
      if (field === errorResponse) return { kind: 'error', code: numberOf(value, errorCode) };
    }
    return undefined;
  } catch {
    return undefined;
  }
}

function namesOf(list: Uint8Array): string[] {
  const names: string[] = [];
  for (const [field, one] of messageFields(list)) {
    if (field !== service) continue;
    for (const [part, value] of messageFields(one)) if (part === name) names.push(new TextDecoder().decode(value));
  }
  return names;
}

function numberOf(bytes: Uint8Array, wanted: number): number {
  const message = new BinaryReader(bytes);
  let found = 0;
  while (message.pos < message.len) {
    const [field, type] = message.tag();
    if (field === wanted && type === WireType.Varint) found = message.int32();
    else message.skip(type, field);
  }
  return found;
}

/** Fields with a length: messages and strings. */
function* messageFields(bytes: Uint8Array): Generator<readonly [field: number, value: Uint8Array]> {
  const message = new BinaryReader(bytes);
  while (message.pos < message.len) {
    const [field, type] = message.tag();
    if (type === WireType.LengthDelimited) yield [field, message.bytes()];
    else message.skip(type, field);
  }
}
