import type { Observation, TextClaim, TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all, has, observations }) => {
  const waited = all('upstream-timeout').filter(({ data }) => ofCalls(data));
  if (waited.length > 0) return told(waited, has('http-status', 'stream-reset'));
  const ends = [...all('stream-reset').filter(({ data }) => resets.has(data.code)), ...all('transport-closing')];
  // Nothing but the end: who ended it is not told.
  return ends.length === observations.length ? toldBy({ ...claim, confidence: 'possible', seen: ends, ask }) : [];
};

const ask = { key: 'ask-when' };
const claim = { symptom: 'server-silent' } as const;
/** What nginx and Envoy send: for the server's silence, and for the client's. */
const resets: ReadonlySet<string> = new Set(['INTERNAL_ERROR', 'PROTOCOL_ERROR']);

/** The phases of nginx before a call has reached the server are another matter, as is what is no gRPC. */
function ofCalls({ protocol = 'grpc', phase = 'reading' }: { protocol?: string; phase?: string }): boolean {
  return /^grpcs?$/.test(protocol) && /^(?:reading|sending)/.test(phase);
}

function told(waited: readonly Observation<'upstream-timeout'>[], seenByClient: boolean): TextClaim[] {
  // Before the first answer nobody knows whether the call lasts long or the server hangs.
  const hangs = waited.every(({ data }) => data.phase?.startsWith('reading response header')) && !seenByClient;
  return toldBy({
    ...claim,
    confidence: hangs ? 'likely' : 'proven',
    seen: waited,
    ...(hangs && { ask: { key: 'ask-server' } }),
  });
}

export default sight;
