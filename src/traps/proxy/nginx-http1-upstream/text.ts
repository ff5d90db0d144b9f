import type { Confidence, FixPlan } from '../../../core/claim.ts';
import type { Observation, TextClaim, TextSight } from '../../../core/failure.ts';
import { causeOfStatus } from '../../../knowledge/http-status.ts';
import { isCallPath, isTlsRecord, protocolOf, textOfNumber } from '../../../text/names.ts';

const sight: TextSight = (failure) => {
  const { all, has, clues } = failure;
  const posted = all('preface-corrupt').filter(({ data }) => protocolOf(data.bytes ?? '') === 'http1');
  // nginx says the same of web servers: a call has to be seen, or no request at all.
  const beside = posted.length > 0 || has('stream-reset');
  const http1 = all('upstream-not-http1').filter(({ data: { path } }) => beside || !path || isCallPath(path));
  if (http1.length > 0) {
    const called = beside || http1.some(({ data }) => data.path);
    return [passes(called ? 'proven' : 'possible', [...http1, ...posted], called)];
  }
  const frames = all('upstream-not-http2').filter(({ data }) => !isTlsRecord(data.size ?? ''));
  const bytes = frames.map(({ data }) => textOfNumber(data.size ?? '')).find((text) => text !== undefined);
  if (frames.length > 0) return [withoutHttp2(bytes === undefined ? 'possible' : 'proven', frames, bytes)];
  const nginx = clues.names.has('nginx') || clues.names.has('ingress');
  // A server that was asked in HTTP/1 does not know by whom; nginx passes on calls alone.
  const asked = posted.some(({ data }) => /^POST /.test(data.bytes ?? ''));
  if (asked && !has('upstream-protocol-error') && !clues.names.has('envoy'))
    return [passes(nginx ? 'likely' : 'possible', posted, nginx)];
  const pages = all('http-status').filter(({ data }) => causeOfStatus(Number(data.status)) === 'backend');
  if (nginx && pages.length > 0) return [withoutHttp2('possible', pages)];
  return [];
};

/** proxy_pass, which speaks HTTP/1 to the server. */
function passes(confidence: Confidence, seen: readonly Observation[], decided: boolean): TextClaim {
  return {
    confidence,
    symptom: 'other-protocol-answers',
    seen,
    why: { key: 'why-proxy-pass' },
    fixes: [fix('fix-grpc-pass', 'grpc_pass grpc://127.0.0.1:50051;   # in place of proxy_pass')],
    ...(!decided && { ask: { key: 'ask-proxy-pass' } }),
  };
}

/** grpc_pass to what speaks no HTTP/2. `bytes`: what it began with, where that can be read. */
function withoutHttp2(confidence: Confidence, seen: readonly Observation[], bytes?: string): TextClaim {
  return {
    confidence,
    symptom: 'other-protocol-answers',
    seen,
    why: bytes === undefined ? { key: 'why-grpc-pass' } : { key: 'why-bytes', data: { bytes } },
    fixes: [fix('fix-upstream', 'proxy_pass http://127.0.0.1:8080;   # for a backend of HTTP/1')],
    ...(bytes === undefined && { ask: { key: 'ask-grpc-pass' } }),
  };
}

function fix(key: 'fix-grpc-pass' | 'fix-upstream', line: string): FixPlan {
  return { kind: 'text', safety: 'manual', title: { key }, lines: [{ shell: 'nginx.conf', line }] };
}

export default sight;
