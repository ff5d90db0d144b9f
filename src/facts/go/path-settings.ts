import { defineFact } from '../../core/fact.ts';
import type { ReadHost } from '../../core/host.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { type InstallFolder, installFolders } from '../tools/path.ts';
import { presentGo } from './command.ts';
import { goEnv } from './env.ts';
import { goSettings, type Setting } from './settings.ts';

/** What keeps the go command from taking a value for an absolute path. */
export type PathFault = 'tilde' | 'variable' | 'quoted' | 'relative';

/** A value that should be an absolute path, or a list of them, and is not. */
export interface FaultyPath {
  readonly setting: Setting;
  /** The entry of the list, or the whole value. */
  readonly entry: string;
  readonly fault: PathFault;
}

/** Settings whose value is a path. GOCACHE may also be `off`. */
const pathNames = ['GOPATH', 'GOBIN', 'GOMODCACHE', 'GOCACHE'];

/** At most one for each setting: go complains of the first as well. */
export const faultyPaths = defineFact<readonly FaultyPath[]>('go.faulty-paths', 'machine', async (ask) => {
  const go = await presentGo(ask);
  if (go.kind !== 'known') return go;
  const set = valueIfKnown(await ask.get(goSettings))?.set;
  return known(pathNames.flatMap((name) => faultIn(ask.host, set?.get(name)) ?? []));
});

function faultIn(host: ReadHost, setting: Setting | undefined): FaultyPath | undefined {
  if (!setting || (setting.name === 'GOCACHE' && setting.value === 'off')) return undefined;
  const list = setting.name === 'GOPATH' ? setting.value.split(host.path.delimiter) : [setting.value];
  // Some lists have empty entries, which go passes over (golang/go#21928).
  const entry = list.find((one) => one !== '' && !isAbsolute(host, one));
  return entry === undefined ? undefined : { setting, entry, fault: faultOf(entry) };
}

/** As filepath.IsAbs: on Windows without a drive it is not, whatever other programs make of it. */
function isAbsolute(host: ReadHost, path: string): boolean {
  return host.platform.os === 'windows' ? /^(?:[A-Za-z]:[\\/]|[\\/]{2})/.test(path) : path.startsWith('/');
}

function faultOf(entry: string): PathFault {
  if (entry.startsWith('~')) return 'tilde';
  if (/^["']/.test(entry)) return 'quoted';
  return /^\$|%[^%]*%/.test(entry) ? 'variable' : 'relative';
}

/** A GOPATH that is a list with nothing as its first entry, where go keeps the module cache and puts programs. */
export const emptyFirstPath = defineFact<Setting | undefined>(
  'go.empty-first-path',
  'machine',
  async ({ get, host }) => {
    const setting = valueIfKnown(await get(goSettings))?.set.get('GOPATH');
    return known(setting?.value.startsWith(host.path.delimiter) ? setting : undefined);
  },
);

/** A GOPATH that is the tree of Go itself. Unknown trees are not compared. */
export const pathIsRoot = defineFact<Setting | undefined>('go.path-is-root', 'machine', async ({ get, host }) => {
  const setting = valueIfKnown(await get(goSettings))?.set.get('GOPATH');
  const root = setting && valueIfKnown(await get(goEnv))?.GOROOT;
  return known(root && trimmed(host, setting.value) === trimmed(host, root) ? setting : undefined);
});

function trimmed(host: ReadHost, path: string): string {
  const normal = host.path.normalize(path);
  return normal.endsWith(host.path.sep) ? normal.slice(0, -1) : normal;
}

/** Why no file can be made in a folder, which need not exist yet. */
export interface Blocked {
  /** `file`: a file stands there. `denied`: `at` may not be written by this user. */
  readonly state: 'file' | 'denied';
  readonly at: string;
  /** The first folder that would have to be made; the folder itself where it is there. */
  readonly wanted: string;
}

/** Undefined where a file can be made. */
export function blockedAt(host: ReadHost, folder: string): Blocked | undefined {
  const state = host.stat(folder);
  if (state && state.kind !== 'folder') return { state: 'file', at: folder, wanted: folder };
  if (state) return host.mayWrite(folder) ? undefined : { state: 'denied', at: folder, wanted: folder };
  const parent = host.path.dirname(folder);
  const above = parent === folder ? undefined : blockedAt(host, parent);
  return above && above.wanted === above.at ? { ...above, wanted: folder } : above;
}

/** True for a folder in the home folder, which may well be given back to the user: never for one of the system. */
export function isOwn(host: ReadHost, folder: string): boolean {
  const home = host.env('HOME');
  if (!home || host.path.dirname(home) === home || !host.stat(folder)) return false;
  return !/^\.\.|^$/.test(host.path.relative(home, folder));
}

/** The folder into which `go install` writes, where it cannot. */
export interface BlockedInstall extends Blocked {
  readonly folder: string;
  readonly from: InstallFolder['from'];
  /** It lies in the home folder. */
  readonly own: boolean;
}

export const blockedInstall = defineFact<BlockedInstall | undefined>('go.blocked-install', 'machine', async (ask) => {
  const go = await presentGo(ask);
  if (go.kind !== 'known') return go;
  const folders = valueIfKnown(await ask.get(installFolders)) ?? [];
  const current = folders.find((folder) => folder.current);
  if (!current || !isAbsolute(ask.host, current.folder)) return known(undefined);
  const { folder, from } = current;
  const blocked = blockedAt(ask.host, folder);
  return known(blocked && { folder, from, ...blocked, own: isOwn(ask.host, folder) });
});
