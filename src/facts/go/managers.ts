import { defineFact } from '../../core/fact.ts';
import type { ReadHost } from '../../core/host.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { type ManagerRules, versionManagers } from '../../knowledge/version-managers.ts';
import { compareGo } from '../../read/go/go-version.ts';
import { goOnPath } from '../tools/path.ts';

/** A Go that a version manager has installed. */
export interface ManagedGo {
  /** Without `go`: `1.25.4`. */
  readonly version: string;
  /** Folders into which `go install` of this version puts programs; the first is the one of today. */
  readonly bins: readonly string[];
  /** Folder in which its go lies. */
  readonly goFolder: string;
}

/** A version manager of this machine. Its folders are absolute. */
export interface VersionManager {
  readonly rules: ManagerRules;
  readonly root: string;
  readonly shims?: string;
  /** The oldest first. */
  readonly gos: readonly ManagedGo[];
}

/** Version managers that have installed a Go here. None of the four was looked into on Windows. */
export const installedManagers = defineFact<readonly VersionManager[]>('go.managers', 'machine', ({ host }) => {
  const home = host.env('HOME');
  if (host.platform.os === 'windows' || !home) return known([]);
  return known(versionManagers.flatMap((rules) => managerAt(host, rules, home) ?? []));
});

function managerAt(host: ReadHost, rules: ManagerRules, home: string): VersionManager | undefined {
  const root = host.env(rules.root.variable) || host.path.join(home, rules.root.below);
  const gopaths = host.env('GOENV_GOPATH_PREFIX') || host.path.join(home, 'go');
  const at = (template: string, version = ''): string =>
    host.path.normalize(template.replace('{root}', root).replace('{gopaths}', gopaths).replace('{version}', version));
  const names = (host.list(at(rules.versions)) ?? []).map(({ name }) => name);
  const versions = names.flatMap((name) => versionIn(name, rules.prefix)).sort(compareGo);
  if (versions.length === 0) return undefined;
  const gos = versions.map((version) => ({
    version,
    bins: rules.bins.map((bin) => at(bin, version)),
    goFolder: at(rules.go, version),
  }));
  return { rules, root, ...(rules.shims !== undefined && { shims: at(rules.shims) }), gos };
}

/** Links such as `latest` and `1.25` stand for another folder and are no version of their own. */
function versionIn(name: string, prefix: string): string[] {
  const version = name.startsWith(prefix) ? name.slice(prefix.length) : '';
  return /^1\.\d+(?:\.\d+|(?:rc|beta)\d+)$/.test(version) || /^1\.(?:[0-9]|1\d|20)$/.test(version) ? [version] : [];
}

/** The manager whose go is the one that runs. */
export interface ActiveManager extends VersionManager {
  /** Through a shim, which looks at the folder each time; else the manager has put one version on PATH. */
  readonly byShim: boolean;
}

export const activeManager = defineFact<ActiveManager | undefined>('go.active-manager', 'machine', async (ask) => {
  const go = valueIfKnown(await ask.get(goOnPath));
  if (!go) return known(undefined);
  for (const manager of valueIfKnown(await ask.get(installedManagers)) ?? []) {
    if (go.folder === manager.shims) return known({ ...manager, byShim: true });
    if (manager.gos.some(({ goFolder }) => goFolder === go.folder)) return known({ ...manager, byShim: false });
  }
  return known(undefined);
});
