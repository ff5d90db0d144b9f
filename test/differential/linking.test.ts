import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FactStore } from '../../src/core/fact.ts';
import { linkedFrom, linking, wayTo } from '../../src/facts/linking/linked.ts';
import { LocalHost } from '../../src/host/local.ts';
import { describeWith } from '../support/skip.ts';

const importing = (name: string, ...paths: string[]): string =>
  `package ${name}\n\nimport (\n${paths.map((path) => `\t_ "${path}"\n`).join('')})\n`;
const program = (...paths: string[]): string => `${importing('main', ...paths)}\nfunc main() {}\n`;

/** Programs, packages, tests, a module inside of the module, a replaced one, and files that only some builds take. */
const files: Readonly<Record<string, string>> = {
  'go.mod':
    'module example.com/a\n\ngo 1.21\n\nrequire (\n\texample.com/a/inner v0.0.0\n\texample.com/other v0.0.0\n)\n\nreplace (\n\texample.com/a/inner => ./inner\n\texample.com/other => ../other\n)\n',
  'cmd/one/main.go': program('example.com/a/store', 'fmt'),
  'cmd/two/main.go': program('example.com/a/inner/deep'),
  'store/store.go': importing('store', 'example.com/other/lib'),
  'store/store_test.go': importing('store', 'example.com/a/only/tests'),
  'store/outside_test.go': importing('store_test', 'example.com/a/only/outside'),
  'store/store_tag.go': `//go:build integration\n\n${importing('store', 'example.com/a/only/tagged')}`,
  'store/store_plan9.go': importing('store', 'example.com/a/only/system'),
  'store/ignored.go': `//go:build ignore\n\n${program('example.com/a/only/ignored')}`,
  'third_party/copy/copy.go': importing('copy', 'example.com/a/only/copied'),
  'cmd/three/main.go': program('example.com/a/third_party/copy'),
  'inner/go.mod': 'module example.com/a/inner\n\ngo 1.21\n',
  'inner/deep/deep.go': 'package deep\n',
  ...Object.fromEntries(
    ['tests', 'outside', 'tagged', 'system', 'ignored', 'copied'].map((name) => [
      `only/${name}/x.go`,
      `package ${name}\n`,
    ]),
  ),
  '../other/go.mod': 'module example.com/other\n\ngo 1.21\n',
  '../other/lib/lib.go': importing('lib', 'example.com/other/internal/x'),
  '../other/lib/lib_test.go': importing('lib', 'example.com/other/tested'),
  '../other/internal/x/x.go': 'package x\n',
  '../other/tested/tested.go': 'package tested\n',
};

describeWith(['go', 'version'])('what is linked, and what the go command links', () => {
  let root = '';
  let dir = '';

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'linking-'));
    dir = join(root, 'a');
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(dir, file)), { recursive: true });
      writeFileSync(join(dir, file), text);
    }
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  /** The packages that the go command links, without the standard library and its names for test binaries. */
  function listed(...args: string[]): string[] {
    const env = { ...process.env, GOFLAGS: '', GOWORK: 'off', GOPROXY: 'off' };
    const format = '{{if not .Standard}}{{.ImportPath}}{{end}}';
    const { stdout, stderr, status } = spawnSync('go', ['list', '-deps', '-f', format, ...args], {
      cwd: dir,
      env,
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    const names = stdout.split('\n').filter((line) => line !== '' && !/\.test$|_test\b/.test(line));
    return [...new Set(names.map((line) => line.split(' ')[0] ?? ''))].sort();
  }

  async function read() {
    const options = { dir, network: false, purpose: 'build', timeoutMs: 20_000 } as const;
    const found = await new FactStore(new LocalHost(), options).get(linking, { kind: 'module', id: '.' });
    if (found.kind !== 'known' || !found.value) throw new Error(JSON.stringify(found));
    return found.value;
  }

  it('is the same for all packages and their tests', async () => {
    const { packages } = await read();
    // The walk of the project leaves third_party out; who imports it brings it back.
    expect([...packages.keys()].sort()).toEqual(listed('-test', './...'));
  });

  it.each(['cmd/one', 'cmd/two', 'cmd/three', 'store'])('is the same for %s', async (folder) => {
    const { roots, packages } = await read();
    const own = roots.find((root) => root.kind !== 'tests' && root.package.folder === folder);
    expect(own && [...linkedFrom(own, packages).keys()].sort()).toEqual(listed(`./${folder}`));
  });

  it('tells the way', async () => {
    const { roots, packages } = await read();
    const [tests] = roots.filter(({ kind }) => kind === 'tests');
    expect(roots.map(({ kind }) => kind).sort((a, b) => (a < b ? -1 : 1))).toContain('program');
    expect(tests && wayTo('example.com/a/only/outside', linkedFrom(tests, packages))).toEqual([
      'example.com/a/store',
      'example.com/a/only/outside',
    ]);
  });
});
