import type { FixPlan } from '../../../core/claim.ts';
import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all }) => {
  const said = all('not-serving');
  if (said.length > 0) return toldBy({ confidence: 'proven', symptom: 'service-missing', seen: said });
  const [claim] = toldBy({
    confidence: 'likely',
    symptom: 'service-missing',
    seen: all('health-of-unknown-service'),
    ask: { key: 'unset-ask' },
  });
  return claim ? [{ ...claim, why: { key: 'unset-why' }, fixes: [unset] }] : [];
};

const unset: FixPlan = {
  kind: 'text',
  safety: 'manual',
  title: { key: 'unset-fix' },
  lines: [
    { shell: 'Go', line: 'healthServer.SetServingStatus("package.Service", healthpb.HealthCheckResponse_SERVING)' },
  ],
};

export default sight;
