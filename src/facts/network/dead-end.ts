import { type PartAnswer, type ProxyAnswer, type Question, questions } from './proxy-answers.ts';

/** Where the go command gives up. */
export interface DeadEnd {
  readonly question: Question;
  /** The entry at which it ends, and what that answered. */
  readonly entry: ProxyAnswer;
  readonly part: PartAnswer;
  /** Entries behind it, which are never asked. */
  readonly behind: readonly string[];
}

/**
 * The first question for which no entry answers: after `,` the go command goes on for 404 and 410 only, after `|` for every
 * failure, and some answers are final.
 */
export function deadEnd(answers: readonly ProxyAnswer[]): DeadEnd | undefined {
  const refused = answers.find(({ answer, parts }) => answer === 'failed' && !parts);
  // One entry that is no address makes the go command refuse the whole list.
  if (refused) return { question: 'mod', entry: refused, part: refused, behind: [] };
  for (const question of questions) {
    const found = deadEndOf(question, answers);
    if (found) return found;
  }
  return undefined;
}

function deadEndOf(question: Question, answers: readonly ProxyAnswer[]): DeadEnd | undefined {
  for (const [at, entry] of answers.entries()) {
    const part = entry.parts?.[question] ?? entry;
    if (part.answer === 'serves' || part.answer === 'direct' || part.answer === 'off') return undefined;
    const goesOn = entry.separator === '|' || (entry.separator === ',' && part.answer === 'not-found');
    if (isFinal(part, question) || !goesOn)
      return { question, entry, part, behind: answers.slice(at + 1).map((one) => one.entry) };
  }
  return undefined;
}

/** Whatever follows is not asked: the go command waits, or takes what came for the file and refuses it as changed. */
function isFinal({ answer }: PartAnswer, question: Question): boolean {
  return (
    answer === 'silent' || answer === 'endless' || (answer === 'html' && (question === 'mod' || question === 'zip'))
  );
}
