import type { CallTranscript, Transcript } from '../../core/host.ts';
import { grpcClientDoes } from '../../knowledge/grpc-client.ts';
import { grpcCodeName, grpcCodeOfHttp, grpcCodeOfReset, httpStatusText } from '../../knowledge/grpc-errors.ts';
import { http2ErrorName } from '../../knowledge/peers.ts';
import { quoteBytesLikeGo, quoteLikeGo } from '../../read/net/byte-text.ts';
import { type Foretold, oneOf, type Speaker, sayingOf, unforeseen } from './words.ts';

/** The status of success. */
const ok = 0;
const okStatus = 200;

/** What a health check of the client ends with; undefined where it succeeds. */
export function callFailure(speaker: Speaker, transcript: Transcript): Foretold | undefined {
  const [call] = transcript.calls;
  const { goaway } = transcript.http2 ?? {};
  switch (call?.kind) {
    case 'answered':
      return answered(speaker, call);
    case 'reset':
      return resetStream(speaker, call.resetCode ?? 0);
    case 'timeout':
      return oneOf([sayingOf(speaker, 'no-answer-in-time')]);
    default:
      return goaway ? oneOf([sayingOf(speaker, 'draining')]) : unforeseen;
  }
}

function answered(speaker: Speaker, call: CallTranscript): Foretold | undefined {
  const type = call.headers?.['content-type'];
  if (type === undefined || !isGrpc(type)) return notGrpc(speaker, call, type);
  const { grpcStatus, grpcMessage = '' } = call;
  if (grpcStatus === undefined) return unforeseen;
  return grpcStatus === ok ? undefined : { code: grpcCodeName(grpcStatus), text: grpcMessage, races: [] };
}

/** grpcutil.ContentSubtype. */
function isGrpc(type: string): boolean {
  return /^application\/grpc(?:[+;]|$)/i.test(type);
}

function notGrpc({ client }: Speaker, call: CallTranscript, type: string | undefined): Foretold {
  const { httpStatus, body } = call;
  if (httpStatus === undefined) return unforeseen;
  const tellsStatus = httpStatus !== okStatus || grpcClientDoes('http-status-200-told', client.grpcVersion);
  const status = `unexpected HTTP status code received from server: ${httpStatus} (${httpStatusText(httpStatus)})`;
  const content =
    type === undefined
      ? 'malformed header: missing HTTP content-type'
      : `transport: received unexpected content-type ${quoteLikeGo(type)}`;
  const data =
    body !== undefined && grpcClientDoes('http-body-told', client.grpcVersion)
      ? `\ndata: ${quoteBytesLikeGo(Buffer.from(body, 'base64'))}`
      : '';
  const text = `${tellsStatus ? `${status}; ` : ''}${content}${data}`;
  return { code: grpcCodeOfHttp(httpStatus), text, races: [] };
}

function resetStream(speaker: Speaker, code: number): Foretold {
  const saying = sayingOf(speaker, 'stream-reset', http2ErrorName(code));
  return saying ? { ...saying, code: grpcCodeOfReset(code) } : unforeseen;
}
