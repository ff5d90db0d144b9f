import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/lab/lab.ts';
import { faults } from '../../src/lab/labs/module-proxies/faults.ts';
import { readResult } from '../../src/lab/results.ts';

/** What go does after a comma, and what the doctor says of the log of it. */
const expected: Readonly<Record<string, readonly [goesOn: boolean, doctor: string]>> = {
  refused: [false, 'proxy-unreachable'],
  'no-such-host': [false, 'proxy-unreachable'],
  'local-name': [false, 'proxy-unreachable'],
  '404': [true, 'nothing'],
  '410': [true, 'nothing'],
  '403': [false, 'proxy-forbidden'],
  '429': [false, 'proxy-failing'],
  '500': [false, 'proxy-failing'],
  '502': [false, 'proxy-failing'],
  // The log does not show what an answer holds; that go asks the checksum database after it and then gives up does.
  page: [false, 'proxy-answers-html'],
  silent: [false, 'proxy-hangs'],
  // Nor does it show whether an answer ended.
  stalled: [false, 'nothing'],
  mute: [false, 'proxy-unreachable'],
  'tls-404': [true, 'nothing'],
  'tls-silent': [false, 'proxy-hangs'],
  vanishes: [false, 'proxy-unreachable'],
};

describe('module-proxies', async () => {
  const rows = (await readResult('module-proxies'))?.rows ?? [];
  const row = (id: string): Row | undefined => rows.find((one) => one.id === id);

  it.each(faults.map(({ id }) => id))('%s: the comma, the bar, and the log', (id) => {
    const [goesOn, doctor] = expected[id] ?? [];
    for (const version of ['1.21.13', '1.26.8']) {
      expect(row(`${version}-${id}-alone`)?.goesOn).toBe(false);
      expect(row(`${version}-${id}-comma`)?.goesOn).toBe(goesOn);
      // A bar goes on after everything but waiting.
      const waits = row(`${version}-${id}-pipe`)?.lasts === 'no end';
      expect(row(`${version}-${id}-pipe`)?.goesOn).toBe(!waits);
    }
    expect(row(`1.26.8-${id}-comma`)?.doctor).toBe(doctor);
  });

  it('is neither serial nor slow where an answer comes', () => {
    const answered = rows.filter(({ lasts }) => lasts === '< 3 s');
    expect(answered.length).toBeGreaterThan(60);
    expect(
      rows.filter(({ id }) => id.includes('-late-')).map(({ id, atOnce, lasts }) => `${id} ${atOnce} ${lasts}`),
    ).toEqual([
      '1.21.13-late-1 1 6 s',
      '1.21.13-late-2 2 3 s',
      '1.21.13-late-8 6 1 s',
      '1.26.8-late-1 1 6 s',
      '1.26.8-late-2 2 3 s',
      '1.26.8-late-8 6 1 s',
    ]);
  });

  it('asks nothing twice, but for 4xx over TLS since Go 1.24', () => {
    const twice = rows.filter(({ repeated }) => Number(repeated) > 0).map(({ id }) => id);
    expect(twice).toEqual(['1.26.8-tls-404-alone', '1.26.8-tls-404-comma', '1.26.8-tls-404-pipe']);
  });
});
