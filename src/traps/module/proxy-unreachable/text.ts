import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { hostOf, isModuleRequest, wantsLogin } from '../../../text/names.ts';

const sight: TextSight = ({ all, has }) => {
  const requests = all('request-failed').filter(({ data }) => isModuleRequest(data.url) && !wantsLogin(data.reason));
  // Where no name server answers, or the name is not the proxy's own, that is told.
  const named = all('lookup-failed').some(
    ({ data }) => data.reason !== 'no-such-host' || requests.every(({ data: { url } }) => hostOf(url) !== data.name),
  );
  const seen = named || has('certificate-refused') ? [] : requests;
  return toldBy({
    confidence: 'likely',
    symptom: 'module-source-unreachable',
    seen,
    lines: ['go env GOPROXY', 'grpc-doctor check --network'],
    ask: { key: 'seen-ask' },
  });
};

export default sight;
