import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fromBinary } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FactStore } from '../../src/core/fact.ts';
import { project } from '../../src/core/subject.ts';
import type { Compilation } from '../../src/facts/proto/compilation/compilation.ts';
import { compilations } from '../../src/facts/proto/compilation/compilations.ts';
import { LocalHost } from '../../src/host/local.ts';
import { BUF, PGO, protoc } from '../../src/lab/kit/catalog.ts';
import { ToolCache } from '../../src/lab/kit/tools.ts';
import { labFolders } from '../../src/lab/paths.ts';
import { describeWith } from '../support/skip.ts';

// What the facts say of a command beside what protoc, protoc-gen-go and buf make of it.

const folder = mkdtempSync(join(tmpdir(), 'compilations-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const cache = new ToolCache(labFolders(), (line) => process.stderr.write(`${line}\n`));
const bin: Record<string, string> = {};
let count = 0;

beforeAll(async () => {
  for (const release of ['3.6.1', '3.12.4', '36.2']) bin[release] = (await cache.ensure(protoc(release))).bin;
  bin.plugin = (await cache.ensure(PGO)).bin;
  bin.buf = (await cache.ensure(BUF)).bin;
}, 600_000);

/** A project in a folder of its own. */
function projectOf(files: Readonly<Record<string, string>>): string {
  const dir = join(folder, `${count++}`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
}

async function foretold(dir: string): Promise<Compilation> {
  const store = new FactStore(new LocalHost(), { dir, network: false, purpose: 'all', timeoutMs: 10_000 });
  const found = await store.get(compilations, project);
  const one = found.kind === 'known' ? found.value.find(({ via }) => via !== 'none') : undefined;
  if (!one) throw new Error(`no compilation in ${dir}`);
  return one;
}

function runIn(dir: string, argv: readonly string[]): { ok: boolean; text: string } {
  const [program = '', ...args] = argv;
  const env = {
    ...process.env,
    PATH: `${dirname(bin.plugin ?? '')}:${process.env.PATH}`,
    HOME: folder,
    BUF_CACHE_DIR: folder,
  };
  const { status, stderr } = spawnSync(program, args, {
    cwd: dir,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { ok: status === 0, text: stderr };
}

const message = (name: string): string =>
  `syntax = "proto3";\noption go_package = "example.com/x";\nmessage ${name} {}\n`;

const TREE = {
  'top.proto': message('Top'),
  'a/b/x.proto': message('Abx'),
  'a/b/b/x.proto': message('Abbx'),
  'c/x.proto': message('Cx'),
  'c/d/e.proto': message('Cde'),
};

/** Lines as a makefile has them; `$(PWD)` is the folder. */
const LINES = [
  '-I. top.proto',
  'top.proto a/b/x.proto',
  '-I$(PWD) top.proto',
  '-I$(PWD) $(PWD)/top.proto',
  '$(PWD)/top.proto',
  '-Ia ./a/b/x.proto',
  '-Ia a/../a/b/x.proto',
  '-I./a/. a//b/x.proto',
  '-Ia -Ia/b a/b/x.proto',
  '-Ia/b -Ia a/b/x.proto',
  '-Ic -Ia/b a/b/x.proto',
  '-Ia/b -Ic a/b/x.proto',
  '-Ia/b -Ic x.proto',
  '-Ia top.proto',
  '-I. nope.proto',
  '-I. a/nope.proto',
  '-I.. top.proto',
  '-Ipre=a/b pre/x.proto',
  '-Ipre=a/b a/b/x.proto',
  '-Ic:a/b x.proto',
  '--proto_path=c --proto_path a/b c/d/e.proto',
  '-I. *.proto',
  '-I. c/*.proto c/*/*.proto',
  '-I. **/e.proto',
  '-I. c/**/e.proto',
  '-I. {a/b,c}/x.proto',
  '-Ia/ -Ic/ a/b/x.proto c/d/e.proto',
  '-I c/d -I c c/d/e.proto',
];

function saidBy(text: string): string {
  if (/does not reside/.test(text)) return 'outside';
  if (/shadowed/.test(text)) return 'shadowed';
  return /No such file/.test(text) ? 'not-found' : text;
}

describeWith(['go', 'version'])('a call of protoc', () => {
  it.each(LINES)('gives its files the names that protoc gives them: %s', async (line) => {
    const dir = projectOf({ ...TREE, Makefile: `proto:\n\tprotoc ${line} --go_out=.\n` });
    const { inputs, inputProblems } = await foretold(dir);
    const refused = inputProblems.filter(({ kind }) => kind !== 'hidden').map(({ kind }) => kind);
    const ours = refused.length > 0 ? refused : inputs.map(({ name }) => name).sort();
    for (const release of ['3.12.4', '36.2']) {
      // Braces are for bash; the makefile of a user says so.
      const shell = line.includes('{') ? 'bash' : 'sh';
      const words = line.replaceAll('$(PWD)', '"$PWD"');
      const { ok, text } = runIn(dir, [shell, '-c', `${bin[release]} ${words} -o out.binpb`]);
      const names = ok
        ? fromBinary(FileDescriptorSetSchema, readFileSync(join(dir, 'out.binpb'))).file.map(({ name }) => name)
        : [saidBy(text)];
      expect(ours, `protoc ${release}`).toEqual([...new Set(names)].sort());
    }
  });
});

/** The option of the file, the `M` option, and nothing where the plugin refuses. */
const PACKAGES: readonly [option: string | undefined, mapping: string | undefined][] = [
  ['example.com/a', undefined],
  ['example.com/a;b', undefined],
  ['example.com/a-b.c', undefined],
  ['example.com/v2', undefined],
  ['example.com/9lives', undefined],
  ['example.com/type', undefined],
  ['example.com/func', undefined],
  ['example.com/x/', undefined],
  ['./gen/x', undefined],
  ['a/b', undefined],
  ['example.com/größe', undefined],
  ['example.com/a;b', 'example.com/m'],
  ['example.com/a', 'example.com/m;n'],
  ['example.com/a', ';n'],
  [';b', 'example.com/m'],
  [undefined, 'example.com/m'],
  [undefined, 'example.com/m;n'],
  [undefined, undefined],
  [';only', undefined],
];

describeWith(['go', 'version'])('the Go package of a file', () => {
  it.each(PACKAGES)('is that of protoc-gen-go: go_package %s, M %s', async (option, mapping) => {
    const text = `syntax = "proto3";\n${option === undefined ? '' : `option go_package = "${option}";\n`}message A {}\n`;
    const m = mapping === undefined ? '' : `--go_opt='Mapi/a.proto=${mapping}' `;
    const dir = projectOf({ 'api/a.proto': text, Makefile: `proto:\n\tprotoc -I. --go_out=out ${m}api/a.proto\n` });
    mkdirSync(join(dir, 'out'));
    const { goPackages } = await foretold(dir);
    const { ok, text: said } = runIn(dir, ['sh', '-c', `${bin['36.2']} -I. --go_out=out ${m}api/a.proto`]);
    const ours = goPackages.get('api/a.proto');
    if (!ok) {
      expect(said).toMatch(/unable to determine Go import path/);
      expect(ours).toBeUndefined();
    } else expect(ours && [join(ours.path, 'a.pb.go'), ours.name]).toEqual(madeIn(join(dir, 'out')));
  });
});

/** The path of the one file that was made, and its package clause. */
function madeIn(out: string): [string, string | undefined] {
  const [path = ''] = (readdirSync(out, { recursive: true }) as string[]).filter((name) => name.endsWith('.pb.go'));
  return [path, /^package (\S+)/m.exec(readFileSync(join(out, path), 'utf8'))?.[1]];
}

const OLD = 'version: v1\nplugins:\n  - plugin: go\n    out: out\nmanaged:\n  enabled: true\n';
const NEW = 'version: v2\nplugins:\n  - local: protoc-gen-go\n    out: out\nmanaged:\n  enabled: true\n';
const MODULE = {
  old: 'version: v1\nname: buf.build/acme/api\n',
  new: 'version: v2\nmodules:\n  - path: .\n    name: buf.build/acme/api\n',
};
const prefix = (value: string, more = ''): string =>
  `    - file_option: go_package_prefix\n      value: ${value}\n${more}`;

/** Managed mode as the template has it, and the `package` of the file. */
const MANAGED: readonly [about: string, version: 'old' | 'new', managed: string, protoPackage: string][] = [
  ['nothing said', 'old', '', 'acme.api'],
  ['a prefix', 'old', '  go_package_prefix:\n    default: example.com/gen\n', 'acme.api'],
  ['a prefix and a version', 'old', '  go_package_prefix:\n    default: example.com/gen\n', 'acme.api.v1'],
  ['a prefix with a slash', 'old', '  go_package_prefix:\n    default: example.com/gen/\n', 'acme.api.v1beta1'],
  [
    'a module left out',
    'old',
    '  go_package_prefix:\n    default: example.com/gen\n    except: [buf.build/acme/api]\n',
    'acme.api',
  ],
  [
    'a prefix for the module',
    'old',
    '  go_package_prefix:\n    default: example.com/gen\n    override:\n      buf.build/acme/api: example.com/own\n',
    'acme.api',
  ],
  [
    'a file of its own',
    'old',
    '  go_package_prefix:\n    default: example.com/gen\n  override:\n    GO_PACKAGE:\n      api/v1/a.proto: example.com/file;filepb\n',
    'acme.api',
  ],
  ['nothing said', 'new', '', 'acme.api'],
  ['a prefix', 'new', `  override:\n${prefix('example.com/gen')}`, 'acme.api'],
  ['a prefix and a version', 'new', `  override:\n${prefix('example.com/gen')}`, 'acme.api.v1alpha2'],
  ['a version of tests', 'new', `  override:\n${prefix('example.com/gen')}`, 'acme.api.v1test'],
  ['no package', 'new', `  override:\n${prefix('example.com/gen')}`, ''],
  [
    'the last of two prefixes',
    'new',
    `  override:\n${prefix('example.com/one')}${prefix('example.com/two')}`,
    'acme.api',
  ],
  [
    'a prefix for a folder',
    'new',
    `  override:\n${prefix('example.com/one')}${prefix('example.com/api', '      path: api\n')}`,
    'acme.api',
  ],
  [
    'a general prefix after one for a folder',
    'new',
    `  override:\n${prefix('example.com/api', '      path: api\n')}${prefix('example.com/one')}`,
    'acme.api',
  ],
  [
    'a prefix for another folder',
    'new',
    `  override:\n${prefix('example.com/other', '      path: other\n')}`,
    'acme.api',
  ],
  [
    'a whole option',
    'new',
    `  override:\n    - file_option: go_package\n      value: example.com/file;filepb\n      path: api/v1/a.proto\n`,
    'acme.api',
  ],
  [
    'a whole option, then a prefix',
    'new',
    `  override:\n    - file_option: go_package\n      value: example.com/file;filepb\n${prefix('example.com/gen')}`,
    'acme.api',
  ],
  [
    'a prefix, then a whole option',
    'new',
    `  override:\n${prefix('example.com/gen')}    - file_option: go_package\n      value: example.com/file;filepb\n`,
    'acme.api',
  ],
  [
    'switched off',
    'new',
    `  disable:\n    - file_option: go_package\n  override:\n${prefix('example.com/gen')}`,
    'acme.api',
  ],
  [
    'the prefix switched off',
    'new',
    `  disable:\n    - file_option: go_package_prefix\n  override:\n${prefix('example.com/gen')}`,
    'acme.api',
  ],
  [
    'the prefix switched off, a whole option',
    'new',
    `  disable:\n    - file_option: go_package_prefix\n  override:\n    - file_option: go_package\n      value: example.com/file;filepb\n`,
    'acme.api',
  ],
  [
    'all switched off for the module',
    'new',
    `  disable:\n    - module: buf.build/acme/api\n  override:\n${prefix('example.com/gen')}`,
    'acme.api',
  ],
  [
    'all switched off for a folder',
    'new',
    `  disable:\n    - path: api\n  override:\n${prefix('example.com/gen')}`,
    'acme.api',
  ],
  [
    'a prefix for the module',
    'new',
    `  override:\n${prefix('example.com/own', '      module: buf.build/acme/api\n')}`,
    'acme.api',
  ],
  [
    'a prefix for another module',
    'new',
    `  override:\n${prefix('example.com/own', '      module: buf.build/acme/other\n')}`,
    'acme.api',
  ],
];

describeWith(['go', 'version'])('managed mode of buf', () => {
  it.each(MANAGED)('%s (%s)', async (_, version, managed, protoPackage) => {
    const dir = projectOf({
      'api/v1/a.proto': `syntax = "proto3";\n${protoPackage === '' ? '' : `package ${protoPackage};\n`}option go_package = "example.com/written;writtenpb";\nmessage A {}\n`,
      'buf.yaml': MODULE[version],
      'buf.gen.yaml': `${version === 'old' ? OLD : NEW}${managed}`,
    });
    const { goPackages } = await foretold(dir);
    const { ok, text } = runIn(dir, [bin.buf ?? '', 'generate']);
    expect(ok, text).toBe(true);
    const ours = goPackages.get('api/v1/a.proto');
    expect(ours && [join(ours.path, 'a.pb.go'), ours.name]).toEqual(madeIn(join(dir, 'out')));
  });
});
