import { describe, expect, it } from 'vitest';
import { FactStore } from '../../src/core/fact.ts';
import { project } from '../../src/core/subject.ts';
import type { Compilation, ImportTarget } from '../../src/facts/proto/compilation/compilation.ts';
import { compilations } from '../../src/facts/proto/compilation/compilations.ts';
import { baseMachine, hostOf } from '../support/machine.ts';

const GO = '--go_out=. --go_opt=paths=source_relative';

/** The compilations of a project with these files and nothing else. */
async function compilationsOf(files: Readonly<Record<string, string>>): Promise<readonly Compilation[]> {
  const machine = baseMachine('healthy');
  const host = hostOf({ ...machine, project: { 'go.mod': 'module example.com/hello\n\ngo 1.26.0\n', ...files } });
  const store = new FactStore(host, { dir: machine.dir, network: false, purpose: 'all', timeoutMs: 1000 });
  const found = await store.get(compilations, project);
  if (found.kind !== 'known') throw new Error(found.reason.key);
  return found.value;
}

const proto = (...imports: string[]): string =>
  `syntax = "proto3";\n${imports.map((name) => `import "${name}";\n`).join('')}`;

const make = (...lines: string[]): string => `proto:\n${lines.map((line) => `\t${line}\n`).join('')}`;

const TREE = { 'api/a.proto': proto(), 'api/v1/b.proto': proto('a.proto'), 'other/c.proto': proto() };

/** Names of the inputs of each call, and whether all of it is known. */
function callsOf(all: readonly Compilation[]): { certain: boolean; calls: string[][] } {
  const commands = all.filter(({ via }) => via === 'protoc');
  return {
    certain: commands.every(({ certain }) => certain),
    calls: commands.map(({ inputs }) => inputs.map(({ name }) => name)),
  };
}

function targetsOf(all: readonly Compilation[], path: string): Record<string, ImportTarget['kind']> {
  const file = all.flatMap(({ files }) => [...files.values()]).find((one) => one.path === path);
  return Object.fromEntries((file?.imports ?? []).map(({ path: name, target }) => [name, target.kind]));
}

describe('which files a command compiles', () => {
  it.each<[about: string, lines: string[], calls: string[][]]>([
    ['a loop', [`for f in api/*.proto api/*/*.proto; do protoc -Iapi ${GO} $$f; done`], [['a.proto'], ['v1/b.proto']]],
    [
      'a loop over find',
      [`for f in $$(find api -name '*.proto'); do protoc -Iapi ${GO} "$$f"; done`],
      [['a.proto'], ['v1/b.proto']],
    ],
    ['find in the line', [`protoc -Iapi ${GO} $(shell find api -name '*.proto')`], [['a.proto', 'v1/b.proto']]],
    ['find by its depth', [`protoc -Iapi ${GO} $$(find api -maxdepth 1 -name '*.proto')`], [['a.proto']]],
    [
      'find without a folder',
      [`protoc -I. ${GO} $$(find . -name '*.proto' -not -path '*/v1/*')`],
      [['api/a.proto', 'other/c.proto']],
    ],
    ['wildcard', [`protoc -I. ${GO} $(wildcard other/*.proto)`], [['other/c.proto']]],
    ['xargs', [`find api -name '*.proto' | xargs protoc -Iapi ${GO}`], [['a.proto', 'v1/b.proto']]],
    ['xargs, one by one', [`find api -name '*.proto' | xargs -n 1 protoc -Iapi ${GO}`], [['a.proto'], ['v1/b.proto']]],
    ['find with exec', [`find api -name '*.proto' -exec protoc -Iapi ${GO} {} \\;`], [['a.proto'], ['v1/b.proto']]],
    [
      'while read',
      [`find api -name '*.proto' | while read -r f; do protoc -Iapi ${GO} "$$f"; done`],
      [['a.proto'], ['v1/b.proto']],
    ],
    ['another folder', [`cd api && protoc -I. ${GO} a.proto`], [['a.proto']]],
  ])('%s', async (_, lines, calls) => {
    expect(callsOf(await compilationsOf({ ...TREE, Makefile: make(...lines) }))).toEqual({ certain: true, calls });
  });

  it.each([
    ['find with or', `protoc -Iapi ${GO} $$(find api -name '*.proto' -o -name '*.txt')`],
    ['another program', `protoc -Iapi ${GO} $$(git ls-files)`],
    ['a variable of nobody', `protoc -Iapi ${GO} $(FILES)`],
  ])('%s is not certain, and all files below the roots are taken', async (_, line) => {
    const all = await compilationsOf({ ...TREE, Makefile: make(line) });
    expect(callsOf(all)).toEqual({ certain: false, calls: [['a.proto', 'v1/b.proto']] });
  });
});

describe('files that no command names', () => {
  it('finds the root by what imports them', async () => {
    const all = await compilationsOf(TREE);
    expect(targetsOf(all, 'api/v1/b.proto')).toEqual({ 'a.proto': 'file' });
    expect(all.map(({ id, via }) => [id, via])).toEqual([
      ['api', 'none'],
      ['.', 'none'],
    ]);
  });

  it('looks into third_party and calls files from above by the path of the module', async () => {
    const all = await compilationsOf({
      'pb/a.proto': proto(
        'google/api/http.proto',
        'example.com/hello/pb/b.proto',
        'hello/pb/b.proto',
        'google/rpc/status.proto',
      ),
      'pb/b.proto': proto(),
      'third_party/google/api/http.proto': proto(),
    });
    expect(targetsOf(all, 'pb/a.proto')).toEqual({
      'google/api/http.proto': 'file',
      'example.com/hello/pb/b.proto': 'file',
      'hello/pb/b.proto': 'file',
      'google/rpc/status.proto': 'external',
    });
  });
});

describe('a template of buf', () => {
  const gen = 'version: v2\nplugins:\n  - local: protoc-gen-go\n    out: gen\n';

  it('sees the modules of its workspace, without what they exclude', async () => {
    const all = await compilationsOf({
      'buf.gen.yaml': gen,
      'buf.work.yaml': 'version: v1\ndirectories: [one, two]\n',
      'one/a.proto': proto('b.proto', 'old/c.proto', 'google/protobuf/any.proto'),
      'two/buf.yaml': 'version: v1\nbuild:\n  excludes: [old]\n',
      'two/b.proto': proto(),
      'two/old/c.proto': proto(),
    });
    const [first] = all;
    expect(first?.inputs.map(({ path }) => path)).toEqual(['one/a.proto', 'two/b.proto']);
    expect(targetsOf(all, 'one/a.proto')).toEqual({
      'b.proto': 'file',
      'old/c.proto': 'missing',
      'google/protobuf/any.proto': 'bundled',
    });
  });

  it('makes code of what the command or the template names', async () => {
    const files = { 'buf.yaml': 'version: v2\n', 'a/a.proto': proto(), 'b/b.proto': proto(), 'b/old/c.proto': proto() };
    const inputs = async (more: Record<string, string>): Promise<string[]> =>
      ((await compilationsOf({ ...files, ...more }))[0]?.inputs ?? []).map(({ name }) => name);
    expect(await inputs({ 'buf.gen.yaml': gen, Makefile: make('buf generate --path b') })).toEqual([
      'b/b.proto',
      'b/old/c.proto',
    ]);
    const own = `${gen}inputs:\n  - directory: .\n    paths: [b]\n    exclude_paths: [b/old]\n`;
    expect(await inputs({ 'buf.gen.yaml': own })).toEqual(['b/b.proto']);
  });
});
