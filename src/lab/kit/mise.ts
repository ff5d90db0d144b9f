import { mkdir, readdir, realpath, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { go, MISE } from './catalog.ts';
import { mustRun } from './process.ts';
import type { Site } from './site.ts';

const DATA = 'home/.local/share/mise';
const RESHIM_MS = 60_000;

/** The folder into which `go install` puts programs of a Go that mise manages. */
export function miseBin(version: string): string {
  return `${DATA}/installs/go/${version}/bin`;
}

/** mise itself, with these versions of Go as `mise install go@VERSION` leaves them, and its shims first on PATH. */
export async function addMise(site: Site, versions: readonly string[]): Promise<void> {
  const { bin } = await site.bench.tools.ensure(MISE);
  await site.linkTool(bin, 'usr/bin', 'mise');
  for (const version of versions) await addManagedGo(site, version);
  site.path.unshift(`${DATA}/shims`);
  // A go that is not there would be downloaded; a mise.toml below the machine's folder needs no `mise trust`.
  Object.assign(site.env, { MISE_OFFLINE: '1', MISE_TRUSTED_CONFIG_PATHS: '{root}' });
}

/** `mise reshim`: writes a shim for every program of every version. */
export async function reshim(site: Site): Promise<void> {
  await mustRun([site.at('usr/bin/mise'), 'reshim'], {
    cwd: site.at('home'),
    env: site.environment(),
    timeoutMs: RESHIM_MS,
  });
}

/** The tree of a toolchain by links, with a bin folder of its own: what is installed there must not touch the tool cache. */
async function addManagedGo(site: Site, version: string): Promise<void> {
  const { bin } = await site.bench.tools.ensure(go(version));
  const root = dirname(dirname(await realpath(bin)));
  const target = site.at(dirname(miseBin(version)));
  await mkdir(join(target, 'bin'), { recursive: true });
  for (const name of await readdir(root)) {
    if (name !== 'bin') await symlink(join(root, name), join(target, name));
  }
  for (const name of await readdir(join(root, 'bin')))
    await symlink(join(root, 'bin', name), join(target, 'bin', name));
}
