import { FactStore } from '../core/fact.ts';
import { valueIfKnown } from '../core/outcome.ts';
import { machine } from '../core/subject.ts';
import { effectiveSettings } from '../facts/go/env.ts';
import { goSettings } from '../facts/go/settings.ts';
import { maskSecrets } from '../host/mask.ts';
import { shownVariables } from '../knowledge/lookup-words.ts';
import type { Context } from './context.ts';

/** What a variable is on this machine. */
export interface SettingHere {
  readonly name: string;
  /** What somebody set, else the default of the go command; left out where there is neither. */
  readonly value?: string;
  /** Who set it: `$GOFLAGS`, or the file and line that `go env -w` wrote; left out where nobody did. */
  readonly source?: string;
}

/** The variables that a text names, as they are on this machine. Asks the go command only where there are any. */
export async function settingsHere({ host, cwd }: Context, text: string): Promise<SettingHere[]> {
  const upper = text.toUpperCase();
  const named = shownVariables.filter((name) => new RegExp(`(?<![A-Z0-9_])${name}(?![A-Z0-9_])`).test(upper));
  if (named.length === 0) return [];
  const store = new FactStore(host, { dir: cwd ?? '/', network: false, purpose: 'build', timeoutMs: patience });
  const settings = valueIfKnown(await store.get(goSettings, machine));
  const effective = valueIfKnown(await store.get(effectiveSettings, machine));
  return named.map((name) => {
    const set = settings?.set.get(name);
    const inShell = [name, name.toLowerCase()].find((one) => host.env(one));
    if (set) return shown(name, set.value, `${set.source}${set.line ? `:${set.line}` : ''}`);
    return inShell ? shown(name, host.env(inShell), `$${inShell}`) : shown(name, effective?.get(name));
  });
}

/** In milliseconds, for `go env`. */
const patience = 5000;

function shown(name: string, value: string | undefined, source?: string): SettingHere {
  return { name, ...(value && { value: maskSecrets(value) }), ...(source && { source }) };
}
