import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/lab/paths.ts';

/** What a tool said that has nothing to do with any trap. */
export interface Unrelated {
  readonly tool: string;
  readonly text: string;
}

/** `near`: of tools that the traps know or that stand beside them. `far`: of all others. Made by `scripts/unrelated.ts`. */
export function unrelatedTexts(kind: 'near' | 'far'): Unrelated[] {
  return readFileSync(join(packageRoot(), 'test/text/unrelated', `${kind}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Unrelated);
}

/** What is left of a text without its names and numbers: two texts of one shape are one message. */
export function shapeOf(text: string): string {
  return text
    .replace(/(["'`‘“])[^"'`’”\n]{0,80}["'`’”]/g, 'Q')
    .replace(/\S*\/\S*|\d+/g, 'N')
    .replace(/[\s|^~]+/g, ' ')
    .slice(0, 160);
}
