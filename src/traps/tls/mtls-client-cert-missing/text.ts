import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { tlsAlertNumber } from '../../../knowledge/grpc-errors.ts';
import { aboutClientCertificate } from '../../../knowledge/tls-rules.ts';

const sight: TextSight = ({ all }) => {
  const refused = all('certificate-refused');
  // Where the client tells why it refused, an alert is what the server saw of that.
  const clientRefused = refused.some(({ data }) => data.side !== 'server');
  const alerts = all('tls-alert').filter(({ data }) => data.side !== 'server' && isAboutClient(data.alert));
  const seen = [
    ...(clientRefused ? [] : [...alerts, ...all('client-certificate-missing')]),
    ...refused.filter(({ data }) => data.side === 'server' && data.reason !== 'expired'),
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
