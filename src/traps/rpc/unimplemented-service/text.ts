import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isHealthService, isReflectionService } from '../../../text/names.ts';

const sight: TextSight = ({ all }) => {
  const seen = [
    ...all('service-unknown').filter(
      ({ data }) => !isHealthService(data.service) && !isReflectionService(data.service),
    ),
    ...all('method-unknown'),
  ];
  return toldBy({ confidence: 'likely', symptom: 'service-missing', seen, lines: ['grpc-doctor probe HOST:PORT'] });
};

export default sight;
