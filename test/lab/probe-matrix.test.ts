import { describe, expect, it } from 'vitest';
import { sameTrap } from '../../src/lab/kit/endpoint-lab.ts';
import { clientBuilds, clientName } from '../../src/lab/kit/grpc-clients.ts';
import { labCertificates } from '../../src/lab/kit/lab-certificates.ts';
import { situations } from '../../src/lab/labs/probe-matrix/rows/all.ts';
import { readResult } from '../../src/lab/results.ts';

const rows = new Map((await readResult('probe-matrix'))?.rows.map((row) => [row.id, row]));
const seen = situations.filter(({ unseen }) => !unseen);

interface Probe {
  readonly findings: readonly string[];
  readonly predicted: string | readonly string[];
}
const probeOf = (id: string) => rows.get(id)?.probe as Probe | undefined;

describe('probe-matrix', () => {
  it('has a row for each situation and each build, and no other', () => {
    const wanted = [...situations.map(({ id }) => id), ...clientBuilds.map((build) => `build: ${clientName(build)}`)];
    expect([...rows.keys()].sort()).toEqual(wanted.sort());
  });

  it('has more than thirty-four certificates of servers', () => {
    const sent = seen.flatMap(({ server }) => server.tls?.chain[0] ?? []);
    expect(new Set(sent).size).toBeGreaterThan(34);
    expect(sent.filter((id) => !(id in labCertificates))).toEqual([]);
  });

  it('has clients of three toolchains and five releases; what was not built says why in the words of the go command', () => {
    const builds = [...rows.values()].filter(({ id }) => id.startsWith('build: '));
    const refused = builds.filter(({ build }) => build !== 'built');
    expect(builds.length - refused.length).toBeGreaterThanOrEqual(13);
    for (const { build } of refused) expect(build).toMatch(/^go: .* requires go >= /);
  });

  it('the probe names the cause first in every row, and nothing where all is well', () => {
    const wrong = seen.filter(({ id, trap }) => !sameTrap(trap, probeOf(id)?.findings[0]));
    expect(wrong.map(({ id }) => `${id}: ${probeOf(id)?.findings}`)).toEqual([]);
  });

  it('the foretold text is what the newest client printed; of a race all texts are foretold', () => {
    const wrong = seen.filter(({ id, race }) => {
      const foretold = [probeOf(id)?.predicted ?? []].flat();
      const printed = [rows.get(id)?.newest ?? []].flat() as string[];
      return (
        printed.length === 0 ||
        printed.some((text) => !foretold.includes(text)) ||
        (race !== true && foretold.length > 1)
      );
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('no client finds a typed error of x509 in the error of a call, though crypto/tls gave it one', () => {
    const typed = [...rows.values()].filter(({ direct }) =>
      (direct as { as?: string[] } | undefined)?.as?.includes('*tls.CertificateVerificationError'),
    );
    expect(typed.length).toBeGreaterThan(25);
  });
});
