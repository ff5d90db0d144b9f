import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, vi } from 'vitest';
import type { Ask, Fact } from '../../src/core/fact.ts';
import { FactStore } from '../../src/core/fact.ts';
import { known, type Outcome } from '../../src/core/outcome.ts';
import { project, type Subject } from '../../src/core/subject.ts';
import { LocalHost } from '../../src/host/local.ts';
import { judgeChain } from '../../src/wire/go-verdict/judge.ts';
import { localZoneMinutes } from '../../src/wire/local-zone.ts';
import { realGoVerdict } from '../../src/wire/real-verdict.ts';
import { handMadeOne } from '../support/chains.ts';
import { itWith } from '../support/skip.ts';

const dir = mkdtempSync(join(tmpdir(), 'grpc-doctor-real-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const subject: Subject = { kind: 'endpoint', id: 'greeter.acme.example:443' };
const base64 = (name: string) => Buffer.from(handMadeOne(name)).toString('base64');

/** A probe whose handshake and client are given, and everything else is of this machine. */
function askOf(chain: readonly string[], goVersion: string, now = Date.now()): Ask {
  const host = new LocalHost();
  const options = {
    dir,
    network: false,
    purpose: 'all',
    timeoutMs: 60_000,
    probe: { ca: [], verifyWithGo: true, checkRevocation: false, stepMs: 2000 },
  } as const;
  const store = new FactStore(host, options);
  const judged = {
    chain: chain.map(handMadeOne),
    roots: [handMadeOne('root')],
    serverName: 'greeter.acme.example',
    now,
    zoneMinutes: localZoneMinutes(host),
    usage: 'server',
    goVersion,
    goLine: '1.21.0',
    godebug: {},
  } as const;
  const given: Readonly<Record<string, unknown>> = {
    wire: { tls: { transcript: { tls: { chain: chain.map(base64), chainBytes: 1000 } } } },
    client: { ...judged },
    'go-verdict': judgeChain(judged),
  };
  return {
    host,
    options,
    get: <T>(fact: Fact<T>, of?: Subject): Promise<Outcome<T>> =>
      fact.name in given ? Promise.resolve(known(given[fact.name] as T)) : store.get(fact, of ?? project),
  };
}

describe('--verify-with-go', () => {
  afterEach(() => void vi.unstubAllEnvs());

  itWith(['go', 'version'])(
    'lets the Go on PATH judge, which says what was foretold',
    async () => {
      const outcome = await realGoVerdict.collect(askOf(['leaf', 'intermediate'], '1.26.8'), subject);
      expect(outcome).toMatchObject({ kind: 'known', value: { verdict: 'accept', text: '', agrees: true } });
    },
    240_000,
  );

  itWith(['go', 'version'])(
    'takes the Go on PATH where the one of the client is not installed, and says which it was',
    async () => {
      const outcome = await realGoVerdict.collect(askOf(['leaf'], '1.22.99'), subject);
      expect(outcome).toMatchObject({
        kind: 'known',
        value: {
          verdict: 'refuse',
          sameGo: false,
          text: 'tls: failed to verify certificate: x509: certificate signed by unknown authority',
          agrees: true,
        },
      });
    },
    240_000,
  );

  itWith(['go', 'version'])(
    'tells the time of now in the zone of this machine, as was foretold',
    async () => {
      vi.stubEnv('TZ', 'Asia/Shanghai');
      // Then nothing is valid any more.
      const future = Date.parse('2099-01-01T00:00:00Z');
      const ask = askOf(['leaf', 'intermediate'], '1.26.8', future);
      const outcome = await realGoVerdict.collect({ ...ask, host: clockAt(future) }, subject);
      expect(outcome).toMatchObject({
        kind: 'known',
        value: { text: expect.stringContaining('current time 2099-01-01T08:00:00+08:00 is after'), agrees: true },
      });
    },
    240_000,
  );
});

/** This machine, at another time. */
function clockAt(now: number): LocalHost {
  const host = new LocalHost();
  host.now = () => now;
  return host;
}
