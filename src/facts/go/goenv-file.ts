import { defineFact } from '../../core/fact.ts';
import type { ReadHost } from '../../core/host.ts';
import { known, type Outcome, valueIfKnown } from '../../core/outcome.ts';
import { isToolchainSetting, matchingSettings, moduleModes } from '../../knowledge/go-rules.ts';
import { parseGoEnvFile } from '../../read/go/go-env-file.ts';
import { readText } from '../text-file.ts';
import { presentGo } from './command.ts';
import { goFlagsComplaint } from './env.ts';
import { faultyPaths } from './path-settings.ts';
import { goRoot } from './root.ts';
import { goSettings, type Setting } from './settings.ts';

/**
 * What is wrong with an entry.
 * - `refused`: go stops at it, in some commands or in all
 * - `platform`: programs are built for another machine
 * - `folder`: the folder of temporary files does not exist
 * - `pattern`: quotes or a carriage return are part of a list of patterns, so that nothing matches it
 */
export type Poison = 'refused' | 'platform' | 'folder' | 'pattern';

/** An entry of the GOENV file that does harm in every new shell. */
export interface PoisonedEntry {
  readonly setting: Setting;
  readonly poison: Poison;
  /** `go env -u NAME` does not run with this value, or does not take the name (measured with Go 1.20, 1.21 and 1.26). */
  readonly locked: boolean;
  /** What go says to GOFLAGS. */
  readonly complaint?: string;
}

export const poisonedEntries = defineFact<readonly PoisonedEntry[]>('go.poisoned-entries', 'machine', async (ask) => {
  const go = await presentGo(ask);
  if (go.kind !== 'known') return go;
  const settings = valueIfKnown(await ask.get(goSettings));
  const file = settings?.goenvFile;
  const text: Outcome<string> | undefined = file ? readText(ask.host, file) : undefined;
  if (!file || text?.kind === 'absent') return known([]);
  if (text?.kind !== 'known') return text ?? known([]);
  const complaint = valueIfKnown(await ask.get(goFlagsComplaint));
  const refused = new Set<string | undefined>([
    ...(valueIfKnown(await ask.get(faultyPaths)) ?? []).map(({ setting }) => setting.name),
    rootIsNone(valueIfKnown(await ask.get(goRoot))) ? 'GOROOT' : undefined,
    complaint ? 'GOFLAGS' : undefined,
  ]);
  const { entries } = parseGoEnvFile(text.value);
  // Of two entries with one name the later counts; a variable of the shell wins over both.
  const last = new Map(entries.filter(({ key }) => !ask.host.env(key)).map((entry) => [entry.key, entry]));
  return known(
    [...last.values()].flatMap(({ key: name, value, line }) => {
      const poison = value ? (refused.has(name) ? 'refused' : poisonOf(ask.host, name, value)) : undefined;
      const setting: Setting = { name, value, origin: 'goenv', source: file, line };
      if (!poison) return [];
      const locked = poison === 'refused' && locking.has(name);
      return { setting, poison, locked, ...(name === 'GOFLAGS' && complaint && { complaint }) };
    }),
  );
});

function rootIsNone(root: { readonly state: string } | undefined): boolean {
  return root !== undefined && root.state !== 'tree';
}

const locking = new Set(['GOROOT', 'GOPATH', 'GOTOOLCHAIN', 'GOWORK']);

function poisonOf(host: ReadHost, name: string, value: string): Poison | undefined {
  if (name === 'GO111MODULE') return moduleModes.has(value) ? undefined : 'refused';
  if (name === 'GOTOOLCHAIN') return isToolchainSetting(value) ? undefined : 'refused';
  if (name === 'GOWORK') return value === 'off' || host.path.isAbsolute(value) ? undefined : 'refused';
  if (name === 'GOOS') return value === host.platform.os ? undefined : 'platform';
  if (name === 'GOARCH') return value === host.platform.arch ? undefined : 'platform';
  if (name === 'GOTMPDIR') return host.stat(value) ? undefined : 'folder';
  return matchingSettings.has(name) && /^["']|["'\r]$/.test(value) ? 'pattern' : undefined;
}
