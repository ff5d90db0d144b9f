import { knowsWord } from '../../core/lookup.ts';
import type { Trap } from '../../core/trap.ts';
import { schemaVersion } from '../../report/json.ts';
import { jsonText } from '../../report/json-text.ts';
import { cells, pad, wrap } from '../../report/layout.ts';
import { traps } from '../../traps/registry.gen.ts';
import type { Context } from '../context.ts';
import { writeReports } from '../reports.ts';

/** Lists the traps, or those that a word fits. */
export async function trapsCommand(context: Context): Promise<number> {
  const { invocation, words, note } = context;
  const [word] = invocation.words;
  const found = traps.filter((trap) => !word || knowsWord(trap, word));
  await writeReports(context, (to, format) => (format === 'json' ? listJson(to, found) : listText(to, found)));
  if (found.length === 0) note(words.ui('traps.none', { word: word ?? '' }));
  return 0;
}

function listJson({ machineWords }: Context, found: readonly Trap[]): string {
  const list = found.map((trap) => ({
    trap: trap.id,
    group: trap.group,
    subject: trap.sights[0]?.subject ?? 'text',
    subjects: [...trap.sights.map(({ subject }) => subject), ...(trap.text ? ['text'] : [])],
    summary: machineWords.of(trap, { key: 'summary' }),
  }));
  return jsonText({ schemaVersion, command: 'traps', traps: list });
}

function listText({ words, page }: Context, found: readonly Trap[]): string {
  const lines: string[] = [];
  const left = Math.max(0, ...found.map(({ id }) => cells(id)));
  for (const group of new Set(found.map((trap) => trap.group))) {
    lines.push(page.style.strong(group));
    for (const trap of found.filter((one) => one.group === group)) {
      const [first = '', ...rest] = wrap(words.of(trap, { key: 'summary' }), Math.max(20, page.width - left - 4));
      lines.push(`  ${pad(trap.id, left)}  ${first}`, ...rest.map((line) => `${' '.repeat(left + 4)}${line}`));
    }
  }
  return lines.map((line) => `${line}\n`).join('');
}
