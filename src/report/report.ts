import type { Examination } from '../core/engine.ts';
import type { Remark } from '../core/suppression.ts';
import type { Words } from '../i18n/words.ts';

/** Everything a report may tell of one run. */
export interface CheckReport {
  readonly examination: Examination;
  /** About suppressions: those that have ended, match nothing, or cannot be read. */
  readonly remarks: readonly Remark[];
  /** Absolute folder that was judged. */
  readonly root: string;
  /** The way from the root of the repository to that folder, with `/` at the end; empty where they are the same. */
  readonly prefix: string;
  /** Files of the project to which a report may pin what has no place in a file, the best first. */
  readonly files: readonly string[];
  /** YYYY-MM-DD, by the machine that was looked at. */
  readonly today: string;
  /** Of this program. */
  readonly version: string;
  readonly durationMs: number;
  readonly words: Words;
}
