import type { ClientHttp2Session, ClientHttp2Stream, IncomingHttpHeaders } from 'node:http2';
import type { CallTranscript, WireCall } from '../../core/host.ts';
import { maskTold } from '../mask.ts';
import { clock, type Line, since } from './line.ts';
import { userAgent } from './user-agent.ts';

const maxValue = 1024;
const maxBody = 1024;
const maxMessages = 64 * 1024;
/** Nothing that is asked has a longer answer. */
const maxBytes = 1024 * 1024;
const prefixBytes = 5;

/** One question, and where it is asked. */
interface Question extends WireCall {
  readonly authority: string;
  readonly scheme: string;
}

/** How the server left a stream. */
export interface StreamEnding {
  /** Before any reset, it said that nothing more comes. */
  readonly saidAll: boolean;
  /** Code of a reset that came before the end. */
  readonly resetCode?: number;
}

/** Sends one message, and takes what comes. */
export async function call(
  session: ClientHttp2Session,
  line: Line,
  question: Question,
  timeoutMs: number,
  endingOf: (stream: number | undefined) => StreamEnding,
): Promise<CallTranscript> {
  const start = clock();
  const { path } = question;
  const stream = begin(session, question);
  if (!stream) return { path, kind: 'not-sent', ms: 0 };
  const answer = new Answer();
  const waited = await line.wait<void>(timeoutMs, (done) => {
    stream.on('response', (headers) => answer.head(headers));
    stream.on('trailers', (headers) => answer.head(headers));
    stream.on('data', (chunk: Buffer) => {
      answer.body(chunk);
      if (answer.isEnough || answer.isEndless) done();
    });
    // Told by the code of the reset, or by the end of the connection.
    stream.on('error', () => {});
    stream.on('close', () => done());
  });
  const ms = since(start);
  const { saidAll, resetCode } = endingOf(stream.id);
  if (!stream.destroyed) stream.close(cancelled);
  const told = { path, ms, ...answer.transcript() };
  // A server that has said all may still give up what it did not want to hear: no client looks at that.
  const complete = saidAll && answer.hasHead;
  // Go does so where it did not read the question to its end (RFC 9113, section 8.1).
  const enough = resetCode === noError && answer.hasHead;
  if (answer.isWhole || answer.isEnough || complete || enough) return { ...told, kind: 'answered' };
  if (resetCode !== undefined) return { ...told, kind: 'reset', resetCode };
  if (waited.kind === 'timeout') return { ...told, kind: 'timeout' };
  if (waited.kind === 'over' || line.end || session.closed || session.destroyed)
    return { ...told, kind: 'connection-lost' };
  return { ...told, kind: 'malformed' };
}

/** CANCEL. */
const cancelled = 8;
/** NO_ERROR. */
const noError = 0;

function begin(
  session: ClientHttp2Session,
  { path, message, authority, scheme }: Question,
): ClientHttp2Stream | undefined {
  try {
    const stream = session.request({
      ':method': 'POST',
      ':scheme': scheme,
      ':authority': authority,
      ':path': path,
      'content-type': 'application/grpc',
      te: 'trailers',
      'user-agent': userAgent,
    });
    const body = Buffer.from(message, 'base64');
    const prefix = Buffer.alloc(prefixBytes);
    prefix.writeUInt32BE(body.length, 1);
    stream.end(Buffer.concat([prefix, body]));
    return stream;
  } catch {
    // The session is going away.
    return undefined;
  }
}

/** What came of a call until now. */
class Answer {
  #headers: Record<string, string> = {};
  #heads = 0;
  #chunks: Buffer[] = [];
  #bytes = 0;

  get hasHead(): boolean {
    return this.#heads > 0;
  }

  /** There is a status, so nothing more will come. */
  get isWhole(): boolean {
    return this.#headers['grpc-status'] !== undefined && this.#isGrpc;
  }

  /** Of a body that is no gRPC the beginning tells all. */
  get isEnough(): boolean {
    return this.hasHead && !this.#isGrpc && this.#bytes >= maxBody;
  }

  get isEndless(): boolean {
    return this.#bytes > maxBytes;
  }

  get #isGrpc(): boolean {
    return /^application\/grpc(?:$|[+;])/.test(this.#headers['content-type'] ?? '');
  }

  head(headers: IncomingHttpHeaders): void {
    this.#heads += 1;
    for (const [name, value] of Object.entries(headers)) {
      const text = Array.isArray(value) ? value.join(', ') : `${value}`;
      if (value !== undefined) this.#headers[name] = maskTold(text.slice(0, maxValue));
    }
  }

  body(chunk: Buffer): void {
    if (this.#bytes <= maxMessages) this.#chunks.push(chunk);
    this.#bytes += chunk.length;
  }

  transcript(): Omit<CallTranscript, 'path' | 'kind' | 'ms'> {
    if (!this.hasHead) return {};
    const { ':status': status, ...headers } = this.#headers;
    const grpcStatus = /^\d{1,3}$/.exec(headers['grpc-status'] ?? '')?.[0];
    const grpcMessage = headers['grpc-message'];
    const bytes = Buffer.concat(this.#chunks);
    return {
      ...(status !== undefined && { httpStatus: Number(status) }),
      headers,
      ...(grpcStatus !== undefined && { grpcStatus: Number(grpcStatus) }),
      ...(grpcMessage !== undefined && { grpcMessage: maskTold(decoded(grpcMessage)) }),
      ...(this.#isGrpc
        ? { messages: messagesOf(bytes).map((one) => one.toString('base64')) }
        : bytes.length > 0 && { body: base64Of(bytes.subarray(0, maxBody)) }),
    };
  }
}

/** A page may quote the request of somebody else. */
function base64Of(body: Buffer): string {
  return Buffer.from(maskTold(body.toString('latin1')), 'latin1').toString('base64');
}

/** gRPC sends other characters than the printable ones of ASCII as `%E4%BD`. */
function decoded(text: string): string {
  const bytes = text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Whole messages that are not compressed: nobody was told that we could unpack any. */
function messagesOf(bytes: Buffer): Buffer[] {
  const messages: Buffer[] = [];
  for (let at = 0; at + prefixBytes <= bytes.length; ) {
    const end = at + prefixBytes + bytes.readUInt32BE(at + 1);
    if (bytes[at] !== 0 || end > bytes.length || end > maxMessages) break;
    messages.push(bytes.subarray(at + prefixBytes, end));
    at = end;
  }
  return messages;
}
