import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NotReproduced } from '../../src/lab/not-reproduced.ts';
import { traps } from '../../src/traps/registry.gen.ts';

const folder = join(import.meta.dirname, '../../src/traps');

/** What a trap says cannot be made to happen where the labs run; undefined where it says nothing. */
export async function notReproducedBy(group: string, id: string): Promise<NotReproduced | undefined> {
  const file = join(folder, group, id, 'not-reproduced.ts');
  return existsSync(file) ? ((await import(file)).default as NotReproduced) : undefined;
}

/** `docs/evidence/not-reproduced.md`: what rests on a source and not on a lab. */
export async function notReproducedPage(): Promise<string> {
  const rows: string[] = [];
  for (const { group, id } of traps) {
    const one = await notReproducedBy(group, id);
    if (!one) continue;
    const cells = [`[${id}](../en/traps/${id}.md)`, one.why.en, one.why.zh, one.source];
    rows.push(`| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`);
  }
  return [
    '# Not reproduced · 未能重现',
    'What the labs cannot make happen, and what the trap rests on instead. Everything else was measured.',
    '实验无法造出的情况，以及对应的依据。其余内容都经过实测。',
    ['| trap · 陷阱 | why | 原因 | source · 依据 |', '|---|---|---|---|', ...rows].join('\n'),
    '',
  ].join('\n\n');
}
