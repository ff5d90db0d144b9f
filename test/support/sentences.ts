import type { Claim } from '../../src/core/claim.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { Text } from '../../src/core/outcome.ts';
import type { Locale, Messages, Trap } from '../../src/core/trap.ts';
import { commonEn } from '../../src/i18n/common.en.ts';
import { commonZh } from '../../src/i18n/common.zh-CN.ts';

const locales: readonly Locale[] = ['en', 'zh-CN'];
const common: Readonly<Record<Locale, Messages>> = { en: commonEn, 'zh-CN': commonZh };

/** Names of the placeholders of a message, sorted. */
export function placeholdersOf(message: string): string[] {
  return [...message.matchAll(/\{([a-zA-Z][a-zA-Z0-9]*)\}/g)].map(([, name = '']) => name).sort();
}

/** Sentences of a finding that nobody can read: without a message, or with a placeholder that nothing fills. */
export function unsaid({ trap, claim, fixes }: Finding): string[] {
  const of = (owner: Trap, texts: readonly Text[]): string[] => texts.flatMap((text) => holesOf(owner, text));
  return [...of(trap, textsOf(claim)), ...fixes.flatMap((fix) => of(fix.trap, [fix.plan.title]))];
}

function textsOf({ title, why, bites, frame, verify }: Claim): Text[] {
  return [title, why, verify.expect, ...(bites ? [bites] : []), ...(frame?.label ? [frame.label] : [])];
}

function holesOf(trap: Trap, { key, data = {} }: Text): string[] {
  return locales.flatMap((locale) => {
    const message = trap.messages[locale][key] ?? common[locale][key];
    if (message === undefined) return [`${trap.id}: no ${key} in ${locale}`];
    const holes = placeholdersOf(message).filter((name) => data[name] === undefined || data[name] === '');
    return holes.map((name) => `${trap.id}: {${name}} of ${key} in ${locale}`);
  });
}

/** The commands that the fixes of a finding would run. */
export function commandsOf({ fixes }: Finding): string[] {
  return fixes.flatMap(({ plan }) => (plan.kind === 'command' ? [plan.argv.join(' ')] : []));
}
