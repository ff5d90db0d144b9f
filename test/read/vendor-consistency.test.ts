import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseGoMod } from '../../src/read/modules/go-mod.ts';
import { parseGoWork } from '../../src/read/modules/go-work.ts';
import { parseModulesTxt } from '../../src/read/modules/modules-txt.ts';
import {
  type VendorProblem,
  vendorProblems,
  vendorWorkspaceProblems,
} from '../../src/read/modules/vendor-consistency.ts';
import { describeWith } from '../support/skip.ts';
import { pick, type Random, randomFrom } from './mutate.ts';

const SEED = Number(process.env.VENDOR_SEED ?? 7);
const SINGLE_CASES = 150;
const WORKSPACE_CASES = 60;
const ENV = { ...process.env, GOTOOLCHAIN: 'local', GOFLAGS: '', GOPROXY: 'off', GOWORK: '' };

const GO_MOD = `module example.com/m

go 1.24

require (
	example.com/a v1.0.0
	example.com/b v1.2.0
)

require example.com/c v0.0.0-20200101000000-abcdefabcdef // indirect

replace example.com/a => ./a

replace example.com/b v1.2.0 => ./b

replace example.com/c => ./c

replace example.com/unused => ./unused

replace example.com/unused v1.0.0 => ./unused1
`;

const MODULES_TXT = `# example.com/a v1.0.0 => ./a
## explicit; go 1.20
example.com/a
example.com/a/sub
# example.com/b v1.2.0 => ./b
## explicit; go 1.20
example.com/b
# example.com/c v0.0.0-20200101000000-abcdefabcdef => ./c
## explicit; go 1.20
# example.com/a => ./a
# example.com/c => ./c
# example.com/unused => ./unused
# example.com/unused v1.0.0 => ./unused1
`;

function library(path: string, ...packages: string[]): Record<string, string> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const files = packages.map((pkg) => [`${name}/${pkg}x.go`, `package x\n`] as const);
  return { [`${name}/go.mod`]: `module ${path}\n\ngo 1.20\n`, ...Object.fromEntries(files) };
}

const LIBRARIES = {
  ...library('example.com/a', '', 'sub/'),
  ...library('example.com/b', ''),
  ...library('example.com/c', ''),
};

const SINGLE: Record<string, string> = {
  ...LIBRARIES,
  'go.mod': GO_MOD,
  'main.go':
    'package main\n\nimport (\n\t_ "example.com/a"\n\t_ "example.com/a/sub"\n\t_ "example.com/b"\n)\n\nfunc main() {}\n',
};

const WORKSPACE: Record<string, string> = {
  ...LIBRARIES,
  'go.work': 'go 1.24\n\nuse (\n\t./one\n\t./nested/two\n)\n\nreplace example.com/c => ./c\n',
  'one/go.mod':
    'module example.com/one\n\ngo 1.24\n\nrequire example.com/a v1.0.0\n\nrequire example.com/c v1.0.0\n\nreplace example.com/a => ../a\n',
  'one/x.go': 'package one\n\nimport (\n\t_ "example.com/a"\n\t_ "example.com/c"\n)\n',
  'nested/two/go.mod':
    'module example.com/two\n\ngo 1.24\n\nrequire example.com/b v1.2.0\n\nreplace example.com/b v1.2.0 => ../../b\n\nreplace example.com/one => ../../one\n',
  'nested/two/x.go': 'package two\n\nimport _ "example.com/b"\n',
};

let dir = '';

