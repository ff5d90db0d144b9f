import type { Trap } from './trap.ts';

/** True where a word of a user is in the id, the group or a message of the trap, in any language. */
export function knowsWord(trap: Trap, word: string): boolean {
  return placeOf(trap, word) !== undefined;
}

/**
 * Traps that fit all words, the best fit first: the id itself, then ids with the word in them, then the traps that speak of it;
 * of these first the ones that say so in their summary, then in a title, then elsewhere. Where nothing is found `timezone` is
 * also `time zone`, and last the explanations are searched.
 */
export function findTraps(
  traps: readonly Trap[],
  words: readonly string[],
  explanation: (trap: Trap) => string = () => '',
): Trap[] {
  const exact = traps.filter(({ id }) => id === words.join('-').toLowerCase());
  if (exact.length > 0) return exact;
  const inId = traps.filter(({ id }) => words.every((word) => id.includes(word.toLowerCase())));
  if (inId.length > 0) return inId;
  const ways = [
    (trap: Trap, word: string) => placeOf(trap, word),
    (trap: Trap, word: string) => placeOf(trap, word, squeezed),
    (trap: Trap, word: string) => (lower(explanation(trap)).includes(lower(word)) ? 0 : undefined),
  ];
  for (const way of ways) {
    const found = traps.flatMap((trap) => {
      const places = words.map((word) => way(trap, word) ?? Number.POSITIVE_INFINITY);
      return Math.max(...places) < Number.POSITIVE_INFINITY ? [{ trap, place: Math.max(...places) }] : [];
    });
    if (found.length > 0) return found.sort((a, b) => a.place - b.place).map(({ trap }) => trap);
  }
  return [];
}

type Form = (text: string) => string;

const lower: Form = (text) => text.toLowerCase();
const squeezed: Form = (text) => lower(text).replace(/[\s-]/g, '');

/** How far from the summary a word stands: 0 in the id, the group or a summary, 1 in a title, 2 elsewhere. */
function placeOf(trap: Trap, word: string, form: Form = lower): number | undefined {
  const said = Object.values(trap.messages).flatMap((messages) => Object.entries(messages));
  const textsOf = (wanted: RegExp): string[] => said.filter(([key]) => wanted.test(key)).map(([, text]) => text);
  const places = [[trap.id, trap.group, ...textsOf(/^summary$/)], textsOf(/^title/), textsOf(/^(?!summary$|title)/)];
  const place = places.findIndex((texts) => texts.some((text) => form(text).includes(form(word))));
  return place < 0 ? undefined : place;
}
