import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';

const sight: TextSight = ({ all, has, clues }) => {
  const seen = all('certificate-refused').filter(
    ({ data }) => data.reason === 'unknown-authority' && data.side !== 'server' && data.detail === undefined,
  );
  // A request to a web server is answered with a certificate of a public authority nearly always; a gRPC server often has its own.
  const isRequest = has('request-failed') && seen.every(({ data }) => data.side === undefined);
  if (!isRequest && (!clues.container || has('dial-failed'))) return [];
  return toldBy({ confidence: 'likely', symptom: 'authority-unknown', seen });
};

export default sight;
