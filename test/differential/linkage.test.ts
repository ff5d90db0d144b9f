import { spawnSync } from 'node:child_process';
import {
  closeSync,
  fstatSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Linkage } from '../../src/read/binary/linkage.ts';
import { readLinkage } from '../../src/read/binary/read-linkage.ts';
import { describeWith } from '../support/skip.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'linkage-'));
const ENV = { ...process.env, GOTOOLCHAIN: 'local', GOFLAGS: '', GOWORK: 'off', GOPROXY: 'off', GO111MODULE: 'on' };

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

function read(path: string): Linkage | undefined {
  const file = openSync(path, 'r');
  try {
    return readLinkage((offset, length) => {
      const buffer = Buffer.alloc(length);
      return buffer.subarray(0, readSync(file, buffer, 0, length, offset));
    }, fstatSync(file).size);
  } finally {
    closeSync(file);
  }
}

/** What both sides are compared by. */
interface Told {
  interpreter: string | undefined;
  libraries: string[];
  searchPaths: string[];
  needs: Record<string, string[]>;
  defines: string[];
}

function ours(path: string): Told | undefined {
  const linkage = read(path);
  if (linkage?.format !== 'elf') return undefined;
  const { interpreter, libraries, searchPaths, defines } = linkage;
  const needs = Object.fromEntries(linkage.needs.map(({ library, versions }) => [library, [...versions].sort()]));
  return { interpreter, libraries: [...libraries], searchPaths: [...searchPaths], needs, defines: [...defines] };
}

/** One file of `readelf -l -d -V -W`. */
function theirs(text: string): Told {
  const all = (pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '');
  const needs: Record<string, string[]> = {};
  const [, needed = ''] = text.split(/^Version needs section/m);
  for (const part of needed.split(/ File: /).slice(1)) {
    const names = [...part.matchAll(/Name: (\S+)\s+Flags: (\S+)/g)];
    needs[/^\S+/.exec(part)?.[0] ?? ''] = names
      .flatMap(([, name = '', flags]) => (flags === 'WEAK' ? [] : name))
      .sort();
  }
  const definitions = /^Version definition section[\s\S]*?(?=^Version |(?![\s\S]))/m.exec(text)?.[0] ?? '';
  return {
    interpreter: all(/\[Requesting program interpreter: (.*)\]/g)[0],
    libraries: all(/\(NEEDED\)\s+Shared library: \[(.*)\]/g),
    searchPaths: (all(/\(RUNPATH\)\s+.*: \[(.*)\]/g)[0] ?? all(/\(RPATH\)\s+.*: \[(.*)\]/g)[0])?.split(':') ?? [],
    needs,
    defines: [...definitions.matchAll(/Flags: (\S+) .*Name: (\S+)/g)].flatMap(([, flags, name]) =>
      flags === 'BASE' ? [] : (name ?? ''),
    ),
  };
}

function readelf(files: readonly string[]): Map<string, Told> {
  const { stdout } = spawnSync('readelf', ['-l', '-d', '-V', '-W', ...files], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, LC_ALL: 'C' },
  });
  const parts = stdout.split(/^\nFile: (.*)$/m).slice(1);
  return new Map(parts.flatMap((path, i) => (i % 2 === 0 ? [[path, theirs(parts[i + 1] ?? '')] as const] : [])));
}

/** Real ELF files below a folder, each once. */
function elfFiles(folder: string, limit: number): string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  const paths = new Set(names.flatMap((name) => realFile(join(folder, name))));
  return [...paths].filter((path) => read(path)?.format === 'elf').slice(0, limit);
}

function realFile(path: string): string[] {
  try {
    const real = realpathSync(path);
    return statSync(real).isFile() ? [real] : [];
  } catch {
    return [];
  }
}

