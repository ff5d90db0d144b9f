import type { Transcript } from '../../core/host.ts';
import { grpcClientDoes } from '../../knowledge/grpc-client.ts';
import { addressText } from '../address.ts';
import type { Client } from '../client.ts';
import type { GoVerdict } from '../go-verdict/verdict.ts';
import type { Attempt, Spoken, Wire } from '../wire.ts';
import { callFailure } from './call.ts';
import { dialFailure } from './dial.ts';
import { afterHandshake, handshakeFailure } from './handshake.ts';
import { prefaceFailure } from './preface.ts';
import { type Foretold, type Speaker, unforeseen } from './words.ts';

/** What the first call of a client ends with; undefined: it is answered. */
export function foretell(seen: Wire, who: Client, verdict: GoVerdict | undefined, os: string): Foretold | undefined {
  const { resolution } = seen;
  if (resolution.goError !== undefined) {
    return { ...(resolution.goCode && { code: resolution.goCode }), text: resolution.goError, races: [] };
  }
  if (seen.address === undefined) return unforeseen;
  const attempt = decisive(seen, who);
  if (attempt === undefined) return unforeseen;
  const network = resolution.addresses[0]?.kind === 'unix' ? 'unix' : 'tcp';
  // Of an HTTP proxy the errors of the connection name its own address.
  const gate = seen.httpProxy?.resolution.addresses[0];
  const address = gate ? addressText(gate) : (attempt.address ?? seen.address);
  const speaker: Speaker = { client: who, os, address, network };
  const possible = attempt.spoken.map((one) => ofConversation(speaker, one, one.inTls ? verdict : undefined));
  const [first] = possible;
  return possible.every((one) => JSON.stringify(one) === JSON.stringify(first)) ? first : unforeseen;
}

interface Decisive {
  readonly address?: string;
  /** More than one where nobody knows whether the client speaks TLS. */
  readonly spoken: readonly (Spoken & { readonly inTls: boolean })[];
}

/**
 * The conversation whose error is told. Where every address fails, grpc-go told that of the first one, and tells that of the last one
 * since pick_first takes each address for itself.
 */
function decisive(seen: Wire, { grpcVersion }: Client): Decisive | undefined {
  const own = ownConversations(seen);
  if (own.some(({ answer }) => answer === 'http2') || seen.others.length === 0) return { spoken: own };
  const order = seen.resolution.addresses.map(addressText);
  const [mode] = own.map(({ inTls }) => inTls);
  const tried: (Attempt | { address: string })[] = [...seen.others, { address: seen.address ?? '' }];
  const told = tried.sort((a, b) => order.indexOf(a.address) - order.indexOf(b.address));
  const one = grpcClientDoes('pick-first-tells-last-error', grpcVersion) ? told.at(-1) : told[0];
  if (!one || !('transcript' in one)) return { spoken: own };
  return { address: one.address, spoken: [{ ...one, inTls: mode ?? one.transcript.tls !== undefined }] };
}

function ownConversations({ mode, plaintext, tls }: Wire): (Spoken & { inTls: boolean })[] {
  const inPlaintext = plaintext && mode !== 'tls' && mode !== 'mtls' ? [{ ...plaintext, inTls: false }] : [];
  const inTls = tls && mode !== 'plaintext' ? [{ ...tls, inTls: true }] : [];
  return [...inPlaintext, ...inTls];
}

function ofConversation(
  speaker: Speaker,
  { transcript, inTls }: { readonly transcript: Transcript; readonly inTls: boolean },
  verdict: GoVerdict | undefined,
): Foretold | undefined {
  // What a proxy says is told with all of its headers, which nobody can word exactly.
  if (transcript.proxy) return transcript.http2 ? callFailure(speaker, transcript) : unforeseen;
  if (transcript.connect.kind !== 'connected') return dialFailure(speaker, transcript);
  const early = inTls ? handshakeFailure(speaker, transcript, verdict) : undefined;
  if (early) return early;
  if (transcript.http2) return callFailure(speaker, transcript);
  return inTls ? afterHandshake(speaker, transcript) : prefaceFailure(speaker, transcript);
}