function write(project: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = join(dir, project, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

function go(project: string, ...args: string[]): string {
  return spawnSync('go', args, { cwd: join(dir, project), env: ENV, encoding: 'utf8' }).stderr;
}

/** The lines of "go: inconsistent vendoring in ...:", before the advice. */
function complaints(stderr: string): string[] {
  const [, body = ''] = /inconsistent vendoring in [^\n]*:\n([\s\S]*?)\n\n/.exec(stderr) ?? [];
  return body.split('\n').flatMap((line) => (line === '' ? [] : [line.trim()]));
}

/** How the go command (1.26) puts a problem. */
function inGoWords(problem: VendorProblem, workspace: boolean): string {
  const { kind, path, version, file, dir: folder, listed, replacement, listedReplacement } = problem;
  const id = version === undefined ? path : `${path}@${version}`;
  const source = folder === undefined ? file : join(folder, file);
  const words: Record<VendorProblem['kind'], string> = {
    'required-not-explicit': 'is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt',
    'required-other-version': `is explicitly required in go.mod, but vendor/modules.txt indicates ${path}@${listed?.at(-1) ?? ''}`,
    'explicit-not-required': `is marked as explicit in vendor/modules.txt, but not explicitly required in ${workspace ? 'a ' : ''}go.mod`,
    'replaced-not-listed': `is replaced in ${source}, but not marked as replaced in vendor/modules.txt`,
    'replaced-otherwise': `is replaced by ${replacement} in ${source}, but marked as replaced by ${listedReplacement} in vendor/modules.txt`,
    'listed-not-replaced': `is marked as replaced in vendor/modules.txt, but not replaced in ${workspace ? 'the workspace' : 'go.mod'}`,
  };
  return `${id}: ${words[kind]}`;
}

type Edit = (text: string, random: Random) => string;

function swap(from: string | RegExp, to: string): Edit {
  return (text) => text.replace(from, to);
}

function onLine(change: (line: string) => string[]): Edit {
  return (text, random) => {
    const lines = text.split('\n');
    const at = Math.floor(random() * lines.length);
    return lines.flatMap((line, index) => (index === at ? change(line) : [line])).join('\n');
  };
}

const GO_MOD_EDITS: readonly Edit[] = [
  swap('example.com/a v1.0.0\n', 'example.com/a v1.1.0\n'),
  swap(/\n\t?(?:require )?example.com\/a v1.0.0\n/, '\n'),
  swap(/$/, '\nrequire example.com/new v1.0.0\n'),
  swap(/$/, '\nrequire example.com/c v1.9.0\n'),
  swap(/replace example.com\/a .*/, ''),
  swap(/replace example.com\/b .*/, ''),
  swap(/replace example.com\/unused .*/, ''),
  swap(/(replace example.com\/a =>) .*/, '$1 ./elsewhere'),
  swap(/(replace example.com\/b v1.2.0 =>) .*/, '$1 example.com/fork v1.0.0'),
  swap(/$/, '\nreplace example.com/new => ./new\n'),
  swap(/$/, '\nreplace example.com/a v1.0.0 => ./exactly\n'),
  swap(/$/, '\nreplace example.com/a v1.5.0 => ./another\n'),
  swap(/$/, '\nreplace example.com/spaced => "./with space"\n'),
  swap(/$/, '\nreplace example.com/m => ./self\n'),
];

const GO_LINE_EDITS: readonly Edit[] = [
  swap(/go 1.24\n/, 'go 1.13\n'),
  swap(/go 1.24\n/, ''),
  swap(/go 1.24\n/, 'go 1.14\n'),
];

const MODULES_TXT_EDITS: readonly Edit[] = [
  onLine(() => []),
  onLine(() => []),
  onLine((line) => [line, line]),
  onLine((line) => [line.replace('explicit', 'other')]),
  onLine((line) => [line.replace(/ => .*/, '')]),
  onLine((line) => [line.replace(/ => .*/, ' => ./elsewhere')]),
  onLine((line) => [line.replace(/ => .*/, ' => example.com/fork v1.0.0')]),
  onLine((line) => [line.replace(/ => .*/, ' => ./with space')]),
  onLine((line) => [line.replace(/ v1\.\d\.0/, ' v1.9.0')]),
  onLine((line) => [line.replace(/^# /, '#')]),
  onLine((line) => [line, '# example.com/new v1.0.0 => ./new']),
  onLine((line) => [line, '# example.com/new => ./new']),
  onLine((line) => [line, '# example.com/new v1.0.0', '## explicit', 'example.com/new']),
  onLine((line) => [line, '# example.com/a v1.5.0', '## explicit', 'example.com/a/other']),
  onLine((line) => [line, '# odd', '# odd line here', '## explicit', 'not a package', '-x', 'a//b', 'a/../b']),
  onLine((line) => [line, '## explicit; go 1.19']),
  (text) => text.replaceAll('\n', '\r\n'),
];

function editSome(text: string, edits: readonly Edit[], random: Random): string {
  let edited = text;
  for (let left = Math.floor(random() * 3); left > 0; left--) edited = pick(random, edits)(edited, random);
  return edited;
}

function read(project: string, name: string): string {
  return readFileSync(join(dir, project, name), 'utf8');
}

describe('vendorProblems', () => {
  const consistent = parseModulesTxt(MODULES_TXT);

  it('finds nothing in what go mod vendor wrote', () => {
    expect(vendorProblems(parseGoMod(GO_MOD), consistent)).toEqual([]);
  });

  it('tells both sides of a version that moved on', () => {
    const goMod = parseGoMod(GO_MOD.replace('example.com/b v1.2.0\n', 'example.com/b v1.3.0\n'));
    expect(vendorProblems(goMod, consistent)).toEqual([
      {
        kind: 'required-not-explicit',
        path: 'example.com/b',
        version: 'v1.3.0',
        file: 'go.mod',
        line: 7,
        listed: ['v1.2.0'],
      },
      { kind: 'explicit-not-required', path: 'example.com/b', version: 'v1.2.0', file: 'vendor/modules.txt', line: 5 },
    ]);
  });

  it('tells replacements that differ', () => {
    const goMod = parseGoMod(GO_MOD.replace('=> ./b', '=> ./bb').replace(/replace example.com\/c .*/, ''));
    expect(vendorProblems(goMod, consistent)).toEqual([
      {
        kind: 'replaced-otherwise',
        path: 'example.com/b',
        version: 'v1.2.0',
        file: 'go.mod',
        line: 14,
        replacement: './bb',
        listedReplacement: './b',
      },
      ...[{ version: 'v0.0.0-20200101000000-abcdefabcdef', line: 8 }, { line: 11 }].map((place) => ({
        kind: 'listed-not-replaced',
        path: 'example.com/c',
        ...place,
        file: 'vendor/modules.txt',
        listedReplacement: './c',
      })),
    ]);
  });

  it('compares less before go 1.14', () => {
    const old = parseGoMod(GO_MOD.replace('go 1.24', 'go 1.13'));
    expect(vendorProblems(old, parseModulesTxt('# example.com/a v1.0.0\nexample.com/a\n'))).toEqual([]);
    expect(vendorProblems(old, parseModulesTxt('# example.com/a v1.1.0\nexample.com/a\n'))).toMatchObject([
      { kind: 'required-other-version', path: 'example.com/a', version: 'v1.0.0', listed: ['v1.1.0'] },
    ]);
  });
});

describeWith(['go', 'version'])('vendorProblems agrees with go list -mod=vendor', () => {
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'vendor-consistency-'));
    write('single', SINGLE);
    write('workspace', WORKSPACE);
  });

  afterAll(() => {
    rmSync(dir, { recursive: true, force: true });
  });

  it('in a single module', { timeout: 60_000 }, () => {
    expect(go('single', 'mod', 'vendor')).toBe('');
    expect(read('single', 'vendor/modules.txt')).toBe(MODULES_TXT);
    const random = randomFrom(SEED);
    let inconsistent = 0;
    for (let left = SINGLE_CASES; left > 0; left--) {
      const edited = editSome(GO_MOD, GO_MOD_EDITS, random);
      const goMod = random() < 0.2 ? pick(random, GO_LINE_EDITS)(edited, random) : edited;
      const modulesTxt = editSome(MODULES_TXT, MODULES_TXT_EDITS, random);
      write('single', { 'go.mod': goMod, 'vendor/modules.txt': modulesTxt });
      const theirs = complaints(go('single', 'list', '-mod=vendor', './...'));
      const ours = vendorProblems(parseGoMod(goMod), parseModulesTxt(modulesTxt));
      expect(
        ours.map((problem) => inGoWords(problem, false)),
        `${goMod}\n${modulesTxt}`,
      ).toEqual(theirs);
      if (theirs.length > 0) inconsistent++;
    }
    process.stdout.write(`vendor: ${SINGLE_CASES} modules compared, ${inconsistent} inconsistent, seed ${SEED}\n`);
    expect(inconsistent).toBeGreaterThan(SINGLE_CASES / 3);
  });

  it('in a workspace', { timeout: 60_000 }, () => {
    expect(go('workspace', 'work', 'vendor')).toBe('');
    const vendored = read('workspace', 'vendor/modules.txt');
    const random = randomFrom(SEED + 1);
    let inconsistent = 0;
    for (let left = WORKSPACE_CASES; left > 0; left--) {
      const files = Object.fromEntries(
        ['go.work', 'one/go.mod', 'nested/two/go.mod'].map((name) => {
          const edits =
            name === 'go.work' ? GO_MOD_EDITS.filter((edit) => !edit('', random).includes('require')) : GO_MOD_EDITS;
          return [name, random() < 0.6 ? (WORKSPACE[name] ?? '') : editSome(WORKSPACE[name] ?? '', edits, random)];
        }),
      );
      const modulesTxt = random() < 0.3 ? vendored : editSome(vendored, MODULES_TXT_EDITS, random);
      write('workspace', { ...files, 'vendor/modules.txt': modulesTxt });
      const stderr = go('workspace', 'list', '-mod=vendor', './one/...', './nested/two/...');
      if (stderr.includes('conflicting replacements')) continue;
      const members = ['one', 'nested/two'].map((folder) => ({
        dir: `./${folder}`,
        goMod: parseGoMod(files[`${folder}/go.mod`] ?? ''),
      }));
      const ours = vendorWorkspaceProblems(parseGoWork(files['go.work'] ?? ''), members, parseModulesTxt(modulesTxt));
      const context = `${Object.values(files).join('\n---\n')}\n---\n${modulesTxt}\n${stderr}`;
      expect(
        ours.map((problem) => inGoWords(problem, true)),
        context,
      ).toEqual(complaints(stderr));
      if (ours.length > 0) inconsistent++;
    }
    process.stdout.write(
      `vendor: ${WORKSPACE_CASES} workspaces compared, ${inconsistent} inconsistent, seed ${SEED}\n`,
    );
    expect(inconsistent).toBeGreaterThan(WORKSPACE_CASES / 3);
  });
});
