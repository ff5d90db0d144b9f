import type { Data, Text } from '../core/outcome.ts';
import { fill } from '../core/render.ts';
import type { Locale, Messages } from '../core/trap.ts';
import { commonEn } from './common.en.ts';
import { commonZh } from './common.zh-CN.ts';
import { type CompatKey, compatEn } from './compat.en.ts';
import { compatZh } from './compat.zh-CN.ts';
import { reasonsEn } from './reasons.en.ts';
import { reasonsZh } from './reasons.zh-CN.ts';
import { stepsEn } from './steps.en.ts';
import { stepsZh } from './steps.zh-CN.ts';
import { type UiKey, uiEn } from './ui.en.ts';
import { uiZh } from './ui.zh-CN.ts';

interface Tables {
  readonly ui: Messages;
  readonly reasons: Messages;
  readonly common: Messages;
  readonly compat: Messages;
  readonly steps: Messages;
}

const tables: Readonly<Record<Locale, Tables>> = {
  en: { ui: uiEn, reasons: reasonsEn, common: commonEn, compat: compatEn, steps: stepsEn },
  'zh-CN': { ui: uiZh, reasons: reasonsZh, common: commonZh, compat: compatZh, steps: stepsZh },
};

/** Says things in one language. */
export class Words {
  readonly locale: Locale;

  constructor(locale: Locale) {
    this.locale = locale;
  }

  /** A sentence of the program itself. */
  ui(key: UiKey, data?: Data): string {
    return fill(tables[this.locale].ui[key] ?? key, data);
  }

  /** A sentence of `compat`. */
  compat(key: CompatKey, data?: Data): string {
    return fill(tables[this.locale].compat[key] ?? key, data);
  }

  /** Why something is not known. */
  reason(reason: Text): string {
    return fill(tables[this.locale].reasons[reason.key] ?? reason.key, reason.data);
  }

  /** What a step of a probe came to, or why that is not known. */
  step(detail: Text): string {
    const { steps, reasons } = tables[this.locale];
    return fill(steps[detail.key] ?? reasons[detail.key] ?? detail.key, detail.data);
  }

  /** A sentence of a trap; what several traps share comes after the trap's own. */
  of(trap: { readonly messages: Readonly<Record<Locale, Messages>> }, text: Text): string {
    const message = trap.messages[this.locale][text.key] ?? tables[this.locale].common[text.key];
    return fill(message ?? text.key, text.data);
  }
}

/** The language that a user asked for: `--lang`, else the locale of the environment; English where neither says Chinese. */
export function localeOf(asked: string | undefined, env: (name: string) => string | undefined): Locale {
  const wanted = asked ?? env('LC_ALL') ?? env('LC_MESSAGES') ?? env('LANG') ?? '';
  return /^zh/i.test(wanted) ? 'zh-CN' : 'en';
}
