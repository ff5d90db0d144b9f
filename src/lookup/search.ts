import { locales } from '../core/trap.ts';
import type { Topic, TopicKind } from './topic.ts';
import { holds, isChinese, key, pairs, plain, termsOf } from './words.ts';

/** A topic that fits what was asked. */
export interface Match {
  readonly topic: Topic;
  readonly fit: Fit;
  /** Greater is better; only comparable within one fit. */
  readonly score: number;
  /** The share of the words that stand in the id, the names or the title, from 0 to 1. */
  readonly firm: number;
}

/** Why a topic was found, the strongest first: its id, one of its names, an error text that it explains, words. */
export const fits = ['id', 'name', 'error', 'words'] as const;
export type Fit = (typeof fits)[number];

export interface Question {
  readonly index: Index;
  readonly query: string;
  /** Ids of the topics that explain the query as an error text, the best first, and whether one of them answers it. */
  readonly explains?: readonly { readonly id: string; readonly sure: boolean }[];
}

/** Topics that fit a query, the best first; none where less than half of what it says is known of any. */
export function search({ index, query, explains: causes = [] }: Question): Match[] {
  const explains = causes.map(({ id }) => id);
  const byWords = byTerms(index, query);
  const asked = key(query);
  return index
    .flatMap((entry): Match[] => {
      const { topic } = entry;
      const { score, firm } = byWords.get(topic) ?? { score: 0, firm: 0 };
      const fit = fitOf(entry, asked, explains);
      if (fit === 'error') return [{ topic, fit, score: -explains.indexOf(topic.id), firm }];
      return fit || score >= leastScore ? [{ topic, fit: fit ?? 'words', score, firm }] : [];
    })
    .sort(better);
}

function fitOf({ topic, ids, names }: Entry, asked: string, explains: readonly string[]): Fit | undefined {
  if (asked === '') return undefined;
  if (ids.has(asked)) return 'id';
  if (names.has(asked)) return 'name';
  return explains.includes(topic.id) ? 'error' : undefined;
}

function better(a: Match, b: Match): number {
  return (
    fits.indexOf(a.fit) - fits.indexOf(b.fit) ||
    // Whoever has few names is more about each of them.
    (a.fit === 'name' ? a.topic.names.length - b.topic.names.length : 0) ||
    b.score - a.score ||
    kindWeight[b.topic.kind] - kindWeight[a.topic.kind] ||
    (a.topic.id < b.topic.id ? -1 : 1)
  );
}

/** A section is also found by what people write before its number, and after it. */
function idsOf({ kind, id }: Topic): readonly string[] {
  if (kind !== 'section') return [id];
  return [id, `§${id}`, `section ${id}`, `chapter ${id}`, `${id}节`, `第${id}节`, `第${id}章`];
}

/** Of two topics that fit alike the one of the kind that answers more. */
const kindWeight: Readonly<Record<TopicKind, number>> = {
  decision: 1.1,
  trap: 1.05,
  myth: 1,
  claim: 0.9,
  section: 0.85,
};

/** Where a term counts how much. */
const places = [
  { weight: 10, textOf: ({ id }: Topic) => [id, id.replaceAll('-', ' '), id.replaceAll('-', '_')] },
  { weight: 6, textOf: ({ names }: Topic) => names },
  { weight: 6, textOf: ({ title }: Topic) => locales.map((locale) => title[locale]) },
  { weight: 3, textOf: ({ said }: Topic) => said },
] as const;
const pageWeight = 1;

/** A query that stands as a whole in one of these, or has a whole name in it, says more than its words. */
const asPhrase = 1.5;
/** What a word counts that no topic has: less than a rare one, so that a question is not spoilt by the rest of its sentence. */
const unknownWord = 1.5;
const unknownPair = 0.4;
const leastShare = 0.5;
/** Below it some words of a page happen to be those of the query. */
const leastScore = 0.8;
/** A word stands firm in a place that counts at least this much. */
const firmPlace = 4;

/** A topic in the form in which it is compared. */
interface Entry {
  readonly topic: Topic;
  readonly ids: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly fields: readonly Field[];
  /** All that its page says. */
  readonly page: () => string;
}

interface Field {
  readonly weight: number;
  readonly text: string;
  /** Without blanks and hyphens. */
  readonly asOneWord: string;
}

