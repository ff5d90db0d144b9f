import type { Trap } from '../../core/trap.ts';
import { type Answer, answer } from '../../lookup/answer.ts';
import { indexOf } from '../../lookup/search.ts';
import { trapTopic } from '../../lookup/trap-topic.ts';
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
  const answered = word === undefined ? undefined : lookedUp(word);
  const found = traps.filter(({ id }) => !answered || answered.found.some((topic) => topic.id === id));
  await writeReports(context, (to, format) => (format === 'json' ? listJson(to, found) : listText(to, found)));
  if (answered && found.length === 0) {
    const near = answered.nearest.map(({ id }) => id).join(words.ui('punctuation.comma'));
    note(`${words.ui('traps.none', { word: word ?? '' })}${words.ui('hint.nearest', { words: near })}`);
  }
  return 0;
}

function lookedUp(word: string): Answer {
  return answer({ index: indexOf(traps.map(trapTopic)), query: word });
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
