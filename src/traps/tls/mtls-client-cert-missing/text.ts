import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { tlsAlertNumber } from '../../../knowledge/grpc-errors.ts';
import { aboutClientCertificate } from '../../../knowledge/tls-rules.ts';

const sight: TextSight = ({ all }) => {
  // Here the client tells why it refused, and the alert is what the server saw of it.
  if (all('certificate-refused').some(({ data }) => data.side !== 'server')) return [];
  const seen = [
    ...all('tls-alert').filter(({ data }) => data.side !== 'server' && isAboutClient(data.alert)),
    ...all('client-certificate-missing'),
    ...all('certificate-refused').filter(({ data }) => data.side === 'server' && data.reason !== 'expired'),
  ];
  return toldBy({
    confidence: 'likely',
    symptom: 'client-certificate-refused',
    seen,
    lines: ['grpc-doctor probe HOST:PORT --as mtls --cert CERT --key KEY --ca CA.pem'],
  });
};

function isAboutClient(alert: string): boolean {
  return aboutClientCertificate.has(tlsAlertNumber(alert) ?? -1);
}

export default sight;