describeWith(['readelf', '--version'])('readLinkage and readelf', () => {
  it.each([
    ['/usr/bin', 400],
    ['/usr/sbin', 100],
    ['/usr/lib/x86_64-linux-gnu', 400],
    ['/usr/lib', 50],
    ['/usr/lib64', 200],
    ['/usr/local/bin', 50],
  ])('agree on the programs and libraries of %s', { timeout: 120_000 }, (folder, limit) => {
    const files = elfFiles(folder, limit);
    const known = readelf([...files, '/bin/sh']);
    for (const file of files) expect(ours(file), file).toEqual(known.get(file));
  });

  it('had something to agree on', () => {
    const libc = ours('/lib/x86_64-linux-gnu/libc.so.6');
    if (libc) expect(libc.defines).toContain('GLIBC_2.2.5');
    const shell = ours(realpathSync('/bin/sh'));
    if (shell) expect(Object.values(shell.needs).flat().length).toBeGreaterThan(1);
  });
});

/** The standard library of Go reads the same files: `debug/elf`, `debug/macho`, `debug/pe`. */
const ORACLE = `package main

import (
	"debug/elf"
	"debug/macho"
	"debug/pe"
	"encoding/json"
	"os"
)

type told struct{ Libraries, Paths []string }

func tell(path string) told {
	if f, err := elf.Open(path); err == nil {
		libraries, _ := f.ImportedLibraries()
		paths, _ := f.DynString(elf.DT_RUNPATH)
		return told{libraries, paths}
	}
	if f, err := macho.Open(path); err == nil {
		libraries, _ := f.ImportedLibraries()
		return told{libraries, nil}
	}
	f, err := pe.Open(path)
	if err != nil {
		panic(err)
	}
	symbols, err := f.ImportedSymbols()
	if err != nil {
		panic(err)
	}
	seen := map[string]bool{}
	var libraries []string
	for _, symbol := range symbols {
		for i := range symbol {
			if symbol[i] == ':' && !seen[symbol[i+1:]] {
				seen[symbol[i+1:]] = true
				libraries = append(libraries, symbol[i+1:])
			}
		}
	}
	return told{libraries, nil}
}

func main() {
	all := map[string]told{}
	for _, path := range os.Args[1:] {
		all[path] = tell(path)
	}
	json.NewEncoder(os.Stdout).Encode(all)
}
`;

/** The standard library need not be compiled for so many systems: the runtime alone imports what is to be told. */
const PROGRAM = 'package main\n\nfunc main() { println("hello") }\n';

const platforms = ['linux/arm64', 'linux/s390x', 'linux/386', 'darwin/arm64', 'windows/amd64', 'freebsd/amd64'];

function go(args: string[], env: Record<string, string> = {}): string {
  const run = spawnSync('go', args, { cwd: FOLDER, env: { ...ENV, ...env }, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout;
}

describeWith(['go', 'version'])('readLinkage and the standard library of Go', () => {
  it('agree on programs for other systems', { timeout: 600_000 }, () => {
    writeFileSync(join(FOLDER, 'go.mod'), 'module example.com/linkage\n\ngo 1.21\n');
    writeFileSync(join(FOLDER, 'oracle.go'), ORACLE);
    writeFileSync(join(FOLDER, 'program.go'), PROGRAM);
    go(['build', '-o', 'oracle', 'oracle.go']);
    const files = platforms.map((platform) => {
      const [GOOS = '', GOARCH = ''] = platform.split('/');
      const file = join(FOLDER, `${GOOS}-${GOARCH}`);
      go(['build', '-o', file, 'program.go'], { GOOS, GOARCH, CGO_ENABLED: '0' });
      return file;
    });
    const known = JSON.parse(
      spawnSync(join(FOLDER, 'oracle'), files, { encoding: 'utf8', maxBuffer: 1 << 30 }).stdout,
    ) as Record<string, { Libraries: string[] | null; Paths: string[] | null }>;
    for (const file of files) expect([...(read(file)?.libraries ?? [])], file).toEqual(known[file]?.Libraries ?? []);
    const minimum = (name: string): string | undefined => read(join(FOLDER, name))?.minimumSystem;
    expect(minimum('darwin-arm64')).toMatch(/^1\d\.\d$/);
    expect(minimum('windows-amd64')).toMatch(/^(6\.1|10\.0)$/);
  });
});
