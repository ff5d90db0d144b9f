import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FactStore } from '../../src/core/fact.ts';
import { sourceOf } from '../../src/facts/modules/source-of.ts';
import { LocalHost } from '../../src/host/local.ts';
import { zip } from '../../src/lab/kit/zip.ts';
import { describeWith } from '../support/skip.ts';

const GRPC = 'google.golang.org/grpc';

type Files = Readonly<Record<string, string>>;

/** Two modules that need a grpc-go: a stand-in of one package, from a module proxy of files. */
const MEMBER = (name: string, version = 'v1.59.0'): Files => ({
  [`${name}/go.mod`]: `module example.com/${name}\n\ngo 1.22\n\nrequire ${GRPC} ${version}\n`,
  [`${name}/${name}.go`]: `package ${name}\n\nimport _ "${GRPC}"\n`,
});
const FORK: Files = { 'fork/go.mod': `module ${GRPC}\n\ngo 1.22\n`, 'fork/grpc.go': 'package grpc\n' };
const BOTH = 'go 1.22\n\nuse (\n\t./a\n\t./b\n)\n';
const HERE = 'go 1.22\n\nuse .\n';
const ROOT: Files = { 'go.mod': MEMBER('a')['a/go.mod'] ?? '', 'a.go': MEMBER('a')['a/a.go'] ?? '' };

/** A go.work without go line takes no newer member. */
function old(goMod = ''): string {
  return goMod.replace('go 1.22', 'go 1.18');
}

interface Situation {
  readonly files: Files;
  /** Commands of the go command that prepare it, with the folder and settings of each. */
  readonly prepare?: readonly { args: string[]; in: string; GOWORK?: string }[];
  /** The module that is asked about. */
  readonly module: string;
  readonly env?: Readonly<Record<string, string>>;
}

const SITUATIONS: Readonly<Record<string, Situation>> = {
  'module cache': { files: MEMBER('a'), module: 'a' },
  'vendor of a module': { files: MEMBER('a'), prepare: [{ args: ['mod', 'vendor'], in: 'a' }], module: 'a' },
  'vendor of a module, passed over by a flag': {
    files: MEMBER('a'),
    prepare: [{ args: ['mod', 'vendor'], in: 'a' }],
    module: 'a',
    env: { GOFLAGS: '-mod=readonly' },
  },
  'workspace, the higher version': {
    files: { ...MEMBER('a'), ...MEMBER('b', 'v1.60.0'), 'go.work': BOTH },
    module: 'a',
  },
  'workspace switched off': {
    files: { ...MEMBER('a'), ...MEMBER('b', 'v1.60.0'), 'go.work': BOTH },
    module: 'a',
    env: { GOWORK: 'off' },
  },
  'workspace over the vendor folder of a member': {
    files: { ...MEMBER('a'), ...MEMBER('b'), 'go.work': BOTH },
    prepare: [{ args: ['mod', 'vendor'], in: 'a', GOWORK: 'off' }],
    module: 'a',
  },
  'workspace with a vendor folder': {
    files: { ...MEMBER('a'), ...MEMBER('b', 'v1.60.0'), 'go.work': BOTH },
    prepare: [{ args: ['work', 'vendor'], in: '.' }],
    module: 'a',
  },
  'the vendor folder of a workspace, from a member of it alone': {
    files: { ...ROOT, 'go.work': HERE },
    prepare: [{ args: ['work', 'vendor'], in: '.' }],
    module: '.',
    env: { GOWORK: 'off' },
  },
  'the vendor folder of a module beside go.work': {
    files: { ...ROOT, 'go.work': HERE },
    prepare: [{ args: ['mod', 'vendor'], in: '.', GOWORK: 'off' }],
    module: '.',
  },
  'the same with -mod=vendor': {
    files: { ...ROOT, 'go.work': HERE },
    prepare: [{ args: ['mod', 'vendor'], in: '.', GOWORK: 'off' }],
    module: '.',
    env: { GOFLAGS: '-mod=vendor' },
  },
  'a vendored workspace without go line': {
    files: { 'a/go.mod': old(MEMBER('a')['a/go.mod']), 'a/a.go': MEMBER('a')['a/a.go'] ?? '', 'go.work': 'use ./a\n' },
    prepare: [{ args: ['work', 'vendor'], in: '.' }],
    module: 'a',
  },
  'replaced by a folder': {
    files: { ...MEMBER('a'), ...FORK, 'a/go.mod': `${MEMBER('a')['a/go.mod']}\nreplace ${GRPC} => ../fork\n` },
    module: 'a',
  },
  'replaced by a folder in go.work': {
    files: { ...MEMBER('a'), ...FORK, 'go.work': `go 1.22\n\nuse ./a\n\nreplace ${GRPC} => ./fork\n` },
    module: 'a',
  },
  'replaced by another version': {
    files: { ...MEMBER('a'), 'a/go.mod': `${MEMBER('a')['a/go.mod']}\nreplace ${GRPC} => ${GRPC} v1.60.0\n` },
    module: 'a',
  },
  'a member of the workspace': {
    files: { ...MEMBER('a'), ...FORK, 'go.work': 'go 1.22\n\nuse (\n\t./a\n\t./fork\n)\n' },
    module: 'a',
  },
};

