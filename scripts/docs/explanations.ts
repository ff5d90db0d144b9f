import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale, Trap } from '../../src/core/trap.ts';
import { withFiles, withoutMarks } from '../../src/read/explanation.ts';

const root = join(import.meta.dirname, '../..');

/** Where the folder of a trap lies. */
type Place = Pick<Trap, 'group' | 'id'>;

/** The page of a trap as its author wrote it, with the marks that programs read. */
export function markedExplanation({ group, id }: Place, locale: Locale): string {
  return readFileSync(join(root, 'src/traps', group, id, `explain.${locale}.md`), 'utf8');
}

/** The page of a trap as people read it, with the files that it shows. */
export function explanation(place: Place, locale: Locale): string {
  return withFiles(withoutMarks(markedExplanation(place, locale)), (path) => readFileSync(join(root, path), 'utf8'));
}
