import { fillers } from '../knowledge/lookup-words.ts';

/** A text in the form in which words are compared: small letters, half width. */
export function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** The same without what people put around a word or between its parts: quotes, blanks, hyphens, the end of a sentence. */
export function key(text: string): string {
  return plain(text)
    .replace(/[\s`'"\u2018\u2019\u201c\u201d_-]+/g, '')
    .replace(/(?<=.)[.,:;!?()\u3002]+$/, '');
}

const chinese = /\p{Script=Han}/u;
const pieces =
  /\p{Script=Han}+|[@#]?(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:[._/=-]+(?:(?!\p{Script=Han})[\p{L}\p{N}])+)*/gu;

/**
 * What is looked for: words with their dots, hyphens and equal signs, and of Chinese each two neighbours. Words that only make a
 * sentence are left out, unless there are no others.
 */
export function termsOf(query: string): string[] {
  const all = [...new Set((plain(query).match(pieces) ?? []).flatMap(partsOf))];
  const telling = all.filter((term) => !fillers.has(term));
  return (telling.length > 0 ? telling : all).slice(0, mostTerms);
}

/** Of a pasted log the beginning: as words it leads nowhere, and each costs time. */
const mostTerms = 60;

/** Of `NAME=value` also the name. */
function partsOf(piece: string): string[] {
  if (chinese.test(piece)) return pairs(piece);
  const [name = ''] = piece.split('=');
  return name.length >= shortestBeginning && name !== piece ? [piece, name] : [piece];
}

/** Each two neighbours of a text. */
export function pairs(text: string): string[] {
  const characters = [...text];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

export function isChinese(term: string): boolean {
  return chinese.test(term);
}

/**
 * How well a plain text holds a term: 1 as a word of its own, less as the beginning of one, or inside of one; 0 where it does not.
 * Of a Chinese text any place will do.
 */
export function holds(text: string, term: string): number {
  let best = 0;
  for (let at = text.indexOf(term); at >= 0 && best < 1; at = text.indexOf(term, at + 1))
    best = Math.max(best, strengthAt(text, term, at));
  if (best > 0 || isChinese(term)) return best;
  const root = rootOf(term);
  return root === undefined ? 0 : Math.min(holds(text, root), asRoot);
}

/** Shorter ones begin or lie in too many words. */
const shortestBeginning = 4;
const asBeginning = 0.9;
const asRoot = 0.85;
const inside = 0.4;

function strengthAt(text: string, term: string, at: number): number {
  if (isChinese(term)) return 1;
  const end = at + term.length;
  const begins = !isOfWord(text[at - 1]) || !isOfWord(term[0]);
  const digit = /\d$/.test(term);
  // `1.2` is not the beginning of `1.21`, nor the end of `11.2`.
  const cuts = (digit && /\d/.test(text[end] ?? '')) || (/^\d/.test(term) && /[\d.]/.test(text[at - 1] ?? ''));
  if (cuts) return 0;
  if (begins && !isOfWord(text[end])) return 1;
  if (term.length < shortestBeginning) return 0;
  return begins ? asBeginning : inside;
}

function isOfWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}_]/u.test(character) && !isChinese(character);
}

/** `needs` is also `need`, `leaking` `leak`. */
function rootOf(term: string): string | undefined {
  if (!/^[a-z]+$/.test(term)) return undefined;
  const root = term.replace(/(?:ings?|ed|e?s)$/, '');
  return root !== term && root.length >= shortestBeginning ? root : undefined;
}
