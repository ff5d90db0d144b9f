import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/core/diagnosis.ts';
import { readFailure } from '../../src/text/failure.ts';
import { traps } from '../../src/traps/registry.gen.ts';
import { shapeOf, unrelatedTexts } from '../support/unrelated.ts';

/** What any program may say, and what is the cause whoever says it. */
const right: readonly { readonly words: RegExp; readonly causes: readonly string[]; readonly because: string }[] = [
  {
    words: /Connection refused|connection refused/,
    causes: ['connection-refused', 'localhost-in-container'],
    because: 'only connect(2) fails like that, and only where nobody listens',
  },
  {
    words: /Temporary failure in name resolution/,
    causes: ['dns-server-unreachable'],
    because:
      'what the C library says when no name server answers, and these texts come from a machine without a network',
  },
  {
    words: /version "[^"]+" invalid: should be v/,
    causes: ['module-version-not-found'],
    because: 'a version of another major than its path says is one that cannot be there',
  },
  {
    words: /Exec format error/,
    causes: ['exec-format-error'],
    because: 'only execve(2) fails like that, of a file that this processor or system cannot start',
  },
];

const toldOf = (text: string) =>
  diagnose(traps, readFailure(text)).map(({ trap, claim }) => `${trap.id} ${claim.confidence}`);

describe.each(['near', 'far'] as const)('of a text that is %s and has no trap', (kind) => {
  const texts = unrelatedTexts(kind);
  const isRight = (text: string, told: readonly string[]): boolean =>
    right.some(
      ({ words, causes }) => words.test(text) && told.every((one) => causes.includes(one.split(' ')[0] ?? '')),
    );

  it('nothing is claimed, not even as possible', () => {
    const claims = texts.flatMap(({ tool, text }) => {
      const told = toldOf(text);
      return told.length === 0 || isRight(text, told) ? [] : [`${tool}: ${told.join(', ')}: ${text.slice(0, 200)}`];
    });
    expect(claims).toEqual([]);
  });

  it('few say what is a cause by whomever it is said', () => {
    expect(texts.filter(({ text }) => toldOf(text).length > 0).length).toBeLessThanOrEqual(texts.length / 100);
  });

  it('there are many, and hardly two alike', () => {
    expect(texts.length).toBeGreaterThanOrEqual(kind === 'near' ? 500 : 1500);
    expect(new Set(texts.map(({ text }) => shapeOf(text))).size).toBeGreaterThanOrEqual(0.9 * texts.length);
    expect(new Set(texts.map(({ tool }) => tool)).size).toBeGreaterThanOrEqual(kind === 'near' ? 10 : 100);
  });
});

it('every exception is one that is needed', () => {
  const all = [...unrelatedTexts('near'), ...unrelatedTexts('far')].filter(({ text }) => toldOf(text).length > 0);
  for (const { words, because } of right)
    expect(
      all.some(({ text }) => words.test(text)),
      because,
    ).toBe(true);
});
