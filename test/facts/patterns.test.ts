import { describe, expect, it } from 'vitest';
import { inputsOf } from '../../src/facts/generation/inputs.ts';
import { shellPattern } from '../../src/facts/proto/compilation/patterns.ts';
import type { GenerationStep } from '../../src/read/generation/generation.ts';

describe('patterns of a shell', () => {
  it('braces stand for each of their parts', () => {
    const fits = shellPattern('{a,b}/{c,d}/*.proto', false);
    expect(['a/c/x.proto', 'b/d/y.proto', 'c/a/x.proto'].map((path) => fits?.(path))).toEqual([true, true, false]);
  });

  it('gives up at more than anybody writes', () => {
    for (const part of ['{a,b}', '{a,', 'a,'])
      for (const times of [20, 500, 100_000])
        expect(shellPattern(`{${part.repeat(times)}b,c}.proto`, false)?.('a') ?? false).toBe(false);
    expect(shellPattern('a'.repeat(5000), true)).toBeUndefined();
  });

  it('inputs of a step: no word of a command is too long or too deep', () => {
    const path = `${'a/'.repeat(40)}x.proto`;
    const named = (input: string) =>
      inputsOf({ inputs: [input], file: 'b/Makefile' } as unknown as GenerationStep, [path, 'b/y.proto']);
    expect(named(`${'**/'.repeat(40)}x.proto`)).toEqual([path]);
    expect(named(`${'{a,b}'.repeat(90_000)}.proto`)).toEqual(['b/y.proto']);
    expect(named('./{x,z}.proto')).toEqual([path]);
    expect(named('$(DIR)/y.proto')).toEqual(['b/y.proto']);
  });
});
