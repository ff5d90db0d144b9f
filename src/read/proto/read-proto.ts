import { ProtoParser } from './parser.ts';
import type { ProtoDetails, ProtoSource } from './proto-source.ts';

/** Reads what a .proto file says, without the insides of its messages. Never throws; linear in time. */
export function readProto(text: string): ProtoSource {
  return new ProtoParser(text, false).run();
}

/** Reads a .proto file with the fields of its messages and the values of its enums. */
export function readProtoDetails(text: string): ProtoDetails {
  const parser = new ProtoParser(text, true);
  const source = parser.run();
  return { ...source, messages: parser.messages, enums: parser.enums };
}
