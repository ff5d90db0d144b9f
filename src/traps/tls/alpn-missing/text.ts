import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { tlsAlertNumber } from '../../../knowledge/grpc-errors.ts';
import { alerts } from '../../../knowledge/tls-rules.ts';

const sight: TextSight = ({ all }) => {
  const refused = all('tls-alert').filter(({ data }) => tlsAlertNumber(data.alert) === alerts.noApplicationProtocol);
  return toldBy({
    confidence: 'proven',
    symptom: 'http2-not-agreed',
    seen: [...all('alpn-not-selected'), ...refused],
    // Who refuses h2 may be a proxy with a gRPC server behind it, or no server of gRPC at all.
    ...(refused.length > 0 && { ask: { key: 'seen-ask' } }),
  });
};

export default sight;
