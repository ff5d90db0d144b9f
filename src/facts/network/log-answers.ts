import type { DownloadFailure } from '../../read/modules/download-failures.ts';
import type { PartAnswer, ProxyAnswer, Question } from './proxy-answers.ts';

/** The first failure of each proxy, as if it had been asked now: a log tells what it said, and that the go command did not go on. */
export function answersOfLog(file: string, failures: readonly DownloadFailure[]): ProxyAnswer[] {
  const byProxy = new Map<string, DownloadFailure[]>();
  for (const failure of failures) {
    const own = byProxy.get(failure.proxy);
    if (own) own.push(failure);
    else byProxy.set(failure.proxy, [failure]);
  }
  return [...byProxy].slice(0, mostProxies).flatMap(([entry, own]) => {
    const [first] = own;
    if (!first) return [];
    const parts = { mod: serves, zip: serves, info: serves, list: serves, ...Object.fromEntries(own.map(partOf)) };
    const asked = `${first.path}@${first.version ?? 'latest'}`;
    const read = own
      .slice(0, mostLines)
      .map(({ line, text }) => ({ source: file, line, text: text.slice(0, mostText) }));
    return [{ entry, separator: '', asked, ...answerOf(first), parts, read }];
  });
}

const serves: PartAnswer = { answer: 'serves' };
/** Nobody has more; a log of a stranger may. */
const mostProxies = 10;
const mostLines = 3;
const mostText = 300;

function partOf(failure: DownloadFailure): [Question, PartAnswer] {
  return [failure.file === 'latest' ? 'list' : failure.file, answerOf(failure)];
}

function answerOf({ kind, status, text }: DownloadFailure): PartAnswer {
  return { answer: kind, ...(status === undefined ? { message: text.slice(0, mostText) } : { status }) };
}
