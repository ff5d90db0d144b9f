import { defineFact } from '../../core/fact.ts';
import type { ReadHost } from '../../core/host.ts';
import { known } from '../../core/outcome.ts';
import { buildVariables, goVariables } from '../../knowledge/names.ts';
import { parseGoEnvFile } from '../../read/go/go-env-file.ts';
import { readText } from '../text-file.ts';

/** The variables that are looked at. */
export const settingNames: readonly string[] = goVariables;

/** One setting of the go command that somebody made. */
export interface Setting {
  readonly name: string;
  readonly value: string;
  /** `environment`: a variable of the shell. `goenv`: the file that `go env -w` writes. */
  readonly origin: 'environment' | 'goenv';
  /** `$GOFLAGS`, or the path of the file. */
  readonly source: string;
  readonly line?: number;
}

/** What the user set, before the go command's own defaults. The environment wins; an empty variable counts as not set. */
export interface GoSettings {
  readonly set: ReadonlyMap<string, Setting>;
  /** Settings of the file that a variable overrides. */
  readonly overridden: readonly Setting[];
  /** Path of the GOENV file, whether it exists or not; undefined when it is switched off or no place is known. */
  readonly goenvFile?: string;
}

export const goSettings = defineFact<GoSettings>('go.settings', 'machine', ({ host }) => {
  const set = new Map<string, Setting>();
  for (const name of [...settingNames, ...buildVariables]) {
    const value = host.env(name);
    if (value) set.set(name, { name, value, origin: 'environment', source: `$${name}` });
  }
  const goenvFile = goenvPath(host);
  const overridden: Setting[] = [];
  for (const setting of goenvFile ? fromFile(host, goenvFile) : []) {
    if (set.has(setting.name)) overridden.push(setting);
    else set.set(setting.name, setting);
  }
  return known({ set, overridden, ...(goenvFile && { goenvFile }) });
});

function fromFile(host: ReadHost, path: string): Setting[] {
  const text = readText(host, path);
  if (text.kind !== 'known') return [];
  const { entries } = parseGoEnvFile(text.value);
  const last = new Map(entries.filter(({ value }) => value !== '').map((entry) => [entry.key, entry]));
  return [...last.values()].map(({ key, value, line }) => ({ name: key, value, origin: 'goenv', source: path, line }));
}

/** Where `go env -w` writes, by the rules of os.UserConfigDir. */
function goenvPath(host: ReadHost): string | undefined {
  const named = host.env('GOENV');
  if (named === 'off') return undefined;
  if (named) return named;
  const folder = configFolder(host);
  return folder && host.path.join(folder, 'go', 'env');
}

function configFolder(host: ReadHost): string | undefined {
  const home = host.env('HOME');
  if (host.platform.os === 'windows') return host.env('AppData') ?? host.env('APPDATA');
  if (host.platform.os === 'darwin') return home && host.path.join(home, 'Library', 'Application Support');
  return host.env('XDG_CONFIG_HOME') || (home && host.path.join(home, '.config'));
}
