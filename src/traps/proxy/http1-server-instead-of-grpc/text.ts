import type { Failure, Observation, TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { tlsAlertNumber } from '../../../knowledge/grpc-errors.ts';
import { alerts } from '../../../knowledge/tls-rules.ts';
import { isTextAsLength } from '../../../text/names.ts';

const sight: TextSight = ({ all, has }) => {
  const seen = [...all('http1-header'), ...all('frame-too-large')];
  if (seen.length === 0) return toldBy({ ...told, confidence: 'possible', seen: withoutHttp2(all), ask });
  return toldBy({
    ...told,
    // Where the server itself tells what it was asked, that says more.
    confidence: all('http1-header').length > 0 && !has('http2-to-http1') ? 'proven' : 'likely',
    seen,
    ask,
  });
};

const told = { symptom: 'http1-answers', lines: ['grpc-doctor probe HOST:PORT'] } as const;
const ask = { key: 'seen-ask' };

/**
 * A web server answers a TLS client in plaintext, one that has TLS refuses HTTP/2, and its page has a length that is text. Others do
 * so, too.
 */
function withoutHttp2(all: Failure['all']): readonly Observation[] {
  const refused = all('tls-alert').filter(({ data }) => tlsAlertNumber(data.alert) === alerts.noApplicationProtocol);
  const texts = all('message-too-large').filter(({ data }) => isTextAsLength(data.size));
  return [...all('not-tls').filter(({ data }) => data.side !== 'server'), ...refused, ...texts];
}

export default sight;
