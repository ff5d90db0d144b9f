import type { TextSight } from '../core/failure.ts';
import { toldBy } from '../core/text-claim.ts';

/** How a trap is recognised that is one of the reasons, of those of `certificate-refused`, for which Go refuses a certificate. */
export function refusedCertificate(...reasons: readonly string[]): TextSight {
  return ({ all }) =>
    toldBy({
      confidence: 'proven',
      symptom: 'certificate-refused',
      seen: all('certificate-refused').filter(({ data }) => reasons.includes(data.reason)),
      lines: ['grpc-doctor probe HOST:PORT --as tls'],
    });
}
