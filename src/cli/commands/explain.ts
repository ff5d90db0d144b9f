import { UserError } from '../../core/errors.ts';
import { findTraps } from '../../core/lookup.ts';
import { nearest } from '../../core/nearest.ts';
import type { Trap } from '../../core/trap.ts';
import { schemaVersion } from '../../report/json.ts';
import { jsonText } from '../../report/json-text.ts';
import { markdownPage } from '../../report/markdown.ts';
import { traps } from '../../traps/registry.gen.ts';
import type { Context } from '../context.ts';

/** Tells what a trap is; several that fit are listed. */
export function explainCommand(context: Context): number {
  const { invocation, words, note } = context;
  if (invocation.words.length === 0) throw new UserError('error.missingArgument', { command: 'explain', what: 'WORD' });
  const word = invocation.words.join(' ');
  const found = findTraps(traps, invocation.words);
  if (invocation.value('format') === 'json') return explainJson(context, found);
  const [only, ...others] = found;
  if (!only) {
    const near = nearest(
      word,
      traps.map(({ id }) => id),
    );
    note(`${words.ui('explain.none', { word })}${near ? words.ui('hint.didYouMean', { word: near }) : ''}`);
    return 1;
  }
  if (others.length > 0) return listOf(context, found, word);
  context.out(`${markdownPage(heading(only, context) + pageOf(only, context), context.page)}\n`);
  return 0;
}

function heading(trap: Trap, { words }: Context): string {
  return `# ${trap.id}\n\n${words.of(trap, { key: 'summary' })}\n\n`;
}

function pageOf(trap: Trap, { asset, words }: Context): string {
  return asset(`explain/${words.locale}/${trap.id}.md`) ?? '';
}

function listOf({ words, out, note }: Context, found: readonly Trap[], word: string): number {
  note(words.ui('explain.several', { word }));
  for (const trap of found) out(`${trap.id}\n    ${words.of(trap, { key: 'summary' })}\n`);
  return 0;
}

function explainJson(context: Context, found: readonly Trap[]): number {
  const pages = found.map((trap) => ({
    trap: trap.id,
    group: trap.group,
    summary: context.words.of(trap, { key: 'summary' }),
    text: pageOf(trap, context),
  }));
  context.out(jsonText({ schemaVersion, command: 'explain', traps: pages }));
  return found.length > 0 ? 0 : 1;
}
