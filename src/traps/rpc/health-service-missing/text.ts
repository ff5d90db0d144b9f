import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isHealthService } from '../../../text/names.ts';

const sight: TextSight = ({ all }) => {
  const seen = [
    ...all('health-missing'),
    ...all('service-unknown').filter(({ data }) => isHealthService(data.service)),
  ];
  return toldBy({
    confidence: 'proven',
    symptom: 'health-service-missing',
    seen,
    lines: ['healthpb.RegisterHealthServer(server, health.NewServer())'],
  });
};

export default sight;
