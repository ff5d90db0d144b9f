import type { Locale, Trap } from '../../src/core/trap.ts';
import type { Lab } from '../../src/lab/lab.ts';
import { labs } from '../../src/lab/labs.gen.ts';
import { type Myth, mythsIn } from '../../src/read/explanation.ts';
import { traps } from '../../src/traps/registry.gen.ts';
import { markedExplanation } from './explanations.ts';

/** A myth and the explanation that it stands in. */
export interface MythOfTrap extends Myth {
  readonly trap: Trap;
}

/** What the explanations of all traps call untrue. */
export function mythsOfTraps(locale: Locale): MythOfTrap[] {
  return traps.flatMap((trap) => mythsIn(markedExplanation(trap, locale)).map((myth) => ({ ...myth, trap })));
}

/** What the project has about one item of the article. */
export interface Answers {
  readonly traps: readonly Trap[];
  readonly labs: readonly Lab[];
  /** The traps in whose explanation the item is called untrue. */
  readonly myths: readonly Trap[];
}

const myths = mythsOfTraps('en');

/** Joins an item with the traps, labs and explanations that carry its id. */
export function answersOf(item: string): Answers {
  const carries = ({ article = [] }: { readonly article?: readonly string[] }): boolean => article.includes(item);
  return {
    traps: traps.filter(carries),
    labs: labs.filter(carries),
    myths: [...new Set(myths.filter(carries).map(({ trap }) => trap))],
  };
}
