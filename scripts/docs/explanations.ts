import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale, Trap } from '../../src/core/trap.ts';
import { withoutMarks } from '../../src/read/explanation.ts';

const root = join(import.meta.dirname, '../../src/traps');

/** The page of a trap as its author wrote it, with the marks that programs read. */
export function markedExplanation({ group, id }: Trap, locale: Locale): string {
  return readFileSync(join(root, group, id, `explain.${locale}.md`), 'utf8');
}

/** The page of a trap as people read it. */
export function explanation(trap: Trap, locale: Locale): string {
  return withoutMarks(markedExplanation(trap, locale));
}