describeWith(['go', 'version'])('where the sources of grpc come from', () => {
  const root = mkdtempSync(join(tmpdir(), 'source-of-'));
  const mine = {
    GOPROXY: pathToFileURL(join(root, 'proxy')).href,
    GOMODCACHE: join(root, 'cache'),
    GOFLAGS: '',
    GOWORK: '',
    GOSUMDB: 'off',
    GOTOOLCHAIN: 'local',
    GOENV: 'off',
  };
  const before = { ...process.env };

  function go(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): string {
    const run = spawnSync('go', [...args], { cwd, env: { ...before, ...mine, ...env }, encoding: 'utf8' });
    expect(run.status, `go ${args.join(' ')}: ${run.stderr}`).toBe(0);
    return run.stdout.trim();
  }

  function write(folder: string, files: Readonly<Record<string, string | Buffer>>): void {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
  }

  beforeAll(() => {
    for (const version of ['v1.59.0', 'v1.60.0']) {
      const goMod = `module ${GRPC}\n\ngo 1.19\n`;
      const entries = Object.entries({ 'go.mod': goMod, 'grpc.go': 'package grpc\n' });
      const packed = entries.map(([name, text]) => ({
        name: `${GRPC}@${version}/${name}`,
        content: Buffer.from(text),
      }));
      write(join(root, 'proxy', GRPC, '@v'), {
        [`${version}.info`]: `{"Version":"${version}"}`,
        [`${version}.mod`]: goMod,
        [`${version}.zip`]: zip(packed),
      });
    }
  });

  afterAll(() => {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
    go(['clean', '-modcache'], root);
    rmSync(root, { recursive: true });
  });

  it.each(Object.entries(SITUATIONS))('%s', async (name, { files, prepare = [], module, env = {} }) => {
    const project = join(root, name.replace(/\W+/g, '-'));
    write(project, files);
    for (const { args, in: folder, GOWORK = '' } of [
      ...Object.keys(files)
        .filter((file) => file.endsWith('/go.mod') || file === 'go.mod')
        .map((file) => ({ args: ['mod', 'tidy'], in: dirname(file), GOWORK: 'off' })),
      ...prepare,
    ])
      go(args, join(project, folder), { GOWORK });
    const really = go(['list', '-f', '{{.Dir}}', GRPC], join(project, module), env);
    Object.assign(process.env, mine, env);
    const store = new FactStore(new LocalHost(), { dir: project, network: false, purpose: 'build', timeoutMs: 20_000 });
    const sources = await store.get(sourceOf, { kind: 'module', id: module });
    expect(sources.kind === 'known' && sources.value.get(GRPC)?.path).toBe(really);
  });
});
