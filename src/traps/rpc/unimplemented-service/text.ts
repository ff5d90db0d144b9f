import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isHealthService, isReflectionService } from '../../../text/names.ts';

const sight: TextSight = ({ all }) => {
  const told = { symptom: 'service-missing', lines: ['grpc-doctor probe HOST:PORT'] } as const;
  const services = all('service-unknown').filter(
    ({ data }) => !isHealthService(data.service) && !isReflectionService(data.service),
  );
  if (services.length > 0) return toldBy({ ...told, confidence: 'likely', seen: services });
  const methods = all('method-unknown');
  if (methods.length > 0)
    return toldBy({ ...told, confidence: 'likely', seen: methods }).map((claim) => ({
      ...claim,
      title: { key: 'method-title' },
      why: { key: 'method-why' },
    }));
  // A health service does not know a service that is not there, nor one whose status nobody set.
  const unset = all('health-of-unknown-service');
  return toldBy({ ...told, confidence: 'possible', seen: unset, ask: { key: 'seen-ask' } });
};

export default sight;
