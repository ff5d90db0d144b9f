import type { Examination } from '../core/engine.ts';
import type { Words } from '../i18n/words.ts';

/** Everything a report may tell of one run. */
export interface CheckReport {
  readonly examination: Examination;
  /** Absolute folder that was judged. */
  readonly root: string;
  readonly durationMs: number;
  readonly words: Words;
}
