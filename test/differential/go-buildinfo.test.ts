import { spawnSync } from 'node:child_process';
import { closeSync, fstatSync, mkdirSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readExecutable } from '../../src/read/binary/executable.ts';
import { type GoBuildInfo, readGoBuildInfo } from '../../src/read/binary/go-buildinfo.ts';
import type { BuiltModule } from '../../src/read/binary/go-modinfo.ts';
import { describeWith, skipBecause } from '../support/skip.ts';

/** Old toolchains and the real plugin are used when the module cache has them; GO_BUILDINFO_NETWORK=1 lets go fetch them. */
const PROXY = process.env.GO_BUILDINFO_NETWORK ? {} : { GOPROXY: 'off' };
// -mod=mod replaces whatever flags the machine sets, some of which old toolchains do not know.
const ENV = { ...process.env, GOTOOLCHAIN: 'local', GOFLAGS: '-mod=mod', GOWORK: 'off', CGO_ENABLED: '0', ...PROXY };
const FOLDER = mkdtempSync(join(tmpdir(), 'go-buildinfo-'));

interface ModuleJson {
  Path: string;
  Version?: string;
  Sum?: string;
  Replace?: ModuleJson;
}

interface BuildInfoJson {
  GoVersion: string;
  Path?: string;
  Main: ModuleJson;
  Deps?: ModuleJson[] | null;
  Settings?: { Key: string; Value: string }[] | null;
}

function write(file: string, text: string): void {
  mkdirSync(join(FOLDER, file, '..'), { recursive: true });
  writeFileSync(join(FOLDER, file), text);
}

write('dep/go.mod', 'module example.com/dep\n\ngo 1.16\n');
write('dep/dep.go', 'package dep\n\nconst Word = "hi"\n');
write(
  'tiny/go.mod',
  'module example.com/tiny\n\ngo 1.16\n\nrequire example.com/dep v1.2.3\n\nreplace example.com/dep => ../dep\n',
);
write('tiny/main.go', 'package main\n\nimport "example.com/dep"\n\nfunc main() { println(dep.Word) }\n');

write('plugin/go.mod', 'module example.com/plugin\n\ngo 1.23\n\nrequire google.golang.org/protobuf v1.36.12\n');

function go(args: string[], env: Record<string, string>, folder = 'tiny'): boolean {
  return spawnSync('go', args, { cwd: join(FOLDER, folder), env: { ...ENV, ...env } }).status === 0;
}

function build(name: string, env: Record<string, string>): string | undefined {
  const file = join(FOLDER, name);
  return go(['build', '-ldflags', '-X main.a=b', '-o', file, '.'], env) ? file : undefined;
}

function toModule(module: ModuleJson): BuiltModule {
  const { Path: path, Version: version = '', Sum: sum, Replace: replace } = module;
  return { path, version, ...(sum ? { sum } : {}), ...(replace ? { replace: toModule(replace) } : {}) };
}

function expected(file: string): GoBuildInfo {
  const { stdout } = spawnSync('go', ['version', '-m', '-json', file], { env: ENV, encoding: 'utf8' });
  const json = JSON.parse(stdout) as BuildInfoJson;
  return {
    goVersion: json.GoVersion,
    ...(json.Path ? { path: json.Path } : {}),
    ...(json.Main.Path ? { main: toModule(json.Main) } : {}),
    deps: (json.Deps ?? []).map(toModule),
    settings: Object.fromEntries((json.Settings ?? []).map(({ Key, Value }) => [Key, Value])),
  };
}

function readFile(file: string): { info: GoBuildInfo | undefined; bytes: number; size: number; head: Uint8Array } {
  const door = openSync(file, 'r');
  let bytes = 0;
  const read = (offset: number, length: number): Uint8Array => {
    const buffer = Buffer.alloc(length);
    const count = readSync(door, buffer, 0, length, offset);
    bytes += count;
    return buffer.subarray(0, count);
  };
  const { size } = fstatSync(door);
  const info = readGoBuildInfo(read, size);
  const result = { info, bytes, size, head: read(0, 1024) };
  closeSync(door);
  return result;
}

function compare(file: string): GoBuildInfo {
  const { info, bytes, size } = readFile(file);
  const truth = expected(file);
  expect(info).toEqual(truth);
  expect(bytes).toBeLessThan(Math.min(size, 200_000));
  return truth;
}

const TARGETS = ['linux/amd64', 'linux/arm64', 'darwin/arm64', 'windows/amd64'];
const OLD = ['go1.16.15', 'go1.17.13'].flatMap((toolchain) =>
  [...TARGETS, 'linux/386'].map((target) => ({ toolchain, target })),
);
const KINDS: Record<string, string> = { linux: 'elf', darwin: 'macho', windows: 'pe' };

describeWith(['go', 'version'])('readGoBuildInfo against go version -m', () => {
  afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

  it.each(TARGETS)('%s', { timeout: 180_000 }, (target) => {
    const [GOOS = '', GOARCH = ''] = target.split('/');
    const file = build(`new-${GOOS}-${GOARCH}`, { GOOS, GOARCH });
    expect(file).toBeDefined();
    if (!file) return;
    const truth = compare(file);
    expect(truth.settings).toMatchObject({ GOOS, GOARCH });
    expect(truth.deps[0]?.replace?.path).toBe('../dep');
    expect(readExecutable(readFile(file).head)).toMatchObject({ kind: KINDS[GOOS], os: GOOS, arch: GOARCH });
  });

  it.for(OLD)('$toolchain $target', { timeout: 180_000 }, ({ toolchain, target }, context) => {
    const [GOOS = '', GOARCH = ''] = target.split('/');
    const file = build(`${toolchain}-${GOOS}-${GOARCH}`, { GOOS, GOARCH, GOTOOLCHAIN: toolchain });
    if (!file) return skipBecause(context, `${toolchain} is not in the module cache`);
    expect(compare(file).goVersion).toBe(toolchain);
    expect(readExecutable(readFile(file).head)).toMatchObject({ os: GOOS, arch: GOARCH });
  });

  it('protoc-gen-go v1.36.12', { timeout: 180_000 }, (context) => {
    const file = join(FOLDER, 'protoc-gen-go');
    const plugin = 'google.golang.org/protobuf/cmd/protoc-gen-go';
    // Built from a module of ours and not with `go install`, which asks the network even for what is cached.
    const ok = go(['build', '-o', file, plugin], { GOSUMDB: 'off' }, 'plugin');
    if (!ok) return skipBecause(context, 'google.golang.org/protobuf v1.36.12 is not in the module cache');
    expect(compare(file).main).toMatchObject({ path: 'google.golang.org/protobuf', version: 'v1.36.12' });
  });

  it('gives nothing for node', () => {
    expect(readFile(process.execPath).info).toBeUndefined();
  });
});
