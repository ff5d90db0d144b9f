import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { labFolders } from '../../src/lab/paths.ts';
import { readGoSourceHead } from '../../src/read/go/go-source.ts';
import { readGoSyntax } from '../../src/read/go/syntax/reader.ts';
import { parser } from '../read/go-syntax/read.ts';

const repository = join(import.meta.dirname, '../..');
const program = join(repository, 'scripts/go-references/main.go');

/** A file as go/parser reads it. */
interface GoFile {
  readonly file: string;
  readonly package: string;
  readonly imports: readonly { readonly path: string; readonly name: string; readonly line: number }[];
  readonly references: readonly {
    readonly package: string;
    readonly name: string;
    readonly line: number;
    readonly inside: string;
  }[];
}

/** Every name of every package. */
class Everything extends Set<string> {
  override has(): boolean {
    return true;
  }
}

/** Go files of a folder, without those that are wrong on purpose. */
function goFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.go') && !entry.parentPath.includes('testdata'))
    .map((entry) => join(entry.parentPath, entry.name));
}

const goRoot = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim();
const newest = readNewestGrpc();
const files = [
  ...['net/http', 'crypto/rsa', 'crypto/tls', 'go/ast', 'go/types', 'text/template'].flatMap((name) =>
    goFiles(join(goRoot, 'src', name)),
  ),
  ...(newest ? goFiles(newest) : []),
  ...goFiles(join(repository, 'labs')),
  ...goFiles(join(repository, 'test/source/corpus')),
];

/** A copy of grpc-go, if a lab has left one. */
function readNewestGrpc(): string | undefined {
  const folder = join(labFolders().modCache, 'google.golang.org');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('grpc@')) : [];
  return names[0] && join(folder, names[0]);
}

const output = execFileSync('go', ['run', program], {
  input: files.join('\n'),
  encoding: 'utf8',
  maxBuffer: 1 << 28,
  env: { ...process.env, GOTOOLCHAIN: 'local', GOFLAGS: '' },
});
const expected = output
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as GoFile);

describe('the reader of Go beside go/parser', () => {
  it('finds the same imports and the same uses of packages', () => {
    let references = 0;
    const different: string[] = [];
    for (const file of expected) {
      const names = new Map(file.imports.map(({ path }) => [path, new Everything()] as const));
      const syntax = readGoSyntax(parser, readFileSync(file.file, 'utf8'), { names });
      // Tables of half a megabyte are left out on purpose.
      if (!syntax) continue;
      references += file.references.length;
      const own = syntax.references.filter(({ alias }) => alias !== '');
      const mine = own.map((one) => `${one.line} ${one.package}.${one.name} in ${one.inside ?? ''}`).sort();
      const theirs = file.references.map((one) => `${one.line} ${one.package}.${one.name} in ${one.inside}`).sort();
      const imports = syntax.imports.map(({ line, path, name }) => `${line} ${path} ${name}`);
      const theirImports = file.imports.map(({ line, path, name }) => `${line} ${path} ${name}`);
      if (syntax.package !== file.package) different.push(`${file.file}: package ${syntax.package}`);
      different.push(...differences(mine, theirs).map((line) => `${file.file}:${line}`));
      different.push(...differences(imports, theirImports).map((line) => `${file.file}:${line}`));
    }
    console.log(`${expected.length} files, ${references} references`);
    expect(expected.length).toBeGreaterThan(200);
    expect(different.slice(0, 20)).toEqual([]);
  }, 120_000);
});

describe('the reader of heads beside go/parser', () => {
  it('finds the same imports, under the same names', () => {
    const different = expected.flatMap(({ file, package: name, imports }) => {
      const head = readGoSourceHead(readFileSync(file, 'utf8'));
      // Without an alias the name is a matter of the package.
      const own = head.imports.map(
        ({ path, line, alias }, index) => `${line} ${path} ${alias ?? imports[index]?.name}`,
      );
      const theirs = imports.map(({ path, line, name: called }) => `${line} ${path} ${called}`);
      return [
        ...(head.package === name ? [] : [`${file}: ${head.package}`]),
        ...differences(own, theirs).map((line) => `${file}:${line}`),
      ];
    });
    expect(different.slice(0, 20)).toEqual([]);
  });
});

function differences(mine: readonly string[], theirs: readonly string[]): string[] {
  const [left, right] = [new Set(mine), new Set(theirs)];
  return [
    ...theirs.filter((line) => !left.has(line)).map((line) => `${line} is missing`),
    ...mine.filter((line) => !right.has(line)).map((line) => `${line} is too much`),
    ...(mine.length === theirs.length ? [] : [`${mine.length} instead of ${theirs.length}`]),
  ];
}
