import type { Examination } from '../../src/core/engine.ts';
import type { Locale } from '../../src/core/trap.ts';
import { Words } from '../../src/i18n/words.ts';
import type { CheckReport } from '../../src/report/report.ts';

/** A report of an examination, with everything around it that is always the same. */
export function reportOf(examination: Examination, root: string, locale: Locale = 'en'): CheckReport {
  return {
    examination,
    remarks: [],
    root,
    prefix: '',
    files: ['go.mod'],
    today: '2026-11-24',
    version: '0.0.0',
    durationMs: 310,
    words: new Words(locale),
  };
}
