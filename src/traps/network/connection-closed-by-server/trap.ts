import type { Claim, Evidence, FixPlan } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { aboutEndpoint } from '../../../fix/endpoint-claims.ts';
import { http2ErrorName } from '../../../knowledge/peers.ts';
import { allSpoken, called, callsOf, placeOf, speaksTls, throughProxy } from '../../../wire/heard.ts';
import { wire } from '../../../wire/ladder.ts';
import { prediction } from '../../../wire/prediction/prediction.ts';
import type { Spoken, Wire } from '../../../wire/wire.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The connection comes about, and the other side ends it before it has said anything of use. */
const trap: Trap = defineTrap({
  id: 'connection-closed-by-server',
  group: 'network',
  subject: 'endpoint',
  needs: { wire, prediction },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject, options }) => {
    const seen = facts.wire;
    const words = seen && !throughProxy(seen) ? wordsFor(seen) : undefined;
    if (!seen || !words) return [];
    return [
      {
        ...aboutEndpoint(subject, options, facts.prediction),
        severity: 'error',
        ...words,
        causes: [{ kind: 'connection-cut', about: [seen.target.text] }],
      },
    ];
  },
});

type Words = Pick<Claim, 'confidence' | 'title' | 'why' | 'evidence' | 'fixes'>;

function wordsFor(seen: Wire): Words | undefined {
  return goaway(seen) ?? duringCall(seen) ?? (speaksTls(seen) ? afterTls(seen) : atOnce(seen));
}

function goaway(seen: Wire): Words | undefined {
  const sent = allSpoken(seen).find(({ transcript }) => isRefusal(transcript.http2?.goaway));
  const last = sent?.transcript.http2?.goaway;
  if (!sent || !last || callsOf(seen).some(({ kind }) => kind === 'answered')) return undefined;
  const name = http2ErrorName(last.code);
  return {
    confidence: 'proven',
    title: { key: 'title-goaway', data: { place: placeOf(seen), name } },
    why: { key: 'why-goaway' },
    evidence: [
      { source: placeOf(seen), text: last.debug === '' ? `GOAWAY ${name}` : `GOAWAY ${name} "${last.debug}"` },
    ],
    fixes: [plan('fix-log'), plan('fix-limit')],
  };
}

/** A server that ends in good order says NO_ERROR; then the next connection is served. */
function isRefusal(sent: { readonly code: number } | undefined): boolean {
  return sent !== undefined && http2ErrorName(sent.code) !== 'NO_ERROR';
}

function duringCall(seen: Wire): Words | undefined {
  const spoken = called(seen);
  const [lost] = callsOf(seen);
  if (spoken?.answer !== 'http2' || lost?.kind !== 'connection-lost') return undefined;
  return {
    confidence: 'proven',
    title: { key: 'title-call', data: { place: placeOf(seen) } },
    why: { key: 'why-call' },
    evidence: [{ source: lost.path, text: lost.kind }, quoted(seen, spoken)],
    fixes: [plan('fix-log'), plan('fix-backend')],
  };
}

function afterTls(seen: Wire): Words | undefined {
  const spoken = [seen.tls, seen.tlsAnyVersion].find((one) => one?.transcript.tls?.done && wasCut(one));
  if (!spoken) return undefined;
  return {
    confidence: 'proven',
    title: { key: 'title-tls', data: { place: placeOf(seen) } },
    why: { key: 'why-tls' },
    evidence: [quoted(seen, spoken)],
    fixes: [plan('fix-log'), plan('fix-backend')],
  };
}

function atOnce(seen: Wire): Words | undefined {
  const all = allSpoken(seen);
  if (all.length === 0 || !all.every(wasCut)) return undefined;
  return {
    confidence: 'proven',
    title: { key: 'title', data: { place: placeOf(seen) } },
    why: { key: 'why' },
    evidence: all.map((one) => quoted(seen, one)),
    fixes: [plan('fix-backend'), plan('fix-log'), plan('fix-limit')],
  };
}

/** It ended without an alert and without a word. */
function wasCut({ answer, transcript }: Spoken): boolean {
  const { tls, end, first, http2 } = transcript;
  const cut = end.by === 'peer-closed' || end.by === 'reset' || end.by === 'broken-pipe';
  const wordless = !first && !http2 && tls?.alert === undefined && !tls?.instead;
  return cut && wordless && (answer === 'closed' || answer === 'reset' || answer === 'no-handshake');
}

function quoted(seen: Wire, spoken: Spoken): Evidence {
  const { tls, end } = spoken.transcript;
  // Of a connection that was reset at once there is not even the beginning of a handshake.
  const isTls = tls !== undefined || spoken === seen.tls;
  const mode = isTls ? (tls?.done ? `TLS (${tls.version ?? ''}), ALPN h2: ${tls.alpn ?? '-'}` : 'TLS') : 'plaintext';
  return { source: placeOf(seen), text: `${mode}: ${end.code ?? end.by}, ${Math.round(end.ms)} ms` };
}

function plan(key: 'fix-log' | 'fix-backend' | 'fix-limit'): FixPlan {
  return { kind: 'text', safety: 'manual', title: { key } };
}

export default trap;
