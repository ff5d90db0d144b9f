import { describe, expect, it } from 'vitest';
import type { Transcript } from '../../src/core/host.ts';
import { clientBuilds, clientName } from '../../src/lab/kit/grpc-clients.ts';
import type { Row } from '../../src/lab/lab.ts';
import { callRows } from '../../src/lab/labs/probe-matrix/rows/calls.ts';
import { readResult } from '../../src/lab/results.ts';
import type { Client } from '../../src/wire/client.ts';
import type { GoVerdict } from '../../src/wire/go-verdict/verdict.ts';
import { foretell } from '../../src/wire/prediction/foretell.ts';
import { unforeseen } from '../../src/wire/prediction/words.ts';
import type { Answer, Wire } from '../../src/wire/wire.ts';
import { type TranscriptSpec, transcriptOf } from '../support/endpoint.ts';

// What is foretold is held against what real clients of every build said: the committed rows of the lab probe-matrix.

const rows = new Map((await readResult('probe-matrix'))?.rows.map((row) => [row.id, row]));
const ip = '127.0.0.1';
/** The rows have this where a port was. */
const address = `${ip}:<port>`;

const base64 = (bytes: string | readonly number[]): string => Buffer.from(bytes as string).toString('base64');
const first = (bytes: string | readonly number[]) => ({ first: { bytes: base64(bytes), ms: 1 } });
const by = (end: Transcript['end']['by']) => ({ end: { by: end, ms: 3 } });
const refused: TranscriptSpec = { connect: { kind: 'refused', ms: 1, code: 'ECONNREFUSED' } };
const http2 = { settings: {}, ms: 1, pings: 0, framesSent: 3, framesReceived: 3 };
const health = { path: '/grpc.health.v1.Health/Check', ms: 1 } as const;
const grpc = { ...health, kind: 'answered', httpStatus: 200, headers: { 'content-type': 'application/grpc' } } as const;
const shaken = { done: true, version: 'TLSv1.3', alpn: 'h2', chain: ['leaf', 'intermediate'] };
const refusedInside = (alert: number): TranscriptSpec => ({
  tls: { ...shaken, alert, clientCertificate: { authorities: [] } },
  ...by('alert'),
});
const alertOf = (alert: number): TranscriptSpec => ({ tls: { done: false, alert, chain: [] }, ...by('alert') });
const noTls = (bytes: string | readonly number[]): TranscriptSpec => ({
  tls: { done: false, instead: base64(bytes), chain: [] },
  ...by('protocol-error'),
});
const settled: TranscriptSpec = { http2, calls: [{ ...grpc, grpcStatus: 0 }] };
const banner = 'SSH-2.0-OpenSSH_9.6\r\n';
const goAway = [0, 0, 22, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 11, ...Buffer.from('too_many_pings')];

/** What a probe sees of the servers of these rows. */
const plaintext: Readonly<Record<string, TranscriptSpec>> = {
  'plaintext-well': settled,
  'plaintext-refused': refused,
  'plaintext-to-tls': by('peer-closed'),
  'plaintext-to-https1': by('peer-closed'),
  'plaintext-to-half-open': by('peer-closed'),
  'plaintext-to-close': by('reset'),
  'plaintext-to-reset': by('reset'),
  'plaintext-to-silent': by('timeout'),
  'plaintext-to-http1': { ...first('HTTP/1.1 400 Bad Request\r\n'), ...by('peer-closed') },
  'plaintext-to-http10': { ...first('HTTP/1.0 400 Bad Request\r\n'), ...by('timeout') },
  'plaintext-to-banner': { ...first(banner), ...by('timeout') },
  'plaintext-to-tls-alert': { ...first([21, 3, 1, 0, 2, 2, 10]), ...by('peer-closed') },
  'plaintext-to-goaway-first': { ...first(goAway), ...by('timeout') },
  'plaintext-to-goaway': {
    http2: { ...http2, goaway: { code: 11, debug: 'too_many_pings', ms: 1 } },
    calls: [{ ...health, kind: 'not-sent' }],
  },
  'plaintext-to-settings-only': { http2, calls: [{ ...health, kind: 'timeout' }], ...by('timeout') },
  'mtls-plaintext': by('peer-closed'),
  'health-missing': {
    http2,
    calls: [{ ...grpc, grpcStatus: 12, grpcMessage: 'unknown service grpc.health.v1.Health' }],
  },
  'health-unknown-service': { http2, calls: [{ ...grpc, grpcStatus: 5, grpcMessage: 'unknown service' }] },
  unauthenticated: { http2, calls: [{ ...grpc, grpcStatus: 16, grpcMessage: 'missing token' }] },
  ...Object.fromEntries(
    callRows.flatMap(({ id, server, client }) =>
      server.serve === 'http2' && client.as === 'plaintext' ? [[id, pageOf(server.http ?? {})]] : [],
    ),
  ),
};