export type Index = readonly Entry[];

/** Makes topics ready for many queries. `page`: what a topic tells, in all languages; searched last, and read only then. */
export function indexOf(topics: readonly Topic[], page: (topic: Topic) => string = () => ''): Index {
  return topics.map((topic) => {
    let read: string | undefined;
    return {
      topic,
      ids: new Set(idsOf(topic).map(key)),
      names: new Set(topic.names.map(key)),
      fields: places.map(({ weight, textOf }) => {
        const text = plain(textOf(topic).join('\n'));
        return { weight, text, asOneWord: text.replace(/[ _-]/g, '') };
      }),
      page: () => {
        read ??= plain(page(topic));
        return read;
      },
    };
  });
}

/** How well each topic fits the words of a query; those that do not are left out. */
function byTerms(index: Index, query: string): Map<Topic, Score> {
  const terms = termsOf(query);
  const strengths = terms.map((term) => index.map((entry) => strengthIn(entry, term)));
  const rarity = strengths.map((of, at) => rarityOf(of.filter((one) => one > 0).length, index.length, terms[at] ?? ''));
  const all = rarity.reduce((sum, one) => sum + one, 0);
  const whole = plain(query).trim().replace(/\s+/g, ' ');
  const scores = new Map<Topic, Score>();
  index.forEach(({ topic, fields }, at) => {
    const own = terms.map((_, term) => strengths[term]?.[at] ?? 0);
    const mean = (worth: (strength: number) => number): number =>
      own.reduce((sum, strength, term) => sum + worth(strength) * (rarity[term] ?? 0), 0) / all;
    const share = mean((strength) => (strength > 0 ? 1 : 0));
    if (!(share >= leastShare)) return;
    const phrase = terms.length > 1 && (fields.some(({ text }) => text.includes(whole)) || isNamedIn(topic, whole));
    scores.set(topic, {
      score: mean((strength) => strength) * share * (phrase ? asPhrase : 1) * kindWeight[topic.kind],
      firm: mean((strength) => (strength >= firmPlace ? 1 : 0)),
    });
  });
  return scores;
}

type Score = Pick<Match, 'score' | 'firm'>;

/** True where a name of the topic is a part of the query, and long enough to mean just this. */
function isNamedIn({ names }: Topic, whole: string): boolean {
  return names.some((name) => name.length >= (isChinese(name) ? 3 : 6) && holds(whole, plain(name)) === 1);
}

/** How much a topic has to do with a term. */
function strengthIn({ fields, page }: Entry, term: string): number {
  let found = 0;
  for (const { weight, text } of fields) if (weight > found) found = Math.max(found, weight * holds(text, term));
  return found > 0 ? found : pageWeight * holds(page(), term) || inLooseForm * asOneWord(fields, term);
}

/** `timezone` is also `time zone`, and `pre-warm` `prewarm`. */
function asOneWord(fields: readonly Field[], term: string): number {
  const word = term.replace(/[-_]/g, '');
  if (isChinese(term) || word.length < shortestJoined) return 0;
  return Math.max(0, ...fields.map((field) => (field.asOneWord.includes(word) ? field.weight : 0)));
}

const shortestJoined = 6;
const inLooseForm = 0.5;

function rarityOf(count: number, topics: number, term: string): number {
  if (count === 0) return isChinese(term) ? unknownPair : unknownWord;
  return Math.log(1 + topics / count);
}

/** Topics whose id or title is written most like the query: for a query that nothing fits. */
export function nearestTopics(index: Index, query: string, count: number): Topic[] {
  const asked = new Set(pairs(key(query)));
  const likeness = ({ id, names, title }: Topic): number =>
    Math.max(
      ...[id, ...names, ...locales.map((locale) => title[locale])].map((text) =>
        alike(asked, new Set(pairs(key(text)))),
      ),
    );
  return index
    .map(({ topic }) => ({ topic, score: likeness(topic) * kindWeight[topic.kind] }))
    .sort((a, b) => b.score - a.score || (a.topic.id < b.topic.id ? -1 : 1))
    .slice(0, count)
    .map(({ topic }) => topic);
}

/** The share of pairs of letters that two words have in common, from 0 to 1. */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  return (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);
}
