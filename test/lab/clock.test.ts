import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/cli/context.ts';
import { UserError } from '../../src/core/errors.ts';
import { LocalHost } from '../../src/host/local.ts';
import { elsewhereOf, readElsewhere } from '../../src/lab/elsewhere.ts';
import type { Lab } from '../../src/lab/lab.ts';
import clock from '../../src/lab/labs/clock/lab.ts';
import { readClock } from '../../src/lab/labs/clock/program.ts';
import { leastTakenForLonger, seems, worstOf } from '../../src/lab/labs/clock/ticks.ts';
import throttled from '../../src/traps/infra/cpu-throttled/lab.ts';

const overshoot = { count: 200, p50Ns: 1_000_000, p99Ns: 15_000_000, maxNs: 16_000_000 };
const report = {
  format: 'grpc-doctor clock 1',
  go: 'go1.26.8',
  os: 'windows',
  arch: 'amd64',
  processors: 8,
  maxProcs: 8,
  clockSource: '',
  steps: { pairs: 200000, zero: 199990, back: 0, smallestNs: 500000, p50Ns: 500000, p99Ns: 500100, maxNs: 1000000 },
  callNs: 5,
  drift: { monotonicNs: 2_000_000_000, wallNs: 1_999_000_000 },
  sleep: { askedNs: 5_000_000, idle: overshoot, load: overshoot },
};

describe('a clock that steps', () => {
  const ms = 1e6;

  it('is off by less than one tick, up or down', () => {
    for (const tick of [0.5, 10, 15.6, 15.625]) {
      for (const took of [0, 1, 1000, 2980, 2995, 3000]) {
        const { errorNs, longestNs } = worstOf(tick * ms, 12_345_678, 12_345_678 + took * ms);
        expect(errorNs).toBeLessThan(tick * ms + 1);
        expect(longestNs).toBeLessThan((took + tick) * ms + 1);
      }
    }
  });

  it('shows time that stands still, and jumps', () => {
    expect(seems({ tickNs: 16, phaseNs: 0 }, 1, 15)).toBe(0);
    expect(seems({ tickNs: 16, phaseNs: 0 }, 15, 16)).toBe(16);
  });

  it('never makes an answer pass 3 s that takes less than all but one of the ticks', () => {
    expect(leastTakenForLonger(15.625 * ms, 3000 * ms)).toBe(3000 * ms);
    for (const tick of [0.5, 15.6, 15.625]) {
      const least = leastTakenForLonger(tick * ms, 3000 * ms);
      expect(worstOf(tick * ms, 777, 777 + least - 0.01 * ms).longestNs).toBeLessThanOrEqual(3000 * ms);
      expect(worstOf(tick * ms, 777, 777 + least + 0.1 * ms).longestNs).toBeGreaterThan(3000 * ms);
    }
  });
});

describe('what the measuring program printed elsewhere', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clock-'));
  const context = { host: new LocalHost(), cwd: folder } as unknown as Context;
  const read = (content: string | Uint8Array) => {
    writeFileSync(join(folder, 'other.json'), content);
    return readElsewhere(clock, elsewhereOf([clock], '--read'), 'other.json', context);
  };

  it('is a row of its own, marked with where it comes from', () => {
    expect(read(`${JSON.stringify(report)}\n`)).toMatchObject({
      id: 'windows-amd64',
      from: 'read from other.json',
      smallestStepNs: 500000,
      zeroShare: 1,
      driftMs: -1,
    });
  });

  it('may be UTF-16, as Windows PowerShell writes it, or begin with a mark', () => {
    expect(read(Buffer.from(`\ufeff${JSON.stringify(report)}\r\n`, 'utf16le'))).toMatchObject({ id: 'windows-amd64' });
    expect(read(`\ufeff${JSON.stringify(report)}`)).toMatchObject({ id: 'windows-amd64' });
  });

  const hostile: [string, string, string][] = [
    ['nothing', '', 'JSON'],
    ['a cut-off file', JSON.stringify(report).slice(0, 200), 'JSON'],
    ['brackets', '['.repeat(60_000), 'JSON'],
    ['a list', '[]', '{ }'],
    ['null', 'null', '{ }'],
    ['another format', JSON.stringify({ ...report, format: 'x' }), 'format'],
    ['control characters', JSON.stringify({ ...report, os: '\u001b[31mred' }), 'os'],
    ['a long word', JSON.stringify({ ...report, go: 'g'.repeat(65) }), 'go'],
    ['a text for a number', JSON.stringify({ ...report, callNs: '5' }), 'callNs'],
    ['a negative step', JSON.stringify({ ...report, steps: { ...report.steps, smallestNs: -1 } }), 'steps.smallestNs'],
    ['a huge number', JSON.stringify(report).replace('16000000', '1e300'), 'sleep.idle.maxNs'],
    ['a part', JSON.stringify({ ...report, callNs: 0.5 }), 'callNs'],
    ['no sleeps', JSON.stringify({ ...report, sleep: null }), 'sleep'],
    ['more than there is', JSON.stringify({ ...report, steps: { ...report.steps, zero: 200001 } }), 'steps.zero'],
    ['a prototype', `{"__proto__":${JSON.stringify(report)}}`, 'format'],
  ];
  it.each(hostile)('is refused in one line: %s', (_, text, field) => {
    expect(() => readClock(text)).toThrow(field);
    expect(() => read(text)).toThrow(new UserError('error.labFile').message);
  });

  it('is refused where it is missing or too large', () => {
    expect(() => readElsewhere(clock, elsewhereOf([clock], '--read'), 'none.json', context)).toThrow('missing');
    expect(() => read(' '.repeat(70_000))).toThrow('unread');
  });

  it('is for one lab that measures elsewhere', () => {
    for (const labs of [[throttled], [clock, throttled], []] as Lab[][])
      expect(() => elsewhereOf(labs, '--read')).toThrow('error.labNotElsewhere');
    rmSync(folder, { recursive: true });
  });
});