const inTls: Readonly<Record<string, TranscriptSpec>> = {
  'tls-well': { ...settled, tls: shaken },
  'tls-refused': refused,
  'tls-to-plaintext': noTls([0, 0, 6, 4, 0, 0, 0, 0, 0]),
  'tls-to-http1': noTls('HTTP/1.1 400 Bad Request\r\n'),
  'tls-to-banner': noTls(banner),
  'tls-to-sslv2': noTls([0x80, 3, 0, 0, 1, 0]),
  'tls-to-close': { tls: { done: false, chain: [] }, ...by('reset') },
  'tls-to-close-after-read': { tls: { done: false, chain: [] }, ...by('peer-closed') },
  // Nothing of a handshake is seen.
  'tls-to-reset': by('reset'),
  'tls-to-silent': { tls: { done: false, chain: [] }, ...by('timeout') },
  'tls-inside-silent': { tls: shaken, ...by('timeout') },
  'tls-to-old-hello': { tls: { done: false, version: 'TLSv1.1', chain: [], failure: 'x' }, ...by('protocol-error') },
  'tls-to-https1': alertOf(120),
  'alpn-http1-only': alertOf(120),
  'alpn-missing': { ...settled, tls: { done: true, version: 'TLSv1.3', chain: ['leaf'] } },
  'tls11-only': alertOf(70),
  'name-refused': alertOf(80),
  'name-without-certificate': alertOf(112),
  'mtls-missing': refusedInside(116),
  'mtls-foreign': refusedInside(116),
  'mtls-server-usage': refusedInside(42),
  'mtls-expired': refusedInside(45),
  'mtls-missing-tls12': { tls: { ...shaken, done: false, version: 'TLSv1.2', alert: 40 }, ...by('alert') },
  'mtls-expired-tls12': { tls: { ...shaken, done: false, version: 'TLSv1.2', alert: 45 }, ...by('alert') },
  ...Object.fromEntries(
    [...rows.keys()].flatMap((id) => (id.startsWith('alert-') ? [[id, alertOf(Number(id.slice(6)))]] : [])),
  ),
};

function pageOf({ status = 200, header = {}, body = '' }: NonNullable<(typeof callRows)[number]['server']['http']>) {
  const call = { ...health, kind: 'answered', httpStatus: status, headers: header } as const;
  return { http2, calls: [{ ...call, ...(body !== '' && { body: base64(body.slice(0, 1024)) }) }] };
}

const accepted: GoVerdict = { verdict: 'accept', text: '', path: [], next: [], certificates: [] };

function wireOf(mode: 'plaintext' | 'tls', spec: TranscriptSpec): Wire {
  const { port, host } = { port: 443, host: ip };
  const answer: Answer = spec.http2 ? 'http2' : 'closed';
  return {
    target: { text: ip, scheme: 'dns', schemeWritten: false, endpoint: ip, host, port, authority: ip },
    resolution: { kind: 'literal', addresses: [{ kind: 'tcp', ip, port }], questions: [], ms: 0, deadServers: [] },
    address,
    others: [],
    mode,
    modeAsked: true,
    [mode]: { transcript: transcriptOf(spec), answer },
    connections: 1,
  };
}

function clientOf({ grpc: grpcVersion, go, goLine }: (typeof clientBuilds)[number]): Client {
  const sources = { goVersion: '', goLine: '', grpcVersion: '' };
  const enforcesAlpn = Number(grpcVersion.split('.')[1]) >= 67;
  return { grpcVersion, goVersion: go, goLine, godebug: {}, sources, serverName: 'localhost', enforcesAlpn };
}

/** All that this build may say, in the form of the rows. */
function foretold(wire: Wire, build: (typeof clientBuilds)[number], verdict = accepted): string[] {
  const told = foretell(wire, clientOf(build), verdict, 'linux');
  if (told === undefined) return ['OK'];
  if (told === unforeseen) return [told];
  const { code = '', text, races } = told;
  return [text, ...races].map((one) => (code === '' ? one : `${code}: ${one}`));
}

