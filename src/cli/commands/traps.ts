import { knowsWord } from '../../core/lookup.ts';
import { schemaVersion } from '../../report/json.ts';
import { jsonText } from '../../report/json-text.ts';
import { cells, pad, wrap } from '../../report/layout.ts';
import { traps } from '../../traps/registry.gen.ts';
import type { Context } from '../context.ts';

/** Lists the traps, or those that a word fits. */
export function trapsCommand({ invocation, words, page, out, note }: Context): number {
  const [word] = invocation.words;
  const found = traps.filter((trap) => !word || knowsWord(trap, word));
  if (invocation.value('format') === 'json') {
    const list = found.map((trap) => ({
      trap: trap.id,
      group: trap.group,
      subject: trap.subject,
      summary: words.of(trap, { key: 'summary' }),
    }));
    out(jsonText({ schemaVersion, command: 'traps', traps: list }));
    return 0;
  }
  if (found.length === 0) note(words.ui('traps.none', { word: word ?? '' }));
  const left = Math.max(0, ...found.map(({ id }) => cells(id)));
  for (const group of new Set(found.map((trap) => trap.group))) {
    out(`${page.style.strong(group)}\n`);
    for (const trap of found.filter((one) => one.group === group)) {
      const [first = '', ...rest] = wrap(words.of(trap, { key: 'summary' }), Math.max(20, page.width - left - 4));
      out(`  ${pad(trap.id, left)}  ${first}\n`);
      for (const line of rest) out(`${' '.repeat(left + 4)}${line}\n`);
    }
  }
  return 0;
}
