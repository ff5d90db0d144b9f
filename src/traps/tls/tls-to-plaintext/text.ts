import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { protocolOf } from '../../../text/names.ts';

const sight: TextSight = ({ all, has }) => {
  const said = has('preface-corrupt') || all('not-tls').some(({ data }) => data.side === 'client');
  const seen = [
    ...all('not-tls').filter(({ data }) => data.side !== 'server'),
    ...all('preface-corrupt').filter(({ data }) => protocolOf(data.bytes ?? '') === 'tls'),
  ];
  return toldBy({
    confidence: said ? 'proven' : 'likely',
    symptom: 'client-expects-tls',
    seen,
    lines: ['grpc-doctor probe HOST:PORT --as tls'],
    ...(has('not-tls') && { ask: { key: 'seen-ask' } }),
  });
};

export default sight;
