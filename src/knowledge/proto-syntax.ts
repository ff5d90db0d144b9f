import type { ProtoFault } from '../read/proto/proto-source.ts';

/** Faults that buf passes over: zero bytes in comments, comments in comments, a lone `;` in a oneof (measured: protoc 36.2, buf 1.75.0). */
const passedOver: ReadonlySet<string> = new Set(['character', 'comment-nested', 'empty-statement']);

/** True where protoc refuses a text that buf may take; buf also takes some keywords as names (`message message = 1;`). */
export function bufMayTake({ key, found }: ProtoFault): boolean {
  return passedOver.has(key) || found === '=' || found === ')';
}
