import { type Ask, defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { type ManagerName, versionFileOrder } from '../../knowledge/version-managers.ts';
import { type ProjectVersion, versionFiles } from '../deploy/version-files.ts';
import { folderOf } from '../project/folders.ts';
import { tree } from '../project/tree.ts';
import { readText } from '../text-file.ts';
import { activeManager, installedManagers, type VersionManager } from './managers.ts';

/** A line that asks a version manager for a Go. */
export interface GoPin extends ProjectVersion {
  /** Folder of the file, relative to the project, `.` for its root. */
  readonly folder: string;
  /** A whole release such as `1.25.4`, and not `1.25`, `latest`, `system`, `ref:…` or `path:…`. */
  readonly exact: boolean;
}

/** Every line that asks for a Go, those that win first. */
export const goPins = defineFact<readonly GoPin[]>('project.go-pins', 'project', async (ask) => {
  const files = await ask.get(versionFiles);
  if (files.kind !== 'known') return files;
  const ofGo = files.value.entries.filter(({ tool }) => tool === 'go' || tool === 'golang');
  const pins = ofGo.map((entry) => ({ ...entry, folder: folderOf(entry.file), exact: isRelease(entry.version) }));
  return known(pins.sort((a, b) => rank(a) - rank(b)));
});

function isRelease(version: string): boolean {
  return /^1\.\d+\.\d+$/.test(version);
}

function rank({ file }: GoPin): number {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return versionFileOrder.findIndex((pattern) => pattern.test(name));
}

/** A manager and what it makes of the pins at the root of the project. */
export interface ManagerView {
  readonly manager: VersionManager;
  /** Its go is the one that runs. */
  readonly active: boolean;
  readonly byShim: boolean;
  /** The pin that it follows. */
  readonly follows?: GoPin;
  /** A pin in a file that it does not read as it is set up here, and why. */
  readonly passesOver?: { readonly pin: GoPin; readonly reason: 'not-enabled' | 'form' };
  /** The variable that overrides every file. */
  readonly override?: { readonly variable: string; readonly value: string };
  /** A version that is asked for and not installed would be downloaded at the first start. */
  readonly downloads: boolean;
}

/** Managers of this machine, the active one first, with their view of the project's root. */
export const managerViews = defineFact<readonly ManagerView[]>('project.manager-views', 'project', async (ask) => {
  const pins = await ask.get(goPins);
  if (pins.kind !== 'known') return pins;
  const active = valueIfKnown(await ask.get(activeManager));
  const others = valueIfKnown(await ask.get(installedManagers)) ?? [];
  const root = valueIfKnown(await ask.get(tree))?.root ?? '';
  const atRoot = pins.value.filter(({ folder }) => folder === '.');
  const views = others.map((manager): ManagerView => {
    const name = manager.rules.name;
    const own = atRoot.filter((pin) => belongsTo(name, pin));
    const refusals = own.map((pin) => ({ pin, reason: refusal(ask, root, name, pin) }));
    const follows = refusals.find(({ reason }) => reason === undefined)?.pin;
    const passed = refusals.find(({ reason }) => reason !== undefined);
    const { variable } = manager.rules;
    const value = variable === undefined ? undefined : ask.host.env(variable);
    const isActive = active?.rules.name === name;
    return {
      manager,
      active: isActive,
      byShim: isActive && active.byShim,
      downloads: name === 'mise' && !miseWaits(ask),
      ...(follows && { follows }),
      ...(passed?.reason && { passesOver: { pin: passed.pin, reason: passed.reason } }),
      ...(variable !== undefined && value && { override: { variable, value } }),
    };
  });
  return known(views.sort((a, b) => Number(b.active) - Number(a.active)));
});

/** Files that a manager could read at all: by their name, and by what it calls Go in them. */
function belongsTo(name: ManagerName, { file, tool }: GoPin): boolean {
  if (name === 'mise') return true;
  if (name === 'asdf') return file === '.go-version' || (file === '.tool-versions' && tool === 'golang');
  return file === '.go-version';
}

/**
 * Why a manager passes over `.go-version`: asdf without `legacy_version_file = yes`, mise unless it is named among
 * `idiomatic_version_file_enable_tools`, gvm unless a `go` stands before the number. goenv wants the number alone and stops at
 * any other form (all measured).
 */
function refusal(ask: Ask, root: string, name: ManagerName, pin: GoPin): 'not-enabled' | 'form' | undefined {
  if (pin.file !== '.go-version') return undefined;
  const { host } = ask;
  const home = host.env('HOME') ?? '';
  const says = (path: string, pattern: RegExp): boolean => {
    const text = readText(host, path);
    return text.kind === 'known' && pattern.test(text.value);
  };
  if (name === 'gvm') return /^\s*go\d/.test(pin.lineText) ? undefined : 'form';
  if (name === 'asdf') {
    const file = host.env('ASDF_CONFIG_FILE') || host.path.join(home, '.asdfrc');
    return says(file, /^\s*legacy_version_file\s*=\s*yes\b/m) ? undefined : 'not-enabled';
  }
  if (name === 'goenv') return undefined;
  const config = host.env('MISE_CONFIG_DIR') || host.path.join(home, '.config', 'mise');
  const files = [
    host.path.join(config, 'config.toml'),
    ...['mise.toml', '.mise.toml', 'mise.local.toml'].map((file) => host.path.join(root, file)),
  ];
  const named = host.env('MISE_IDIOMATIC_VERSION_FILE_ENABLE_TOOLS')?.split(',').includes('go') ?? false;
  const enabled = /idiomatic_version_file_enable_tools\s*=\s*\[[^\]]*"go"/;
  return named || files.some((file) => says(file, enabled)) ? undefined : 'not-enabled';
}

/** mise is told not to install what is missing (measured: `Tool not installed for shim: go`). */
function miseWaits({ host }: Ask): boolean {
  const isOff = (name: string): boolean => ['0', 'false', 'no'].includes(host.env(name) ?? '');
  return isOff('MISE_AUTO_INSTALL') || isOff('MISE_NOT_FOUND_AUTO_INSTALL');
}
