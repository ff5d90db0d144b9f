import type { Evidence, FixPlan } from '../../../core/claim.ts';
import type { CallTranscript } from '../../../core/host.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { aboutEndpoint } from '../../../fix/endpoint-claims.ts';
import { causeOfStatus, type StatusCause } from '../../../knowledge/http-status.ts';
import { http2ErrorName, httpServerOf } from '../../../knowledge/peers.ts';
import { bytesText, callsOf, placeOf, shownBytes, throughProxy } from '../../../wire/heard.ts';
import { wire } from '../../../wire/ladder.ts';
import { prediction } from '../../../wire/prediction/prediction.ts';
import type { Wire } from '../../../wire/wire.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** Who answers speaks HTTP/2 and no gRPC: the error page of a proxy, or a web server. */
const trap: Trap = defineTrap({
  id: 'http-gateway-error-response',
  group: 'proxy',
  subject: 'endpoint',
  needs: { wire, prediction },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject, options }) => {
    const seen = facts.wire;
    const answer = seen && !throughProxy(seen) ? answerOf(seen) : undefined;
    if (!seen || !answer) return [];
    const { call, cause } = answer;
    const server = httpServerOf(call.headers?.server)?.server;
    const data = { place: placeOf(seen), answer: answerText(call) };
    return [
      {
        ...aboutEndpoint(subject, options, facts.prediction),
        severity: routed.has(cause) ? 'warning' : 'error',
        confidence: routed.has(cause) ? 'likely' : 'proven',
        title: server
          ? { key: `title-server-${kindOf(cause)}`, data: { ...data, server } }
          : { key: `title-${kindOf(cause)}`, data },
        why: { key: `why-${cause}` },
        evidence: evidenceOf(seen, call),
        causes: [{ kind: 'http-error-answers', about: [seen.target.text] }],
        fixes: fixesFor(cause, server),
      },
    ];
  },
});

/** `reset` and `unavailable` are not told by a status of HTTP. */
type Cause = StatusCause | 'reset' | 'unavailable';

/** By these nobody knows what becomes of other paths: proxies and HTTP servers choose by path. */
const routed: ReadonlySet<Cause> = new Set<Cause>(['route', 'page', 'login']);

interface HttpAnswer {
  readonly call: CallTranscript;
  readonly cause: Cause;
}

/** The first call tells; where a later one was answered in gRPC, the first went astray by its path alone. */
function answerOf(seen: Wire): HttpAnswer | undefined {
  const { health } = seen;
  const calls = callsOf(seen);
  if (health?.kind === 'not-grpc') {
    if (calls.some(({ grpcStatus }) => grpcStatus !== undefined)) return undefined;
    return { call: health.call, cause: causeOfStatus(health.call.httpStatus ?? 0) };
  }
  if (health?.kind === 'no-answer' && health.call.kind === 'reset') return { call: health.call, cause: 'reset' };
  const [call] = calls;
  if (!call || call.grpcStatus === undefined) return undefined;
  const server = httpServerOf(call.headers?.server);
  // A proxy that speaks gRPC says in gRPC that it has no backend, or no route.
  if (call.grpcStatus === unavailable) return { call, cause: 'unavailable' };
  const astray = call.grpcStatus === unimplemented && (call.grpcMessage ?? '') === '' && server?.stands === 'before';
  return astray ? { call, cause: 'route' } : undefined;
}

/** Status codes of gRPC. */
const unimplemented = 12;
const unavailable = 14;

function kindOf(cause: Cause): 'reset' | 'status' | 'page' {
  if (cause === 'reset' || cause === 'page') return cause;
  return 'status';
}

function answerText({ httpStatus, grpcStatus, grpcMessage, resetCode, headers }: CallTranscript): string {
  if (resetCode !== undefined) return http2ErrorName(resetCode);
  if (grpcStatus !== undefined) return `grpc-status ${grpcStatus}${grpcMessage ? ` "${grpcMessage}"` : ''}`;
  const type = headers?.['content-type'];
  return type ? `HTTP ${httpStatus ?? '?'} ${type}` : `HTTP ${httpStatus ?? '?'}`;
}

function evidenceOf(seen: Wire, call: CallTranscript): Evidence[] {
  const server = call.headers?.server;
  const body = shownBytes(bytesText(call.body).trimStart());
  const sent = call.kind === 'reset' ? `RST_STREAM ${answerText(call)}` : answerText(call);
  return [
    { source: call.path, text: sent },
    ...(server ? [{ source: placeOf(seen), text: `server: ${server}` }] : []),
    ...(body ? [{ source: placeOf(seen), text: body }] : []),
  ];
}

function fixesFor(cause: Cause, server: string | undefined): FixPlan[] {
  const nginx = server === 'nginx' || server === 'OpenResty';
  switch (cause) {
    case 'route':
    case 'page':
      return nginx ? [nginxRoute, plan('fix-route')] : [plan('fix-route')];
    case 'login':
      return [plan('fix-login')];
    case 'protocol':
      return [server === 'AWS Application Load Balancer' ? plan('fix-alb') : plan('fix-protocol')];
    case 'reset':
      return [nginxPass, plan('fix-protocol')];
    case 'backend':
    case 'late':
    case 'full':
    case 'unavailable':
      return nginx ? [nginxBackend, plan('fix-backend')] : [plan('fix-backend')];
    case 'other':
      return [plan('fix-backend')];
  }
}

const nginxRoute: FixPlan = {
  kind: 'text',
  safety: 'manual',
  title: { key: 'fix-nginx-route' },
  lines: [{ shell: 'nginx.conf', line: 'location / { grpc_pass grpc://127.0.0.1:50051; }' }],
};
const nginxPass: FixPlan = {
  kind: 'text',
  safety: 'manual',
  title: { key: 'fix-nginx-pass' },
  lines: [{ shell: 'nginx.conf', line: 'grpc_pass grpc://127.0.0.1:50051;' }],
};
const nginxBackend: FixPlan = {
  kind: 'text',
  safety: 'manual',
  title: { key: 'fix-nginx-backend' },
  lines: [
    { shell: 'shell', line: 'grep -E "connect\\(\\) failed|SSL_do_handshake|upstream" /var/log/nginx/error.log' },
    { shell: 'nginx.conf', line: 'grpc_pass grpc://127.0.0.1:50051;   # grpcs:// only for a backend that speaks TLS' },
  ],
};

function plan(key: 'fix-route' | 'fix-login' | 'fix-alb' | 'fix-protocol' | 'fix-backend'): FixPlan {
  return { kind: 'text', safety: 'manual', title: { key } };
}

export default trap;
