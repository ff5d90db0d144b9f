import { type Ask, defineFact } from '../core/fact.ts';
import type { TlsTranscript } from '../core/host.ts';
import { absent, known, type Outcome, unknown } from '../core/outcome.ts';
import { client } from './client.ts';
import type { ChainQuestion, GoVerdict } from './go-verdict/verdict.ts';
import { wire } from './ladder.ts';
import { localZoneMinutes } from './local-zone.ts';
import { type SystemRoots, systemRoots } from './system-roots.ts';
import type { Wire } from './wire.ts';

/** The handshake whose chain is judged: that of the client, else the first one in which certificates came. */
export function judgedHandshake(seen: Wire): TlsTranscript | undefined {
  return [seen.tls, seen.tlsAnyVersion, seen.tlsWithoutAlpn, seen.tlsWithoutName, seen.direct]
    .map((spoken) => spoken?.transcript.tls)
    .find((tls) => tls !== undefined && tls.chainBytes > 0);
}

/** What the client would judge: the chain that the endpoint sent, and whom the client trusts. Absent where none was sent. */
export const chainQuestion = defineFact<ChainQuestion>('chain-question', 'endpoint', async (ask) => {
  const seen = await ask.get(wire);
  if (seen.kind !== 'known') return seen;
  const handshake = judgedHandshake(seen.value);
  if (!handshake) return absent('no-chain-sent');
  const judge = await ask.get(client);
  if (judge.kind !== 'known') return judge;
  const roots = await rootsOf(ask, judge.value.roots);
  if (roots.kind !== 'known') return roots;
  const { serverName, goVersion, goLine, godebug } = judge.value;
  return known({
    chain: handshake.chain.map((der) => Buffer.from(der, 'base64')),
    messageBytes: handshake.chainBytes,
    roots: roots.value,
    serverName,
    now: ask.host.now(),
    zoneMinutes: localZoneMinutes(ask.host),
    usage: 'server',
    goVersion,
    goLine,
    godebug,
  });
});

async function rootsOf(ask: Ask, given: readonly Uint8Array[] | undefined): Promise<Outcome<readonly Uint8Array[]>> {
  if (given) return known(given);
  const found = await ask.get(rootsOfSystem);
  return found.kind === 'known' ? known(found.value.roots) : found;
}

/** The roots that Go finds on this machine. */
export const rootsOfSystem = defineFact<SystemRoots>('system-roots', 'machine', ({ host }) => {
  const found = systemRoots(host);
  return found ? known(found) : unknown('system-judges-itself', { os: host.platform.os });
});

/** Go's verdict on the chain that the endpoint sent; absent where it sent none. */
export const goVerdict = defineFact<GoVerdict>('go-verdict', 'endpoint', async (ask) => {
  const question = await ask.get(chainQuestion);
  if (question.kind !== 'known') return question;
  // Loaded only where a chain is judged: a check without one does not need it.
  const { judgeChain } = await import('./go-verdict/judge.ts');
  const verdict = judgeChain(question.value);
  return verdict.refusal === 'no-certificate' ? unknown('chain-not-kept') : known(verdict);
});
