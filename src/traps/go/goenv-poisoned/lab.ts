import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterFix } from '../../../lab/kit/after-fix.ts';
import type { Bench } from '../../../lab/kit/bench.ts';
import { go } from '../../../lab/kit/catalog.ts';
import { type BuiltEnvironment, outcome } from '../../../lab/kit/environment.ts';
import { run } from '../../../lab/kit/process.ts';
import { otherArch } from '../../../lab/kit/tools.ts';
import { broken, healthy, type Special, trapLab } from '../../../lab/kit/trap-lab.ts';
import type { Cell } from '../../../lab/lab.ts';

const trap = 'goenv-poisoned';
const versions = ['1.20.14', '1.21.13', '1.26.8'];

/** An entry, and the trap that speaks of it first. */
interface Entry {
  readonly line: string;
  readonly trap?: string;
  readonly special?: Special;
}

/** Where nothing of the service is cached, or it would be built for another machine, a small package is enough. */
const small = { build: ['go', 'build', 'errors'] };

/** A build says it once for each module that it asks for at the same time. */
const oneModule = { build: ['go', 'mod', 'download', 'google.golang.org/grpc'] };

const entries: Readonly<Record<string, Entry>> = {
  goroot: { line: 'GOROOT={root}/none', trap: 'goroot-mismatch' },
  gopath: { line: 'GOPATH=~/go', trap: 'gopath-unusable' },
  gotoolchain: { line: 'GOTOOLCHAIN=1.26.8', trap: 'toolchain-not-available' },
  goflags: { line: 'GOFLAGS=-foo', trap: 'goflags-invalid' },
  'go111module-off': { line: 'GO111MODULE=off', trap: 'go111module-off' },
  'go111module-yes': { line: 'GO111MODULE=yes', trap: 'go111module-off' },
  gocache: { line: 'GOCACHE=.cache', trap: 'go-cache-not-writable', special: { env: { GOCACHE: '' }, ...small } },
  gomodcache: {
    line: 'GOMODCACHE=mod',
    trap: 'go-cache-not-writable',
    special: { env: { GOMODCACHE: '' }, ...oneModule },
  },
  gotmpdir: { line: 'GOTMPDIR={root}/none', trap },
  gowork: { line: 'GOWORK=go.work', trap },
  gobin: { line: 'GOBIN=bin' },
  goarch: { line: `GOARCH=${otherArch()}`, special: small },
  goprivate: { line: 'GOPRIVATE="corp.example"' },
};

const environments = Object.entries(entries).map(([id, { line, trap: first, special }]) => {
  const arranged: Special = {
    ...special,
    arrange: (site) => site.write('home/.config/go/env', `${line.replace('{root}', site.root)}\n`),
  };
  const shown = line.replace(otherArch(), '<other>').replace('{root}', '/…');
  const title = { en: shown, zh: shown };
  return first ? broken(id, first, title, arranged) : healthy(id, title, arranged);
});

export default trapLab({
  trap,
  title: { en: 'A bad entry in the file of go env -w', zh: 'go env -w 的文件里有一项是坏的' },
  question: {
    en: 'Which entries stop go, with which does go env -u still run, and does the fix get out of each?',
    zh: '哪些设置会让 go 停下？哪些情况下 go env -u 还能运行？修复对每一项都有效吗？',
  },
  environments: [...environments, healthy('clean', { en: 'no such file', zh: '没有这个文件' })],
  columns: async (built, bench) => {
    const entry = entries[built.id];
    if (!entry) return {};
    return { unset: await unset(built, bench, entry.line), fixed: await afterFix(built, entry.trap ?? trap) };
  },
});

/** Whether `go env -u NAME` runs, for each version of Go, on a copy of the file. */
async function unset(built: BuiltEnvironment, bench: Bench, line: string): Promise<Cell> {
  const file = join(built.root, 'goenv');
  const cells: Record<string, Cell> = {};
  for (const version of versions) {
    const { bin } = await bench.tools.ensure(go(version));
    await writeFile(file, `${line.replace('{root}', built.root)}\n`);
    const argv = ['go', 'env', '-u', line.split('=')[0] ?? ''];
    const env = { ...built.env, GOENV: file, PATH: dirname(bin) };
    const { rc, lines } = outcome(built, argv, await run(argv, { cwd: built.root, env, timeoutMs: 60_000 }), 'first');
    cells[version] = rc === 0 ? 'runs' : (lines[0] ?? `exit code ${rc}`);
  }
  return cells;
}
