import { type Index, type Match, nearestTopics, type Question, search } from './search.ts';
import type { Topic } from './topic.ts';

/** What a query leads to. */
export interface Answer {
  /** All topics that fit, the best first. */
  readonly found: readonly Topic[];
  /** The one to be told whole, where it fits clearly better than the others. */
  readonly whole?: Topic;
  /** What is listed: the topics beside it, or the best of all. */
  readonly near: readonly Topic[];
  /** How many more there are. */
  readonly left: number;
  /** Where none fits: the three that are written most alike. */
  readonly nearest: readonly Topic[];
}

/** The best one fits this much better than the next. */
const clearly = 1.25;
/** So much of the query the id, the names and the title of the best one have. */
const mostly = 0.6;
/** The only one: more than a word on its page. */
const leastAlone = 2;
/** What fits less than this share of the best is not worth listing. */
const leastOfBest = 0.3;
/** The same beside a page. */
const leastBeside = 0.4;
const mostBeside = 5;
const mostListed = 15;

/** Finds what a query asks for, and decides whether one topic answers it. */
export function answer(question: Question): Answer {
  const matches = search(question);
  const [best] = matches;
  if (!best) return { found: [], near: [], left: 0, nearest: nearestTopics(question.index, question.query, 3) };
  const whole = stands(matches, question) ? best.topic : undefined;
  const least = (whole ? leastBeside : leastOfBest) * Math.max(...matches.map(({ score }) => score));
  const found = matches.filter(({ fit, score }) => fit !== 'words' || score >= least).map(({ topic }) => topic);
  const others = whole ? besides(whole, found, question.index) : found;
  const most = whole ? mostBeside : mostListed;
  return {
    found,
    ...(whole && { whole }),
    near: others.slice(0, most),
    left: Math.max(0, others.length - most),
    nearest: [],
  };
}

/** True where the first topic is the answer. */
function stands([best, next]: readonly Match[], { explains = [] }: Question): boolean {
  if (!best) return false;
  if (best.fit === 'id' || (best.fit === 'name' && !sharesName(best, next))) return true;
  if (best.fit === 'error') return explains.length === 1 || explains[0]?.sure === true;
  if (!next) return best.score >= leastAlone;
  return best.firm >= mostly && best.score >= clearly * next.score;
}

/** True where the next one has the same name, and is not about much else besides. */
function sharesName(best: Match, next: Match | undefined): boolean {
  return next?.fit === 'name' && next.topic.names.length < 2 * best.topic.names.length;
}

/** First what says of itself that it is about the same, then what was found as well; but not what the page names anyway. */
function besides(whole: Topic, found: readonly Topic[], index: Index): Topic[] {
  const related = index.map(({ topic }) => topic).filter(({ id }) => whole.related.includes(id));
  const isPart = ({ id }: Topic): boolean =>
    (whole.kind === 'section' && id.startsWith(`${whole.id}.`)) ||
    (whole.kind === 'decision' && whole.related.includes(id));
  return [...new Set([...related, ...found])].filter((topic) => topic !== whole && !isPart(topic));
}
