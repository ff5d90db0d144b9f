import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A text in the folder `texts` of a trap: `reads-*` is its own, `passes-*` looks like it and is not. */
export interface TextCase {
  readonly name: string;
  /** One sentence for the reader. */
  readonly about: string;
  /** The lab and row that printed it, or the command and version by which it was made. */
  readonly from: string;
  readonly text: string;
  /** reads: how sure the trap is; default: proven. */
  readonly confidence?: 'proven' | 'likely' | 'possible';
  /** reads: the trap that stands before it. */
  readonly behind?: string;
  /** passes: the trap that knows it; default: none says more than `possible`. */
  readonly trap?: string;
}

/** The texts of a trap, by its folder. */
export function textsIn(trapFolder: string): TextCase[] {
  const folder = join(trapFolder, 'texts');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => ({
      name: file.slice(0, -'.yaml'.length),
      ...(parse(readFileSync(join(folder, file), 'utf8')) as Omit<TextCase, 'name'>),
    }));
}
