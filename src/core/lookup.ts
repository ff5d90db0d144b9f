import type { Trap } from './trap.ts';

/** True where a word of a user is in the id, the group or a message of the trap, in any language. */
export function knowsWord(trap: Trap, word: string): boolean {
  const wanted = word.toLowerCase();
  const texts = [trap.id, trap.group, ...Object.values(trap.messages).flatMap((messages) => Object.values(messages))];
  return texts.some((text) => text.toLowerCase().includes(wanted));
}

/** Traps that fit all words, the best fit first: the id itself, then ids with the word in them, then messages. */
export function findTraps(traps: readonly Trap[], words: readonly string[]): Trap[] {
  const exact = traps.filter(({ id }) => id === words.join('-').toLowerCase());
  if (exact.length > 0) return exact;
  const fitting = traps.filter((trap) => words.every((word) => knowsWord(trap, word)));
  const inId = fitting.filter(({ id }) => words.every((word) => id.includes(word.toLowerCase())));
  return inId.length > 0 ? inId : fitting;
}