/** What a build said; undefined where it was not built. */
function said({ newest, clients }: Row, name: string): readonly string[] | undefined {
  if (rows.get(`build: ${name}`)?.build !== 'built') return undefined;
  const others = clients as readonly { says: string | readonly string[]; by: readonly string[] }[];
  const says = others.find((one) => one.by.includes(name))?.says ?? newest;
  return [says].flat() as string[];
}

const cases = [
  ...Object.entries(plaintext).map(([id, spec]) => [id, 'plaintext', spec] as const),
  ...Object.entries(inTls).map(([id, spec]) => [id, 'tls', spec] as const),
];

describe('what is foretold of', () => {
  it.each(cases)('%s (%s) is what every build of the client printed', (id, mode, spec) => {
    const row = rows.get(id);
    if (!row) throw new Error(`no row ${id}`);
    const builds = clientBuilds.filter((build) => said(row, clientName(build)));
    expect(builds.length).toBeGreaterThan(12);
    for (const build of builds) {
      const possible = foretold(wireOf(mode, spec), build);
      // Of old releases one thing is not known, and said to be so.
      if (id === 'plaintext-to-goaway' && build !== clientBuilds[0]) {
        expect(possible).toEqual([unforeseen]);
        continue;
      }
      const missed = said(row, clientName(build))?.filter((text) => !possible.includes(text));
      expect(missed, `${clientName(build)}: ${JSON.stringify(possible)}`).toEqual([]);
    }
  });

  it('a chain that Go refuses is what crypto/tls says of it, in the words of the handshake', () => {
    const refusals = [...rows.values()].filter(
      ({ id, direct }) => id.startsWith('certificate-') && textOf(direct) !== '',
    );
    expect(refusals.length).toBeGreaterThan(25);
    for (const row of refusals.filter(({ probe }) => probe !== undefined)) {
      const verdict: GoVerdict = { ...accepted, verdict: 'refuse', text: textOf(row.direct) };
      const [newest] = clientBuilds;
      expect(newest && foretold(wireOf('tls', { tls: shaken }), newest, verdict)).toEqual([row.newest]);
    }
  });
});

function textOf(direct: unknown): string {
  return (direct as { text?: string } | undefined)?.text ?? '';
}

describe('nothing is foretold', () => {
  const [newest] = clientBuilds;

  it.each<[string, 'plaintext' | 'tls', TranscriptSpec]>([
    ['of a chain that nobody judged', 'tls', { tls: shaken, ...by('timeout') }],
    ['of what only our own library refuses', 'tls', { tls: { done: false, chain: [], failure: 'x' }, ...by('failed') }],
    ['of a frame of an unknown kind', 'plaintext', { ...first([0, 0, 1, 99, 0, 0, 0, 0, 0, 0]), ...by('timeout') }],
    ['of more than a sane peer sends', 'plaintext', by('too-much')],
    ['of an error of connect without a name', 'plaintext', { connect: { kind: 'failed', ms: 1, code: 'EWHAT' } }],
    ['of an answer without any status', 'plaintext', { http2, calls: [grpc] }],
    ['of what an HTTP proxy says', 'plaintext', { proxy: { status: 403, head: 'HTTP/1.1 403 Forbidden', ms: 1 } }],
  ])('%s', (_, mode, spec) => {
    const who = clientOf(newest as never);
    expect(foretell(wireOf(mode, spec), who, undefined, 'linux')).toBe(unforeseen);
  });
});

describe('several addresses', () => {
  const other = { kind: 'tcp', ip: '::1', port: 443 } as const;
  const both = (spec: TranscriptSpec): Wire => {
    const wire = wireOf('plaintext', spec);
    const [own] = wire.resolution.addresses;
    return {
      ...wire,
      address: `${ip}:443`,
      resolution: { ...wire.resolution, addresses: [other, ...(own ? [own] : [])] },
      others: [{ address: '[::1]:443', transcript: transcriptOf(refused), answer: 'unreachable' }],
    };
  };

  it('that all fail: the last one is told, and the first one before pick_first took each by itself', () => {
    const by = (version: string) =>
      foretell(
        both({ ...first(banner) }),
        { ...clientOf(clientBuilds[0] as never), grpcVersion: version },
        undefined,
        'linux',
      );
    const says = (words: string) => ({ text: expect.stringContaining(words) });
    expect(by('1.72.0')).toMatchObject(says('frame too large'));
    expect(by('1.71.3')).toMatchObject(says('dial tcp [::1]:443: connect: connection refused'));
  });

  it('of which one works: it works', () => {
    expect(foretell(both(settled), clientOf(clientBuilds[0] as never), undefined, 'linux')).toBeUndefined();
  });
});
