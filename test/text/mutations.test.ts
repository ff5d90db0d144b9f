import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/core/diagnosis.ts';
import { Chance } from '../../src/lab/labs/go-verdict-chains/random.ts';
import { packageRoot } from '../../src/lab/paths.ts';
import { readFailure } from '../../src/text/failure.ts';
import { traps } from '../../src/traps/registry.gen.ts';
import { mutations } from '../support/mutations.ts';
import { textsIn } from '../support/texts.ts';

const goal = 0.98;
const own = traps.flatMap(({ group, id }) =>
  textsIn(join(packageRoot(), 'src/traps', group, id))
    .filter(({ name }) => name.startsWith('reads-'))
    .map(({ name, text }) => ({ name: `${id}/${name}`, text })),
);
const first = (text: string): string | undefined => diagnose(traps, readFailure(text))[0]?.trap.id;

describe('the first cause stays the same under', () => {
  it.each(Object.entries(mutations))('%s', (name, mutation) => {
    const chance = new Chance(1);
    const lost = own.flatMap(({ name: of, text }) => {
      const mutated = mutation(text, chance);
      const told = first(mutated);
      return told === first(text) ? [] : [`${of}: ${told}`];
    });
    const kept = 1 - lost.length / own.length;
    console.log(
      `${(kept * 100).toFixed(1)} %  ${name}${lost.length > 0 ? `\n        ${lost.join('\n        ')}` : ''}`,
    );
    expect(kept).toBeGreaterThanOrEqual(goal);
  });
});
