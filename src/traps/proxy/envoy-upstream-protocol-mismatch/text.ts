import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { protocolOf } from '../../../text/names.ts';

const symptom = 'other-protocol-answers';

const sight: TextSight = ({ all, has, clues }) => {
  const errors = all('upstream-protocol-error');
  const posted = all('preface-corrupt').filter(
    ({ data }) => protocolOf(data.bytes ?? '') === 'http1' && /^POST /.test(data.bytes ?? ''),
  );
  const envoy = clues.names.has('envoy') || clues.names.has('istio');
  const byEnvoy = errors.length > 0 || (envoy && !has('upstream-not-http1'));
  // A server that was asked in HTTP/1 does not know by whom.
  const nginx = clues.names.has('nginx') || has('upstream-not-http1');
  if (!byEnvoy)
    return toldBy({ symptom, confidence: 'possible', seen: nginx ? [] : posted, ask: { key: 'ask-client' } });
  return toldBy({
    // The server tells what it was asked in, Envoy alone only that the protocol was broken.
    confidence: errors.length > 0 && posted.length > 0 ? 'proven' : 'likely',
    symptom,
    seen: [...errors, ...posted],
  });
};

export default sight;
