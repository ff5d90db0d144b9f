import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/core/diagnosis.ts';
import { maskTold } from '../../src/host/mask.ts';
import { packageRoot } from '../../src/lab/paths.ts';
import { readFailure } from '../../src/text/failure.ts';
import { traps } from '../../src/traps/registry.gen.ts';
import { textsIn } from '../support/texts.ts';

const small = 16_000;
/** Four times the text may take this many times the work; what is quadratic takes sixteen. */
const mostRatio = 8;
/** Below this, the clock of the processor is too coarse to compare. */
const leastMs = 40;
/** For text that was made to be slow, in microseconds a character. */
const mostPerCharacter = 20;

function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const leastOf = (runs: number, work: () => void): number =>
  Math.min(...Array.from({ length: runs }, () => cpuMs(work)));

const filled = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** What is wrong with the time that texts of repeated pieces take. */
function slowness(piece: string, work: (text: string) => void): string | undefined {
  const large = filled(piece, 4 * small);
  const once = cpuMs(() => work(large));
  if (once < leastMs) return undefined;
  const ms = Math.min(
    once,
    leastOf(2, () => work(large)),
  );
  const ratio = ms / leastOf(3, () => work(filled(piece, small)));
  const perCharacter = (ms * 1000) / large.length;
  if (ratio <= mostRatio && perCharacter <= mostPerCharacter) return undefined;
  return `${JSON.stringify(piece.slice(0, 60))}: ${ms.toFixed(0)} ms, ${ratio.toFixed(1)} times that of a quarter`;
}

const atoms = [
  ' ',
  '\n',
  '\t',
  'a',
  'A',
  '0',
  '/',
  '\\',
  '"',
  "'",
  '`',
  ':',
  '.',
  '-',
  '=',
  '@',
  '{',
  '[',
  '(',
  '<',
  '&',
  '\u0000',
  '\ufeff',
  '\u001b[',
  '\u001b]',
  '你',
  '“',
  '://',
  'a.',
  'a/',
  'a:',
  'a@',
  '/a',
  ': ',
  '" ',
  '\\"',
  '\\n',
  '\\u003c',
  'a b ',
  'a=',
  '0:',
  '00:00:00 ',
  '> ',
  'x | ',
  '#1 0.1 ',
  '2026-01-01T00:00:00Z ',
  'desc = "',
  'desc = \\"',
  'rpc error: code = ',
  'Get "https://',
  'Get https://a',
  'dial tcp ',
  'lookup ',
  'exec: ',
  '-----BEGIN PRIVATE KEY-----',
  'password',
  'token=',
  'eyJ',
  'eyJa.',
  'login a password ',
  'curl ',
  'curl -u ',
  '"password":"',
  '?token',
  'bearer ',
  'A_TOKEN',
  'cookie:',
  'a:a@tcp',
];

const texts = traps.flatMap(({ group, id }) =>
  textsIn(join(packageRoot(), 'src/traps', group, id)).map(({ text }) => text),
);

describe('time grows with the length of a text, and no more', () => {
  const read = (text: string): void => void diagnose(traps, readFailure(text));

  it('for one thing repeated', () => {
    expect(atoms.flatMap((atom) => slowness(atom, read) ?? [])).toEqual([]);
  });

  it('for two things in turn', () => {
    const pairs = atoms.flatMap((one, at) => [
      one + atoms[(at * 7 + 3) % atoms.length],
      one + one + atoms[(at * 11 + 5) % atoms.length],
    ]);
    expect(pairs.flatMap((pair) => slowness(pair, read) ?? [])).toEqual([]);
  });

  it.each([1, 0.6])(
    'for the texts of traps, %f of each, repeated',
    (part) => {
      const pieces = texts.map((text) => text.slice(0, Math.ceil(text.length * part)));
      expect(pieces.flatMap((piece) => slowness(piece, read) ?? [])).toEqual([]);
    },
    120_000,
  );

  it('for masking', () => {
    const pairs = atoms.flatMap((one, at) => [one, one + atoms[(at * 7 + 3) % atoms.length]]);
    expect(pairs.flatMap((pair) => slowness(pair, (text) => void maskTold(text)) ?? [])).toEqual([]);
  });
});
