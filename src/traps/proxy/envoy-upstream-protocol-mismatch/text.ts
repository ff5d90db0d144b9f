import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { protocolOf } from '../../../text/names.ts';

const sight: TextSight = ({ all, has, clues }) => {
  const errors = all('upstream-protocol-error');
  const posted = all('preface-corrupt').filter(
    ({ data }) => protocolOf(data.bytes ?? '') === 'http1' && /^POST /.test(data.bytes ?? ''),
  );
  const envoy = clues.names.has('envoy') || clues.names.has('istio');
  const byEnvoy = errors.length > 0 || (envoy && !has('upstream-not-http1'));
  return toldBy({
    // The server tells what it was asked in, Envoy alone only that the protocol was broken.
    confidence: errors.length > 0 && posted.length > 0 ? 'proven' : 'likely',
    symptom: 'other-protocol-answers',
    seen: byEnvoy ? [...errors, ...posted] : [],
  });
};

export default sight;
