import type { Claim, FixPlan, ShellLine } from '../../core/claim.ts';
import type { Text } from '../../core/outcome.ts';
import type { NameQuestion, Resolution } from './resolution.ts';

/** What the client prints where no address came about: a status of the call, or the error of NewClient or Dial itself. */
export function resolverSays({ goError, goCode }: Resolution): Text | undefined {
  if (goError === undefined) return undefined;
  if (goCode === undefined) return { key: 'common.go-says', data: { text: goError } };
  return { key: 'common.client-says', data: { code: goCode, text: goError } };
}

/** Answers in the words of DNS. */
const words: Readonly<Record<NameQuestion['answer'], string>> = {
  found: 'NOERROR',
  empty: 'NOERROR, 0 records',
  'no-such-name': 'NXDOMAIN',
  'server-failed': 'SERVFAIL',
  refused: 'REFUSED',
  lame: 'NOERROR, 0 records, neither authoritative nor recursive',
  timeout: 'no answer',
  unreachable: 'connection refused',
  malformed: 'malformed answer',
};

/** One line for each name that was asked about and each answer, the first ones of many. */
export function questionsAsEvidence({ questions }: Resolution): Claim['evidence'] {
  const lines = new Map<string, { source: string; text: string }>();
  for (const { server, name, type, answer } of questions) {
    const text = `${name} ${type}: ${words[answer]}`;
    if (!lines.has(`${server} ${text}`)) lines.set(`${server} ${text}`, { source: server, text });
  }
  return [...lines.values()].slice(0, mostLines);
}

const mostLines = 10;

/** Lines for people who want to see for themselves. */
export function textFix(title: Text, lines: readonly ShellLine[] = []): FixPlan {
  return { kind: 'text', safety: 'manual', title, ...(lines.length > 0 && { lines }) };
}
