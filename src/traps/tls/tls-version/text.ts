import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { tlsAlertNumber } from '../../../knowledge/grpc-errors.ts';
import { alerts } from '../../../knowledge/tls-rules.ts';

const sight: TextSight = ({ all }) => {
  const seen = [
    ...all('tls-alert').filter(({ data }) => tlsAlertNumber(data.alert) === alerts.protocolVersion),
    ...all('tls-version-differs'),
  ];
  return toldBy({ confidence: 'proven', symptom: 'tls-version-refused', seen });
};

export default sight;
