import { BinaryReader, BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

/** `grpc.health.v1.HealthCheckResponse.ServingStatus`; a number that is not among them is `unknown`, as for a client of today. */
export type ServingStatus = 'unknown' | 'serving' | 'not-serving' | 'service-unknown';

const statuses: readonly ServingStatus[] = ['unknown', 'serving', 'not-serving', 'service-unknown'];
const serviceField = 1;
const statusField = 1;

/** A `HealthCheckRequest` for a service; the empty name asks for the server as a whole. */
export function healthRequest(service: string): Uint8Array {
  const message = new BinaryWriter();
  if (service !== '') message.tag(serviceField, WireType.LengthDelimited).string(service);
  return message.finish();
}

/** The status in a `HealthCheckResponse`; undefined for bytes that are none. */
export function readHealthResponse(bytes: Uint8Array): ServingStatus | undefined {
  try {
    const message = new BinaryReader(bytes);
    let status = 0;
    while (message.pos < message.len) {
      const [field, type] = message.tag();
      if (field === statusField && type === WireType.Varint) status = message.int32();
      else message.skip(type, field);
    }
    return statuses[status] ?? 'unknown';
  } catch {
    return undefined;
  }
}
