import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { connect, isIPv6 } from 'node:net';
import type { NameAnswer, NameQuery } from '../core/host.ts';
import { type DnsMessage, readMessage, recordTypes, writeQuery } from '../read/dns/message.ts';

/**
 * Asks one name server one question: over UDP, and over TCP where the answer does not fit. As Go's resolver does, an answer over
 * UDP that is none to this question is passed over, for anybody may have sent it; over TCP it is an error. Never throws.
 */
export async function askName(query: NameQuery): Promise<NameAnswer> {
  const started = performance.now();
  const id = randomInt(0x1_0000);
  const bytes = writeQuery(id, query.name, recordTypes[query.type], { trustAd: query.trustAd === true });
  const since = (): number => performance.now() - started;
  if (!bytes) return { kind: 'failed', ms: since() };
  const question = { id, bytes, query };
  const first = query.tcp ? await overTcp(question) : await overUdp(question);
  // Go gives the second way as much time as the first.
  const heard = !query.tcp && isMessage(first) && first.truncated ? await overTcp(question) : first;
  return isMessage(heard) ? answerOf(heard, query, since()) : { kind: heard, ms: since() };
}

type Failure = Exclude<NameAnswer['kind'], 'answered'>;
type Heard = DnsMessage | Failure;

interface Question {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly query: NameQuery;
}

function isMessage(heard: Heard): heard is DnsMessage {
  return typeof heard !== 'string';
}

function answerOf(message: DnsMessage, { type }: NameQuery, ms: number): NameAnswer {
  const { rcode, answers, damaged, authoritative, recursionAvailable, additional } = message;
  const wanted = answers.filter((record) => record.type === recordTypes[type]);
  if (damaged && wanted.length === 0 && rcode === 0) return { kind: 'malformed', ms };
  const lame = rcode === 0 && answers.length === 0 && !authoritative && !recursionAvailable && !additional;
  return {
    kind: 'answered',
    rcode,
    records: wanted.flatMap(({ value }) => value ?? []).slice(0, mostRecords),
    ms,
    ...(lame && { lame }),
  };
}

/** Nobody dials more. */
const mostRecords = 256;

function isAnswerTo(message: DnsMessage | undefined, { id, query }: Question): message is DnsMessage {
  const asked = message?.questions[0];
  return (
    message?.response === true &&
    message.id === id &&
    asked?.type === recordTypes[query.type] &&
    asked.name.toLowerCase() === query.name.replace(/\.$/, '').toLowerCase()
  );
}

function overUdp(question: Question): Promise<Heard> {
  const { bytes, query } = question;
  return new Promise((resolve) => {
    const socket = createSocket(isIPv6(query.server) ? 'udp6' : 'udp4');
    const end = (heard: Heard): void => {
      clearTimeout(timer);
      clearTimeout(again);
      socket.removeAllListeners();
      // A late error of a closing socket is nobody's.
      socket.on('error', () => undefined);
      try {
        socket.close();
      } catch {
        // It was closed already.
      }
      resolve(heard);
    };
    const timer = setTimeout(() => end('timeout'), query.timeoutMs);
    const send = (): void => socket.send(bytes, (error) => error && end(failureOf(error)));
    // A packet may be lost: it is sent once more on the same way.
    const again = setTimeout(send, query.timeoutMs / 2);
    let heardPackets = 0;
    socket.on('error', (error) => end(failureOf(error)));
    socket.on('message', (packet) => {
      heardPackets += 1;
      const message = heardPackets > mostPackets ? undefined : readMessage(packet);
      if (isAnswerTo(message, question)) end(message);
      else if (heardPackets > mostPackets) end('malformed');
    });
    // Only a connected socket hears that nobody listens at the other end, and only from there packets are taken.
    socket.on('connect', send);
    try {
      socket.connect(query.port, query.server);
    } catch (error) {
      end(failureOf(error));
    }
  });
}

/** Who sends that many packets that are no answer is not worth the wait. */
const mostPackets = 1000;

function overTcp(question: Question): Promise<Heard> {
  const { bytes, query } = question;
  return new Promise((resolve) => {
    const socket = connect({ host: query.server, port: query.port });
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (heard: Heard): void => {
      clearTimeout(timer);
      socket.removeAllListeners();
      socket.on('error', () => undefined);
      socket.destroy();
      resolve(heard);
    };
    const timer = setTimeout(() => end('timeout'), query.timeoutMs);
    socket.on('error', (error) => end(failureOf(error)));
    socket.on('end', () => end('malformed'));
    socket.on('connect', () => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(bytes.length);
      socket.write(Buffer.concat([length, bytes]));
    });
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      size += chunk.length;
      // Its length stands before the message, and is at most 65535: so much is kept and no more.
      const wanted = size < 2 ? undefined : 2 + Buffer.concat(chunks.slice(0, 2)).readUInt16BE(0);
      if (wanted === undefined || size < wanted) return;
      const message = readMessage(Buffer.concat(chunks).subarray(2, wanted));
      end(isAnswerTo(message, question) ? message : 'malformed');
    });
  });
}

const failures: Readonly<Record<string, Failure>> = {
  ECONNREFUSED: 'refused',
  ENETUNREACH: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  ECONNRESET: 'malformed',
};

function failureOf(error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return failures[code] ?? 'failed';
}
