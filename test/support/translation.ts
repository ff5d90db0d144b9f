import { glossary, type Term } from '../../src/i18n/glossary.ts';
import type { Pair } from './pairs.ts';
import { placeholdersOf } from './sentences.ts';

const han = /\p{Script=Han}/u;
const hole = '·';

/** Code, names of data and what tools print: nothing of it is language. Each leaves a mark, so that its neighbours stay apart. */
function withoutCode(text: string): string {
  return text.replace(/``.*?``|`[^`]*`|\$?\{[^{}]*\}|(?<!\*)\*[^*\n]+\*(?!\*)|<[^>]*>|\]\([^)]*\)/g, hole);
}

/** Runs of at least three Latin words in a Chinese sentence: they are quoted from a tool, in English too. */
function quotedIn(zh: string): string[] {
  const runs = zh.split(/[\p{Script=Han}，。：；（）、！？“”]+/u).map((run) => run.trim());
  return runs.filter((run) => (run.match(/[A-Za-z]{2,}/g)?.length ?? 0) >= 3);
}

function withoutQuotes(text: string, quotes: readonly string[]): string {
  return quotes.reduce((rest, quote) => rest.replaceAll(quote, hole), text);
}

/** The prose of a pair: what is left of both texts without code and without what both quote. */
function proseOf({ en, zh }: Pair): { en: string; zh: string } {
  const [left, right] = [en, zh].map((text) => withoutCode(text.replace(/\s+/g, ' '))) as [string, string];
  const quotes = quotedIn(right);
  return { en: withoutQuotes(left, quotes), zh: withoutQuotes(right, quotes) };
}

interface Word {
  readonly term: Term;
  readonly pattern: RegExp;
}

/** A word as such: no part of a path, of a name or of another word. */
const before = String.raw`(?<![\w.@/:'·-])`;
const behind = String.raw`(?![\w/=·-]|\.\w|'\w)`;

/** With a capital, where a sentence begins; elsewhere a capital belongs to a name of Go or Kubernetes. */
function atStart(text: string): string {
  return `(?<=^|[.:!?|] |- |["*|])${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** The longest first: a `name server` is no `server`. */
const words: readonly Word[] = glossary
  .flatMap((term) => term.en.map((text) => ({ term, text })))
  .sort((a, b) => b.text.length - a.text.length)
  .map(({ term, text }) => ({
    term,
    pattern: new RegExp(`${before}(?:${text}|${atStart(text)})(?:s|es)?${behind}`, 'g'),
  }));

/** The terms that the English text has. */
export function termsIn(pair: Pair): Term[] {
  const seen = new Set<Term>();
  let rest = proseOf(pair).en;
  for (const { term, pattern } of words) {
    const without = rest.replace(pattern, hole);
    if (without !== rest) seen.add(term);
    rest = without;
  }
  return [...seen];
}

/** Terms of the English text that the Chinese one does not render as the glossary does, or leaves in English. */
export function termFaults(pair: Pair): string[] {
  // Whatever has no Chinese at all is a matter of its own.
  if (!han.test(pair.zh)) return [];
  const { zh } = proseOf(pair);
  return termsIn(pair).flatMap((term) => {
    if (!term.everyday && !term.zh.some((rendering) => pair.zh.includes(rendering))) {
      return [`${pair.where}: ${term.en[0]} is not ${term.zh.join(' or ')}`];
    }
    // The English word in brackets behind the Chinese one is a help.
    const left = term.zh.reduce((text, rendering) => text.replaceAll(rendering, hole), zh.replace(/（[ -~]+）/g, hole));
    const standing = term.en.find((text) => new RegExp(`(?<![\\w./=-])${text}s?(?![\\w./=-])`).test(left));
    return standing ? [`${pair.where}: ${standing} stands there in English`] : [];
  });
}

/** Renderings that the glossary rules out. */
export function strangeFaults({ where, zh }: Pair): string[] {
  const strange = glossary.flatMap(({ never = [] }) => never);
  return strange.filter((rendering) => zh.includes(rendering)).map((rendering) => `${where}: ${rendering}`);
}

/** What is the same in every language: data, code, and whatever a shell or a compiler would read. */
export function literalFaults({ where, en, zh }: Pair): string[] {
  const of = (name: string, parts: (text: string) => string[]): string[] => {
    const [ofEn, ofZh] = [en, zh].map((text) => new Set(parts(text).map((part) => part.replace(/\s+/g, ' ')))) as [
      Set<string>,
      Set<string>,
    ];
    const missing = [...ofEn].filter((part) => !ofZh.has(part));
    const more = [...ofZh].filter((part) => !ofEn.has(part));
    return [
      ...missing.map((part) => `${where}: ${name} ${part} is not there`),
      ...more.map((part) => `${where}: ${name} ${part} is not in the English text`),
    ];
  };
  return [
    ...of('placeholder', placeholdersOf),
    ...of('datum', (text) => text.match(/\{\d\}/g) ?? []),
    ...of('code', (text) => [...text.matchAll(/``(.+?)``|`([^`]+)`/g)].map(([, two, one = '']) => two ?? one)),
    ...commandsIn(withoutSpans(en))
      .filter((command) => !zh.replace(/\s+/g, ' ').includes(command))
      .map((command) => `${where}: ${command} is not there`),
  ];
}

const withoutSpans = (text: string): string => text.replace(/``.*?``|`[^`]*`|\]\([^)]*\)/g, hole).replace(/\s+/g, ' ');

/** Lines of code that differ, but for comments and what a line says in Chinese. */
export function codeFaults({ where, en, zh }: Pair): string[] {
  const [ofEn, ofZh] = [en, zh].map((text) =>
    text.split('\n').map((line) => line.replace(/\s*(?:#|\/\/) .*$/, '').trim()),
  );
  const known = new Set(ofEn);
  return (ofZh ?? []).filter((line) => !known.has(line) && !han.test(line)).map((line) => `${where}: ${line}`);
}

/** Commands of go, flags, settings, variables, names of files and identifiers that stand in a sentence without a mark. */
function commandsIn(text: string): string[] {
  const patterns = [
    /\bgo (?:build|clean|env|generate|get|install|run|test|tool|version|vet|(?:mod|work|list)(?: (?:-m|download|edit|graph|init|sync|tidy|use|vendor|verify|why))+)\b(?= |$|[,.;:)])/g,
    /(?<![\w-])--?[a-z][\w-]*(?:=[\w./,-]*\w)?/g,
    /\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b(?:=[\w./,-]*\w)?/g,
    /\bGO[A-Z]{2,}\b(?:=[\w./,|-]*\w)?/g,
    /(?<![\w{])[\w~./-]+\.(?:go|mod|sum|work|proto|ya?ml|json|txt|md|pem|key|so)\b/g,
    /\b[a-z]+(?:_[a-z]+)+\b|\b[a-zA-Z]+\.[A-Z][A-Za-z]+\b/g,
  ];
  return patterns.flatMap((pattern) => text.match(pattern) ?? []);
}

/**
 * Words of language: they stand in English texts, and in nine of ten the Chinese does without them. Names, commands and what
 * tools print are the same in both.
 */
export function translatedWords(pairs: readonly Pair[]): Set<string> {
  const counts = new Map<string, { all: number; kept: number }>();
  for (const pair of pairs.filter(({ zh }) => han.test(zh))) {
    const kept = latinWords(pair.zh);
    for (const word of latinWords(proseOf(pair).en)) {
      const count = counts.get(word) ?? { all: 0, kept: 0 };
      counts.set(word, { all: count.all + 1, kept: count.kept + (kept.has(word) ? 1 : 0) });
    }
  }
  return new Set([...counts].filter(([, { all, kept }]) => all >= 5 && kept * 10 <= all).map(([word]) => word));
}

function latinWords(text: string): Set<string> {
  return new Set(text.match(/(?<![\w./=@:+-])[A-Za-z]?[a-z]+(?![\w/=@]|\.\w|-\w)/g) ?? []);
}

/** A Chinese text that is empty, or that says in English what other texts say in Chinese. */
export function untranslatedFaults(pair: Pair, translated: ReadonlySet<string>): string[] {
  const { where, en, zh } = pair;
  if (zh.trim() === '') return [`${where}: empty`];
  if (isQuotation(pair)) return sameSigns(en) === sameSigns(zh) ? [] : [`${where}: is quoted, and not the same`];
  const spoken = withoutCode(zh.replace(/\s+/g, ' '));
  const prose = / bites/.test(where)
    ? withoutQuotes(spoken, quotedIn(spoken))
    : spoken.replace(/（[ -~]+）|“[^“”]+”|"[^"]+"/g, hole);
  const left = han.test(zh) || shellLine.test(zh) ? neighbours(prose, translated) : languageIn(prose, translated);
  return left.length > 0 ? [`${where}: in English: ${left.join(', ')}`] : [];
}

/** A line that is copied into a shell. */
const shellLine = /^(?:buf|chmod|export|go|grpc-doctor|unset) /;

function languageIn(text: string, translated: ReadonlySet<string>): string[] {
  return [...latinWords(text)].filter((word) => translated.has(word));
}

/** Two words of language side by side. One alone is a name in a Chinese sentence: the user root, the value off, go get. */
function neighbours(text: string, translated: ReadonlySet<string>): string[] {
  return [...text.matchAll(/(?<![\w.-])(?=([A-Za-z]?[a-z]+) ([a-z]+)(?![\w.-]))/g)]
    .filter(([, first = '', second = '']) => translated.has(first) && translated.has(second))
    .map(([, first, second]) => `${first} ${second}`);
}

/** What a tool prints, without a word of ours: only signs may differ. */
function isQuotation({ where, zh }: Pair): boolean {
  return / bites/.test(where) && !han.test(zh);
}

/** A text with half-width signs and single spaces. */
function sameSigns(text: string): string {
  const half: Readonly<Record<string, string>> = {
    '，': ', ',
    '、': ', ',
    '：': ': ',
    '（': ' (',
    '）': ') ',
    '；': '; ',
  };
  return text
    .replace(/[，、：（）；]/g, (sign) => half[sign] ?? sign)
    .replace(/\s+(?=[,;:)])/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Data that are Chinese phrases themselves. */
const phrases = /\{(?:who|is)\}/g;

const signs: readonly (readonly [string, RegExp])[] = [
  ['a half-width sign after Chinese', /\p{Script=Han}\s?[,;:!?](?![\w/:·])/u],
  ['a half-width sign before Chinese', /[,;:!?]\s?\p{Script=Han}/u],
  ['a half-width full stop', /\p{Script=Han}\.(?:\s|$)/u],
  ['half-width brackets', /(?:\p{Script=Han}|·)\s?\([^)]*\p{Script=Han}[^)]*\)|\p{Script=Han}\s?\(/u],
  ['half-width quotes', /["']\p{Script=Han}|\p{Script=Han}["']/u],
  ['corner brackets', /[「」『』]/],
  ['no space between Chinese and Latin', /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9%]\p{Script=Han}/u],
  ['no space beside data', /\p{Script=Han}·|·\p{Script=Han}/u],
  ['a space within Chinese', /\p{Script=Han} +\p{Script=Han}/u],
  ['a space beside a full-width sign', / [，。：；！？、（）“”]|[，。：；！？、（）“”] /],
];

/** How Chinese sentences are written: full-width signs, a space between Chinese and Latin, none beside a sign. */
export function writingFaults({ where, zh }: Pair): string[] {
  // Marks of Markdown have spaces of their own.
  const text = zh
    .replace(/^\s*(?:[-*#]+|\d+\.)\s/gm, '')
    .replace(/^\||\|$/gm, '')
    .replace(/\*\*\s?/g, '')
    .split(/\s\|\s|\n/);
  const bare = text.map((line) =>
    line
      .replace(phrases, '')
      .replace(/``.*?``|`[^`]*`|\$?\{[^{}]*\}|(?<!\*)\*[^*\n]+\*(?!\*)/g, '·')
      .trim(),
  );
  return signs.flatMap(([name, sign]) =>
    bare.flatMap((line) => {
      const found = sign.exec(line);
      return found ? [`${where}: ${name}: ${line.slice(Math.max(0, found.index - 12), found.index + 14)}`] : [];
    }),
  );
}
