import { UserError } from '../../core/errors.ts';
import { findTraps } from '../../core/lookup.ts';
import { nearest } from '../../core/nearest.ts';
import type { Trap } from '../../core/trap.ts';
import type { Words } from '../../i18n/words.ts';
import type { Page } from '../../report/human.ts';
import { schemaVersion } from '../../report/json.ts';
import { jsonText } from '../../report/json-text.ts';
import { wrap } from '../../report/layout.ts';
import { markdownPage } from '../../report/markdown.ts';
import { traps } from '../../traps/registry.gen.ts';
import type { Context } from '../context.ts';
import { writeReports } from '../reports.ts';

/** Tells what a trap is; several that fit are listed. */
export async function explainCommand(context: Context): Promise<number> {
  const { invocation, words, note, asset } = context;
  if (invocation.words.length === 0) throw new UserError('error.missingArgument', { command: 'explain', what: 'WORD' });
  const word = invocation.words.join(' ');
  const found = findTraps(traps, invocation.words, (trap) =>
    Object.keys(trap.messages)
      .map((locale) => asset(`explain/${locale}/${trap.id}.md`) ?? '')
      .join('\n'),
  );
  await writeReports(context, (to, format) => (format === 'json' ? pagesJson(to, found) : pagesText(to, found)));
  if (found.length === 0) {
    const near = nearest(
      word,
      traps.map(({ id }) => id),
    );
    note(`${words.ui('explain.none', { word })}${near ? words.ui('hint.didYouMean', { word: near }) : ''}`);
    return 1;
  }
  if (found.length > 1) note(words.ui('explain.several', { word }));
  return 0;
}

/** The page of the only one; of several a list. */
function pagesText({ words, page, asset }: Context, found: readonly Trap[]): string {
  const [only, ...others] = found;
  if (!only) return '';
  if (others.length > 0) return found.map((trap) => `${trap.id}\n${indented(summaryOf(trap, words), page)}\n`).join('');
  return `${markdownPage(`# ${only.id}\n\n${summaryOf(only, words)}\n\n${pageOf(only, words, asset)}`, page)}\n`;
}

function indented(text: string, { width }: Page): string {
  return wrap(text, width - 4)
    .map((line) => `    ${line}`)
    .join('\n');
}

function summaryOf(trap: Trap, words: Words): string {
  return words.of(trap, { key: 'summary' });
}

function pageOf(trap: Trap, words: Words, asset: Context['asset']): string {
  return asset(`explain/${words.locale}/${trap.id}.md`) ?? '';
}

function pagesJson({ machineWords: words, asset }: Context, found: readonly Trap[]): string {
  const pages = found.map((trap) => ({
    trap: trap.id,
    group: trap.group,
    summary: summaryOf(trap, words),
    text: pageOf(trap, words, asset),
  }));
  return jsonText({ schemaVersion, command: 'explain', traps: pages });
}
