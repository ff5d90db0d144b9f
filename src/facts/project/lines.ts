import type { Ask } from '../../core/fact.ts';
import { valueIfKnown } from '../../core/outcome.ts';
import { projectText } from '../modules/modules.ts';

/** One line of a file of the project as it stands there, without its end; undefined where the file has none of that number. */
export async function projectLine(ask: Ask, file: string, line: number): Promise<string | undefined> {
  const text = valueIfKnown(await projectText(ask, file));
  return text?.split('\n')[line - 1]?.replace(/\r$/, '');
}
