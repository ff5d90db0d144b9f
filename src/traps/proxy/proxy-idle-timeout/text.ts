import type { Observation, TextClaim, TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { causeOfStatus } from '../../../knowledge/http-status.ts';

const sight: TextSight = ({ all, has }) => {
  const waited = all('upstream-timeout').filter(({ data }) => ofCalls(data));
  if (waited.length > 0) return told(waited, has('http-status', 'stream-reset'));
  const late = all('http-status').filter(({ data }) => causeOfStatus(Number(data.status)) === 'late');
  return toldBy({ symptom: 'server-silent', confidence: 'possible', seen: late, ask: { key: 'ask-server' } });
};

/** The phases of nginx before a call has reached the server are another matter, as is what is no gRPC. */
function ofCalls({ protocol = 'grpc', phase = 'reading' }: { protocol?: string; phase?: string }): boolean {
  return /^grpcs?$/.test(protocol) && /^(?:reading|sending)/.test(phase);
}

function told(waited: readonly Observation<'upstream-timeout'>[], seenByClient: boolean): TextClaim[] {
  // Before the first answer nobody knows whether the call lasts long or the server hangs.
  const hangs = waited.every(({ data }) => data.phase?.startsWith('reading response header')) && !seenByClient;
  return toldBy({
    symptom: 'server-silent',
    confidence: hangs ? 'likely' : 'proven',
    seen: waited,
    ...(hangs && { ask: { key: 'ask-server' } }),
  });
}

export default sight;
