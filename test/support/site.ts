import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { stackModules } from '../../src/knowledge/names.ts';
import { openBench } from '../../src/lab/kit/bench.ts';
import type { BuiltEnvironment } from '../../src/lab/kit/environment.ts';
import { mustRun } from '../../src/lab/kit/process.ts';
import { pick } from '../../src/lab/labs/article-script/environments.ts';
import { labFolders } from '../../src/lab/paths.ts';

/** A real machine of the lab with caches of its own, so that nothing else changes them while a test looks. */
export interface RealMachine {
  readonly built: BuiltEnvironment;
  /** What a developer would have: their own PATH behind the lab's (a C compiler among others). */
  readonly env: Readonly<Record<string, string>>;
  readonly home: string;
  readonly modCache: string;
  readonly goCache: string;
}

/** Makes an environment of the article-script lab in `root`, with a warm module cache. */
export async function realMachine(id: string, root: string): Promise<RealMachine> {
  const folders = labFolders();
  const bench = await openBench(folders, (line) => process.stderr.write(`${line}\n`));
  const [environment] = pick(id);
  if (!environment) throw new Error(`no environment ${id}`);
  const built = await environment.build(bench, await mkdtemp(join(root, `${id}-`)).then((at) => join(at, 'machine')));
  const [modCache, goCache, tmp] = ['mod', 'gocache', 'tmp'].map((name) => join(built.root, name)) as [
    string,
    string,
    string,
  ];
  for (const folder of [modCache, goCache, tmp]) mkdirSync(folder);
  const env = {
    ...built.env,
    PATH: `${built.env.PATH}:${process.env.PATH}`,
    GOMODCACHE: modCache,
    GOCACHE: goCache,
    TMPDIR: tmp,
  };
  // A cache that was filled by builds alone lacks some files; the user's own proxy has them.
  const theirs = execFileSync('go', ['env', 'GOPROXY'], { encoding: 'utf8' }).trim();
  const served = {
    ...env,
    GOPROXY: `file://${folders.modCache}/cache/download,${theirs}`,
    GOSUMDB: 'off',
    GOENV: 'off',
  };
  // Without -modcacherw nobody but root could remove the cache.
  const filling = { ...served, GOFLAGS: '-modcacherw', GOTOOLCHAIN: 'local' };
  // In a copy: these commands write beside the files that tests are about.
  const copy = join(built.root, 'copy');
  cpSync(join(built.root, 'src'), copy, { recursive: true });
  for (const cwd of modulesIn(copy)) {
    await mustRun(['go', 'mod', 'download'], { cwd, env: { ...filling, GOWORK: 'off' }, timeoutMs: 60_000 });
    await mustRun(['go', 'list', '-m', '-e', ...stackModules], { cwd, env: filling, timeoutMs: 60_000 });
  }
  rmSync(copy, { recursive: true });
  ownFiles(built.root);
  return { built, env, home: join(built.root, 'home'), modCache, goCache };
}

/** Labs link their tools into each machine; a lab elsewhere that links or removes one would change a time of the file here. */
function ownFiles(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || lstatSync(path).nlink === 1) continue;
    copyFileSync(path, `${path}.own`);
    renameSync(`${path}.own`, path);
  }
}

/** Folders with a go.mod; of a workspace there are several. */
function modulesIn(folder: string): string[] {
  const folders = readdirSync(folder).map((name) => join(folder, name));
  return folders.filter((one) => existsSync(join(one, 'go.mod')));
}
