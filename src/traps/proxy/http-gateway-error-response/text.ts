import type { Observation, TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isCallPath } from '../../../text/names.ts';

const symptom = 'http-error-answers';
const ask = { key: 'seen-ask' };

const sight: TextSight = ({ all }) => {
  const pages = all('http-status');
  const failed = all('upstream-failed');
  const files = all('call-for-file');
  if (pages.length > 0) return toldBy({ confidence: 'proven', symptom, seen: [...pages, ...failed, ...files], ask });
  // The log of the proxy. It says the same of web pages: a call has to be seen, or no request at all.
  const calls = failed.filter(isCall);
  if (calls.length + files.length > 0)
    return toldBy({ confidence: 'likely', symptom, seen: [...calls, ...files], ask });
  const bare = failed.filter(({ data }) => data.path === undefined && data.protocol === undefined);
  return toldBy({ confidence: 'possible', symptom, seen: bare, ask });
};

function isCall({ data: { path = '', protocol = '' } }: Observation<'upstream-failed'>): boolean {
  return isCallPath(path) || protocol.startsWith('grpc');
}

export default sight;
