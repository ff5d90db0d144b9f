import type { Claim, Evidence, FixPlan } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { aboutEndpoint } from '../../../fix/endpoint-claims.ts';
import { httpServerOf } from '../../../knowledge/peers.ts';
import { type Http1Head, readHttp1Head } from '../../../read/http1-head.ts';
import { firstText, placeOf, shownBytes, speaksTls, throughProxy } from '../../../wire/heard.ts';
import { wire } from '../../../wire/ladder.ts';
import { prediction } from '../../../wire/prediction/prediction.ts';
import type { Spoken, Wire } from '../../../wire/wire.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** Who answers speaks HTTP/1 only, in plaintext or inside TLS; gRPC needs HTTP/2. */
const trap: Trap = defineTrap({
  id: 'http1-server-instead-of-grpc',
  group: 'proxy',
  subject: 'endpoint',
  needs: { wire, prediction },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject, options }) => {
    const seen = facts.wire;
    const found = seen && !throughProxy(seen) ? answerOf(seen) : undefined;
    if (!seen || !found) return [];
    return [
      {
        ...aboutEndpoint(subject, options, facts.prediction),
        severity: 'error',
        confidence: 'proven',
        ...wordsFor(seen, found),
        evidence: evidenceOf(seen, found),
        causes: [{ kind: 'http1-answers', about: [seen.target.text] }],
      },
    ];
  },
});

/** What shows it: the answer, and whether it came inside TLS. */
interface Found {
  readonly spoken: Spoken;
  readonly inTls: boolean;
  readonly head?: Http1Head;
}

/**
 * A port for TLS that answers plaintext with a page of HTTP/1 is no HTTP/1 server: there it counts what is said inside TLS, and
 * a server that takes HTTP/2 inside TLS by some offer is none either.
 */
function answerOf(seen: Wire): Found | undefined {
  const { plaintext, tls, tlsAnyVersion, tlsWithoutAlpn, tlsWithoutName } = seen;
  if (!speaksTls(seen)) return plaintext?.answer === 'http1' ? found(plaintext, false) : undefined;
  const inside = [tls, tlsWithoutAlpn, tlsAnyVersion, tlsWithoutName].flatMap((one) => one ?? []);
  if (inside.some(({ answer }) => answer === 'http2')) return undefined;
  const spoken = inside.find(({ answer }) => answer === 'http1');
  return spoken && found(spoken, true);
}

function found(spoken: Spoken, inTls: boolean): Found {
  const head = readHttp1Head(firstText(spoken));
  return { spoken, inTls, ...(head && { head }) };
}

function wordsFor(seen: Wire, { inTls, head }: Found): Pick<Claim, 'title' | 'why' | 'fixes'> {
  const server = httpServerOf(head?.headers.get('server'));
  const data = { place: placeOf(seen), ...(server && { server: server.server }) };
  const fixes = [...(server?.stands === 'before' ? [before(server.server)] : []), plan('fix-port'), plan('fix-server')];
  if (server) return { title: { key: inTls ? 'title-server-tls' : 'title-server', data }, why: { key: 'why' }, fixes };
  return { title: { key: inTls ? 'title-tls' : 'title', data }, why: { key: 'why' }, fixes };
}

/** nginx has a line of configuration for it; of the others only what they are is known. */
function before(server: string): FixPlan {
  if (server !== 'nginx' && server !== 'OpenResty') return plan('fix-before');
  return {
    kind: 'text',
    safety: 'manual',
    title: { key: 'fix-nginx' },
    lines: [
      {
        shell: 'nginx.conf (1.25.1+)',
        line: 'server { listen 50051; http2 on; location / { grpc_pass grpc://127.0.0.1:9000; } }',
      },
      { shell: 'nginx.conf', line: 'server { listen 50051 http2; location / { grpc_pass grpc://127.0.0.1:9000; } }' },
    ],
  };
}

function plan(key: 'fix-before' | 'fix-port' | 'fix-server'): FixPlan {
  return { kind: 'text', safety: 'manual', title: { key } };
}

function evidenceOf(seen: Wire, { spoken, head }: Found): Evidence[] {
  const source = placeOf(seen);
  const header = head?.headers.get('server');
  const alert = seen.tls?.transcript.tls?.alert;
  return [
    ...(head ? [{ source, text: head.statusLine }] : [{ source, text: shownBytes(firstText(spoken)) }]),
    ...(header ? [{ source, text: `Server: ${header}` }] : []),
    ...(alert !== undefined ? [{ source, text: `TLS with ALPN h2: alert ${alert}` }] : []),
  ];
}

export default trap;
