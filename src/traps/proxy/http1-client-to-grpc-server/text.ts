import type { Confidence } from '../../../core/claim.ts';
import type { Failure, TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { protocolOf } from '../../../text/names.ts';

const sight: TextSight = (failure) => {
  const { all, has } = failure;
  // A proxy says by itself that it was the client.
  if (has('upstream-not-http1', 'upstream-protocol-error')) return [];
  const asked = all('preface-corrupt').filter(({ data }) => protocolOf(data.bytes ?? '') === 'http1');
  const answered = [...all('http1-to-http2'), ...all('http1-answer-refused')];
  const confidence = confidenceOf(
    failure,
    asked.map(({ data }) => data.bytes ?? ''),
  );
  return toldBy({
    confidence,
    symptom: 'http2-not-agreed',
    seen: [...asked, ...answered],
    ...(confidence !== 'proven' && { ask: { key: 'ask-client' } }),
  });
};

/** A client that only says that it was no HTTP/1 does not know what it was. A proxy passes calls on by POST alone: with any other method the client itself speaks HTTP/1. */
function confidenceOf({ has, clues }: Failure, asked: readonly string[]): Confidence {
  const posts = asked.filter((bytes) => /^(?:POST|504f5354)/i.test(bytes));
  if (asked.length > posts.length || (asked.length > 0 && has('http1-to-http2'))) return 'proven';
  if (asked.length === 0 && !has('http1-to-http2')) return 'possible';
  const proxies = ['nginx', 'ingress', 'envoy', 'istio'].some((name) => clues.names.has(name));
  return proxies ? 'possible' : 'likely';
}

export default sight;
