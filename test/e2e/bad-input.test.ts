import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  ftruncateSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/lab/paths.ts';
import { bare, type CliOptions, type CliRun, cli, entry, faults, onPath, plant, run, scratch } from '../support/cli.ts';

const goMod = 'module example.com/hello\n\ngo 1.21\n\nrequire google.golang.org/grpc v1.60.1\n';
const makefile = 'proto:\n\tprotoc -I . --go_out=. --go-grpc_out=. pb/hello.proto\n';
const proto = 'syntax = "proto3";\npackage hello;\nservice Hello { rpc Say(A) returns (A); }\nmessage A {}\n';
const usual = { 'go.mod': goMod, Makefile: makefile, 'pb/hello.proto': proto };

let root: string;
let remove: () => void;
let count = 0;

beforeAll(async () => {
  ({ root, remove } = await scratch('bad-input'));
  chmodSync(root, 0o755);
});
afterAll(() => remove());

/** A project of its own for one test. */
function project(files: Readonly<Record<string, string | Buffer>> = usual): string {
  count += 1;
  return plant(join(root, `project-${count}`), files);
}

/** A folder with one executable script in it. */
function command(name: string, script: string): string {
  count += 1;
  const folder = plant(join(root, `bin-${count}`), { [name]: `#!/bin/sh\n${script}\n` });
  chmodSync(join(folder, name), 0o755);
  return folder;
}

/** Runs `check` in each form and `fix`; all of them must end well. Returns the reports. */
async function survives(dir: string, options: CliOptions = {}, args: readonly string[] = []): Promise<CliRun[]> {
  const forms = [['check'], ['check', '-v', '--for', 'all'], ['check', '--format', 'json'], ['check', '--lang', 'zh']];
  const runs = await Promise.all([...forms, ['fix']].map((form) => one(form, dir, options, args)));
  for (const ran of runs) expect(faults(ran), ran.stderr).toEqual([]);
  expect(() => JSON.parse(runs[2]?.stdout || '{}') as unknown).not.toThrow();
  return runs;
}

function one(form: readonly string[], dir: string, options: CliOptions, args: readonly string[]): Promise<CliRun> {
  return cli([...form, ...(form[0] === 'fix' ? ['--dir', dir] : [dir]), ...args], options);
}

function textOf(runs: readonly CliRun[]): string {
  return runs.map(({ stdout, stderr }) => stdout + stderr).join('\n');
}

function sparse(file: string, bytes: number): void {
  const descriptor = openSync(file, 'w');
  ftruncateSync(descriptor, bytes);
  closeSync(descriptor);
}

describe('files that cannot be read as they should', () => {
  it.each(['go.mod', 'go.sum', 'go.work', 'Makefile', 'pb/hello.proto', 'main.go', 'pb/hello.pb.go'])(
    '%s of 1 GiB',
    async (name) => {
      const dir = project();
      sparse(join(dir, name), 2 ** 30);
      const text = textOf(await survives(dir));
      expect(text).toMatch(new RegExp(`${name.replace('.', '\\.')} is too large`));
    },
  );

  it.each(['go.mod', 'go.sum', 'go.work', 'Makefile', 'pb/hello.proto', 'main.go'])('%s is a FIFO', async (name) => {
    const dir = project();
    rmSync(join(dir, name), { force: true });
    execFileSync('mkfifo', [join(dir, name)]);
    await survives(dir);
  });

  it.each(['go.mod', 'go.sum', 'go.work', 'Makefile', 'pb/hello.proto', 'main.go', 'vendor/modules.txt'])(
    '%s is a folder',
    async (name) => {
      const dir = project();
      rmSync(join(dir, name), { force: true });
      mkdirSync(join(dir, name), { recursive: true });
      await survives(dir);
    },
  );

  it.each(['go.mod', 'go.sum', 'go.work', 'Makefile', 'pb/hello.proto', 'main.go', 'vendor/modules.txt'])(
    '%s is a link: to itself, to nothing, to a FIFO, to a device',
    async (name) => {
      const dir = project();
      const pipe = join(root, 'pipe');
      if (!existsSync(pipe)) execFileSync('mkfifo', [pipe]);
      for (const target of [join(dir, name), '/nonexistent', pipe, '/dev/zero', '/dev/stdin']) {
        mkdirSync(dirname(join(dir, name)), { recursive: true });
        rmSync(join(dir, name), { force: true });
        symlinkSync(target, join(dir, name));
        const ran = await cli(['check', dir]);
        expect(faults(ran), target).toEqual([]);
      }
    },
  );

  const noise = Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919 + (at >> 3)) % 256));
  it.each([
    ['bytes that are no UTF-8', Buffer.concat([Buffer.from(goMod), Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0x0a])])],
    ['UTF-16', Buffer.from(`\ufeff${goMod}`, 'utf16le')],
    ['a mark of the byte order', Buffer.from(`\ufeff${goMod}`)],
    ['only noise', noise],
    ['nothing', Buffer.alloc(0)],
    ['only NUL', Buffer.alloc(4096)],
    ['carriage returns', Buffer.from(goMod.replaceAll('\n', '\r'))],
  ])('a project whose files hold %s', async (_, content) => {
    const names = ['go.mod', 'go.sum', 'go.work', 'Makefile', 'a.sh', 'Taskfile.yml', 'justfile', 'buf.gen.yaml'];
    const more = ['a.ps1', 'a.bat', 'x.go', 'pb/hello.proto', 'pb/hello.pb.go', 'vendor/modules.txt'];
    await survives(project(Object.fromEntries([...names, ...more].map((name) => [name, content]))));
  });

  it('a name that is no UTF-8', async () => {
    const dir = project();
    for (const name of ['\xff\xfe.proto', 'x\xe9.go', 'y\xff.mk', 'z\xc3\x28/go.mod']) {
      const path = Buffer.concat([Buffer.from(`${dir}/`), Buffer.from(name, 'latin1')]);
      if (name.includes('/')) mkdirSync(path.subarray(0, path.lastIndexOf('/')));
      writeFileSync(path, goMod);
    }
    await survives(dir);
  });
});

const unprivileged = (() => {
  if (process.getuid?.() !== 0) return { prefix: [] as string[] };
  const setpriv = onPath('setpriv');
  return setpriv
    ? { prefix: [setpriv, '--reuid=65534', '--regid=65534', '--clear-groups'] }
    : { reason: 'root may read everything, and there is no setpriv to become somebody else' };
})();

/** The program, where anybody may read it. */
function openEntry(): string {
  const folder = join(root, 'program');
  if (!existsSync(folder)) {
    cpSync(dirname(entry), join(folder, 'dist'), { recursive: true });
    cpSync(join(packageRoot(), 'package.json'), join(folder, 'package.json'));
  }
  return join(folder, 'dist', 'grpc-doctor.cjs');
}

describe('what this user may not read', () => {
  it.each([
    ['go.mod', 0o000],
    ['go.sum', 0o000],
    ['go.work', 0o000],
    ['Makefile', 0o000],
    ['main.go', 0o000],
    ['pb', 0o000],
    ['pb', 0o444],
    ['', 0o000],
  ])('%s with mode %o', async (name, mode) => {
    if ('reason' in unprivileged) return console.log(`skipped: ${unprivileged.reason}`);
    const dir = project({ ...usual, 'go.sum': '', 'go.work': 'go 1.21\nuse .\n', 'main.go': 'package main\n' });
    chmodSync(join(dir, name), mode);
    const runs = await survives(dir, { prefix: unprivileged.prefix, entry: openEntry() });
    chmodSync(join(dir, name), 0o755);
    if (name === '') {
      expect(runs.map(({ code }) => code)).toEqual(runs.map(() => 2));
      expect(textOf(runs)).toMatch(/cannot be read/);
    } else if (mode === 0) expect(textOf(runs)).toMatch(name === 'pb' ? /may not be listed/ : /may not be read/);
  });

  it('a read-only HOME', async () => {
    if ('reason' in unprivileged) return console.log(`skipped: ${unprivileged.reason}`);
    const home = plant(join(root, 'locked-home'), {});
    chmodSync(home, 0o555);
    const go = onPath('go');
    const env = { PATH: go ? dirname(go) : '/nonexistent', HOME: home };
    await survives(project(), { prefix: unprivileged.prefix, entry: openEntry(), env });
    expect(readdirSync(home)).toEqual([]);
  });
});

describe('projects of a strange shape', () => {
  it('200,000 files', { timeout: 60_000 }, async () => {
    const dir = project();
    for (let folder = 0; folder < 200; folder += 1) {
      const at = plant(join(dir, `d${folder}`), { 'f.go': 'package x\n' });
      // Names of one file are made in a fraction of the time of files.
      for (let file = 1; file < 1000; file += 1) linkSync(join(at, 'f.go'), join(at, `f${file}.go`));
    }
    const ran = await cli(['check', dir]);
    rmSync(dir, { recursive: true });
    expect(faults(ran)).toEqual([]);
    expect(ran.stderr).toMatch(/too large: only the first 100000/);
  });

  it('loops of links, to folders and to files', async () => {
    const dir = project();
    mkdirSync(join(dir, 'a/b'), { recursive: true });
    symlinkSync('../..', join(dir, 'a/b/up'));
    symlinkSync('.', join(dir, 'self'));
    symlinkSync('second.go', join(dir, 'first.go'));
    symlinkSync('first.go', join(dir, 'second.go'));
    symlinkSync('loop', join(dir, 'loop'));
    symlinkSync('/', join(dir, 'root'));
    await survives(dir);
    const through = await cli(['check', join(dir, 'self/self/a/b/up')]);
    expect(faults(through)).toEqual([]);
    expect((await cli(['check', join(dir, 'loop')])).stderr).toMatch(/does not exist/);
  });

  it('300 folders one in another, and a path that is longer than the system takes', async () => {
    const dir = project();
    mkdirSync(join(dir, Array.from({ length: 300 }, (_, at) => `f${at}`).join('/')), { recursive: true });
    // Above PATH_MAX a folder is only reached step by step.
    const script = 'i=0; while [ $i -lt 60 ]; do mkdir "$1" && cd "$1" || exit 0; i=$((i+1)); done';
    execFileSync('sh', ['-c', script, 'sh', 'x'.repeat(200)], { cwd: dir });
    await survives(dir);
    execFileSync('rm', ['-rf', dir]);
  });

  it('1,000 modules', async () => {
    const files = Array.from({ length: 1000 }, (_, at) => [`m${at}/go.mod`, goMod.replace('hello', `m${at}`)] as const);
    await survives(project(Object.fromEntries(files)));
  });

  it.each([
    ['missing folders', 'go 1.21\n\nuse ./nowhere\nuse ./nowhere/../../nothing\n'],
    ['absolute folders', 'go 1.21\n\nuse /nonexistent\nuse /etc\nuse /\n'],
    ['folders outside', `go 1.21\n\nuse ../../../../../../../..\nuse ${'../'.repeat(5000)}\n`],
    ['itself, many times', `go 1.21\n\n${'use .\n'.repeat(2000)}`],
    ['a text that is none', 'use (((((\n"\n\u0000 replace => => =>\n'],
    ['a name with a NUL', 'go 1.21\nuse "a\\x00b"\nuse `a\u0000b`\n'],
  ])('a go.work with %s', async (_, work) => {
    await survives(project({ ...usual, 'go.work': work }));
  });

  it('replacements that lead to strange places', async () => {
    const targets = ['/dev/zero', '../'.repeat(3000), './go.mod', '/proc/self/root', './a\u0000b'];
    const lines = targets.map((target) => `replace google.golang.org/grpc => ${target}\n`);
    await survives(project({ ...usual, 'go.mod': goMod + lines.join('') }));
  });
});

describe('long texts', () => {
  const long = (text: string, bytes: number): string => text.repeat(Math.ceil(bytes / text.length));
  const names = ['go.mod', 'go.sum', 'go.work', 'Makefile', 'a.sh', 'Taskfile.yml', 'justfile', 'buf.gen.yaml', 'a.go'];
  const all = [...names, 'pb/hello.proto', 'pb/hello.pb.go', 'vendor/modules.txt'];

  it.each([
    ['one line of 10 MB', long('protoc --go_out=. a.proto ', 10_000_000)],
    ['one line of 3 MB', long('protoc --go_out=. a.proto ', 3_000_000)],
    ['one word of 3 MB', `protoc --go_out=${long('a', 3_000_000)}`],
    ['names with dots', `protoc ${long('a.', 3_000_000)}@=`],
    ['open quotes', `protoc ${long('"\\', 500_000)}`],
    ['open brackets', `protoc ${long('$(', 500_000)}`],
    ['open comments', long('/* ', 3_000_000)],
    ['blanks', `protoc ${long(' ', 500_000)}x`],
    ['backslashes', `protoc ${long('\\', 500_000)}`],
    ['continued lines', `all:\n${long('\tprotoc \\\n', 500_000)}`],
    ['words that look secret', `${long('TOKEN', 3_000_000)} @`],
    ['variables that double', Array.from({ length: 80 }, (_, at) => `A${at} = $(A${at + 1})$(A${at + 1})`).join('\n')],
    ['variables in a ring', `A = $(B)\nB = $(A)\nall:\n\tprotoc --go_out=. $(A)\n`],
    ['nested lists', `plugins: ${long('[', 400_000)}`],
    ['nested mappings', long('{a: ', 400_000)],
    ['lists in lists', long('- ', 400_000)],
    ['keys in keys', long('? ', 400_000)],
    ['brackets of every kind', long('([{<', 400_000)],
    ['yaml that doubles', `a: &a [x]\n${Array.from({ length: 30 }, (_, at) => `b${at}: &b${at} [*a, *a]`).join('\n')}`],
  ])('%s, in every file', { timeout: 60_000 }, async (_, text) => {
    const dir = project(Object.fromEntries(all.map((name) => [name, text])));
    const ran = await cli(['check', dir]);
    expect(faults(ran)).toEqual([]);
  });
});

describe('hostile texts', () => {
  const hostile =
    '\u001b[31mred\u001b]0;title\u0007\u001b[2J\u009b31m\u202edesrever\u202c\u2066x\u2069\u061c\u200f\r\b\u007f';

  it('do not reach the terminal from module paths, scripts, versions and settings', async () => {
    const dir = project({
      'go.mod': `module example.com/${hostile}\n\ngo 1.21\n\nrequire google.golang.org/grpc v1.60.1-${hostile}\nrequire "a${hostile}" v1.0.0\nreplace google.golang.org/grpc => ../${hostile}\n`,
      'go.sum': `google.golang.org/grpc v1.60.1-${hostile} h1:x=\n`,
      Makefile: `proto:\n\tprotoc --go_out=plugins=grpc:${hostile} --plugin=protoc-gen-${hostile} ${hostile} pb/hello.proto\n`,
      'a.sh': `protoc --${hostile}_out=. --go_out=. "${hostile}"\n`,
      'pb/hello.proto': proto,
      'pb/hello.pb.go': `// Code generated by protoc-gen-go. DO NOT EDIT.\n// \tprotoc-gen-go v1.${hostile}\n// source: ${hostile}.proto\npackage pb\n`,
    });
    const env = {
      ...bare,
      GOFLAGS: hostile,
      GOPROXY: `https://${hostile}`,
      GO111MODULE: hostile,
      GOBIN: `/${hostile}`,
    };
    for (const runs of [await survives(dir), await survives(dir, { env })]) {
      const human = runs.filter((_, at) => at !== 2);
      expect(textOf(human)).not.toMatch(/[\u001b\u009b\u202e]/);
    }
  });

  it.each([
    ['escapes and marks of direction', hostile],
    ['a line of a report', 'x\nerror[go-missing] forged\n  fix     safe  run this'],
    ['commands', "$(touch injected); `touch injected` && 'touch' injected"],
  ])('do not reach the terminal from names of files and folders: %s', async (_, name) => {
    const dir = project({
      ...usual,
      [`${name}/go.mod`]: goMod.replace('1.60.1', '1.60.1\n\t!!'),
      [`${name}/main.go`]: 'package main\n\nimport _ "google.golang.org/grpc"\n',
      [`${name}/Makefile`]: 'proto:\n\tprotoc --go_out=plugins=grpc:. a.proto\n',
      [`${name}.mk`]: 'proto:\n\tprotoc --go_out=plugins=grpc:. a.proto\n',
      [`${name}.proto`]: proto,
    });
    const runs = await survives(dir);
    for (const at of [0, 1, 3, 4])
      expect(runs[at]?.stdout).not.toMatch(/^error\[go-missing\] forged|^ {2}fix {5}safe {2}run this/m);
    // What stands there to be copied must not do more than it says.
    for (const line of textOf(runs).split('\n')) if (line.includes('(cd ')) expect(line).toMatch(/\(cd '/);
  });

  it('does not reach the terminal from the command line', async () => {
    for (const args of [
      ['check', hostile],
      [hostile, hostile],
      [`--${hostile}`],
      ['explain', hostile],
      ['check', '--only', hostile],
    ]) {
      const ran = await cli(args);
      expect(faults(ran)).toEqual([]);
    }
  });

  it('a file name that is a format, a template or a property of every object', async () => {
    const names = ['%s%n', '{title}', '$' + '{x}', '$&', '__proto__', 'constructor', '../x'.replace('/', '\\')];
    const files = names.map((name) => [`${name}/go.mod`, goMod] as const);
    await survives(project({ ...usual, ...Object.fromEntries(files), 'toString.mk': makefile }));
  });
});

describe('.proto files that nobody would write', () => {
  const head = 'syntax = "proto3";\npackage hello;\noption go_package = "example.com/hello/pb";\n';
  const imports = Array.from({ length: 10_000 }, (_, n) => `import "pb/a${n}.proto";\n`).join('');
  const many = Object.fromEntries(
    Array.from({ length: 3000 }, (_, n) => [`pb/a${n}.proto`, `${head}message M${n} {}\n`]),
  );

  it.each<[string, string, Readonly<Record<string, string>>]>([
    ['a million braces', '{'.repeat(1_000_000), {}],
    ['a million messages in each other', `${head}${'message A {'.repeat(1_000_000)}`, {}],
    ['a million braces of an option', `${head}option a = ${'{'.repeat(1_000_000)}`, {}],
    ['a million small messages', `${head}${'message A {}\n'.repeat(1_000_000)}`, {}],
    ['a comment that never ends', `${head}/*${'*'.repeat(4_000_000)}`, {}],
    ['a string of four million bytes', `${head}import "${'\\303'.repeat(1_000_000)}";`, {}],
    ['only NUL', '\0'.repeat(1_000_000), {}],
    ['NUL bytes in all places', `${head}\0message\0A {\0 string a = 1;\0}\0 // \0\n/*\0*/ import "\0";`, {}],
    ['an import of itself', `${head}import "pb/hello.proto";\n`, {}],
    ['ten thousand imports, of files that are there and that are not', head + imports, many],
    ['ten thousand imports of itself', `${head}${'import "pb/hello.proto";\n'.repeat(10_000)}`, {}],
    ['50 MB', `${head}${'// a comment of ordinary length, again and again\n'.repeat(1_000_000)}`, {}],
  ])('%s', { timeout: 120_000 }, async (_, text, more) => {
    const dir = project({ ...usual, ...more, 'pb/hello.proto': text });
    await survives(dir);
    // Alone, no other trap can make the exit code.
    const alone = await cli(['check', dir, '--only', 'proto-syntax-error', '--fail-on', 'warning']);
    expect(faults(alone)).toEqual([]);
    const broken = /brace|in each other|never ends|NUL/.test(_);
    expect({ code: alone.code, text: alone.stdout + alone.stderr }).toMatchObject({ code: broken ? 1 : 0 });
    if (_ === '50 MB') expect(alone.stderr.replaceAll('\n', ' ')).toMatch(/hello\.proto is too large/);
  });
});

describe('secrets', () => {
  const secret = 'hunter2-s3cr3t';
  it.each([
    ['GOPROXY', { GOPROXY: `https://user:${secret}@proxy.invalid,https://${secret}@b.invalid|direct` }],
    ['a password with an @ in it', { GOPROXY: `https://user:x@${secret}@proxy.invalid` }],
    ['GONOSUMDB and GOFLAGS', { GONOSUMDB: `https://user:${secret}@x`, GOFLAGS: `-x=https://a:${secret}@b` }],
    ['HTTPS_PROXY', { HTTPS_PROXY: `http://user:${secret}@127.0.0.1:9` }],
  ])('are not printed from %s', async (_, more) => {
    const go = onPath('go');
    for (const PATH of ['/nonexistent', go ? dirname(go) : '/nonexistent']) {
      const runs = await survives(project(), {
        env: { PATH, HOME: root, GOENV: 'off', GOTOOLCHAIN: 'local', ...more },
      });
      const network = await cli(['check', '--network', '--timeout', '1', project()], {
        env: { PATH, HOME: root, ...more, GOPROXY: 'http://user:hunter2-s3cr3t@127.0.0.1:9' },
      });
      expect(faults(network)).toEqual([]);
      expect(textOf([...runs, network])).not.toContain(secret);
    }
  });

  it('are not printed from files', async () => {
    const line = `protoc --go_out=plugins=grpc:. --go_opt=https://user:${secret}@host/x pb/hello.proto`;
    const dir = project({
      'go.mod': `module example.com/hello\n\ngo 1.21\n\nreplace google.golang.org/grpc => https://user:${secret}@host/x v1.0.0\nrequire google.golang.org/grpc v1.60.1\n`,
      Makefile: `API_TOKEN=${secret}\nDB_PASSWORD := "${secret}"\nproto:\n\tMY_TOKEN=${secret} SECRET="a ${secret}" ${line}\n`,
      'Taskfile.yml': `version: '3'\ntasks:\n  p:\n    env:\n      GITHUB_TOKEN: ${secret}\n    cmds:\n      - MY_TOKEN=${secret} ${line}\n`,
      'a.sh': `export MY_TOKEN="${secret}"\ncurl https://user:${secret}@host && ${line}\n`,
      'gen.go': `package x\n\n//go:generate ${line}\n`,
      'key.sh': `KEY="-----BEGIN RSA PRIVATE KEY-----\n${secret}\n-----END RSA PRIVATE KEY-----"\n${line}\n`,
      'pb/hello.proto': proto,
    });
    const home = plant(join(root, 'secret-home'), {
      '.config/go/env': `GOPROXY=https://user:${secret}@proxy.invalid\n`,
    });
    const runs = await survives(dir, { env: { ...bare, HOME: home } });
    expect(textOf(runs)).toContain('***');
    expect(textOf(runs)).not.toContain(secret);
  });
});

/** Processes whose command line holds a word; the tests name theirs so that nobody else's fit. */
function processesWith(word: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(word);
      } catch {
        return false;
      }
    });
}

describe('a go that does not behave', () => {
  const path = (folder: string): Readonly<Record<string, string>> => ({ ...bare, PATH: `${folder}:/usr/bin:/bin` });

  it.each([
    ['hangs', 'exec sleep 9871'],
    ['hangs in a child', 'sleep 9872 & sleep 9872'],
    ['hangs and does not want to end', "trap '' TERM; while :; do sleep 9873; done"],
    ['leaves a child with its output', '(sleep 9874) & exit 0'],
    ['leaves a child in a session of its own', 'setsid sleep 9875 & exit 0'],
  ])('%s', async (_, script) => {
    const folder = command('go', script);
    const ran = await cli(['check', project(), '--timeout', '1'], { env: path(folder) });
    expect(faults(ran)).toEqual([]);
    expect(ran.ms).toBeLessThan(6000);
    expect(ran.stdout.replaceAll('\n', ' ')).toMatch(/gave no answer in 1 s/);
    await sleep(200);
    expect(processesWith(join(folder, 'go'))).toEqual([]);
    const [number = ''] = /987\d/.exec(script) ?? [];
    const left = processesWith(`sleep\0${number}`);
    for (const pid of left) process.kill(Number(pid), 'SIGKILL');
    // Who left the group on purpose is out of reach.
    if (!script.startsWith('setsid')) expect(left).toEqual([]);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('hangs while the doctor gets %s', async (signal) => {
    const folder = command('go', 'exec sleep 9876');
    const script = `"$0" "$@" & sleep 1; kill -${signal.slice(3)} $!; wait $!; echo "code $?"`;
    const ran = await run(['/bin/bash', '-mc', script, process.execPath, entry, 'check', project()], {
      env: path(folder),
    });
    expect(faults(ran)).toEqual([]);
    expect(ran.stdout).toMatch(/code (129|130|143)/);
    await sleep(200);
    const left = processesWith('sleep\x009876');
    for (const pid of left) process.kill(Number(pid), 'SIGKILL');
    expect(left).toEqual([]);
  });

  it.each([
    ['prints garbage', 'head -c 20000 /dev/urandom'],
    ['prints broken JSON', 'echo "{\\"GOVERSION\\": "'],
    ['prints other JSON', 'echo "[1, null, {}]"'],
    ['prints a JSON of other types', 'echo \'{"GOVERSION": 7, "GOROOT": [], "GOPROXY": {"a": null}}\''],
    ['prints a strange version', 'echo \'{"GOVERSION": "devel +abc", "GOROOT": "/nonexistent"}\''],
    ['prints a property of every object', 'echo \'{"__proto__": {"GOVERSION": "go1.2"}, "constructor": "x"}\''],
    ['prints nothing', 'exit 0'],
    ['prints 100 MB', 'head -c 100000000 /dev/zero | tr "\\0" x'],
    ['prints 100 MB to stderr', 'head -c 100000000 /dev/zero | tr "\\0" x >&2; exit 1'],
    ['prints without end', 'exec yes'],
    ['dies by a signal', 'kill -SEGV $$'],
    ['writes to stderr only', 'echo "go: something \u001b[31mis wrong" >&2; exit 1'],
    ['reads from the terminal', 'read answer; echo "$answer"'],
    ['is removed while it runs', 'rm -f "$0"; exit 3'],
  ])('%s', async (_, script) => {
    await survives(project(), { env: path(command('go', script)) });
  });

  it.each([
    ['is a folder', (at: string) => mkdirSync(join(at, 'go'))],
    ['is empty', (at: string) => writeFileSync(join(at, 'go'), '', { mode: 0o755 })],
    ['is no program', (at: string) => writeFileSync(join(at, 'go'), 'hello', { mode: 0o755 })],
    ['has no interpreter', (at: string) => writeFileSync(join(at, 'go'), '#!/nonexistent\n', { mode: 0o755 })],
    ['is a link to itself', (at: string) => symlinkSync('go', join(at, 'go'))],
    ['is a FIFO', (at: string) => void execFileSync('mkfifo', ['-m', '777', join(at, 'go')])],
    ['is of another machine', (at: string) => writeFileSync(join(at, 'go'), otherMachine(), { mode: 0o755 })],
    [
      'is a program cut off',
      (at: string) => writeFileSync(join(at, 'go'), readFileSync(process.execPath).subarray(0, 70), { mode: 0o755 }),
    ],
  ])('%s', async (_, make) => {
    count += 1;
    const folder = plant(join(root, `bin-${count}`), {});
    make(folder);
    await survives(project(), { env: path(folder) });
  });

  it('plugins and protoc of the same kinds', async () => {
    count += 1;
    const folder = plant(join(root, `bin-${count}`), {});
    mkdirSync(join(folder, 'protoc-gen-go'));
    sparse(join(folder, 'protoc-gen-go-grpc'), 2 ** 32);
    chmodSync(join(folder, 'protoc-gen-go-grpc'), 0o755);
    execFileSync('mkfifo', [join(folder, 'buf')]);
    writeFileSync(join(folder, 'protoc'), '#!/bin/sh\nexec sleep 9877\n', { mode: 0o755 });
    await survives(project(), { env: path(folder) }, ['--timeout', '1']);
    await sleep(200);
    expect(processesWith('sleep\x009877')).toEqual([]);
  });
});

/** The head of an ELF file for a machine that nobody has. */
function otherMachine(): Buffer {
  const bytes = Buffer.alloc(4096);
  bytes.write('\x7fELF\x02\x01\x01', 'latin1');
  bytes.writeUInt16LE(2, 16);
  bytes.writeUInt16LE(0x1234, 18);
  return bytes;
}

describe('strange environments', () => {
  const go = onPath('go');
  const system = go ? `${dirname(go)}:/usr/bin:/bin` : '/usr/bin:/bin';
  const home = (): string => plant(join(root, 'some-home'), {});

  it.each<[string, () => Readonly<Record<string, string>>]>([
    ['no variable at all', () => ({})],
    ['no PATH', () => ({ HOME: home() })],
    ['an empty PATH', () => ({ PATH: '', HOME: home() })],
    ['no HOME', () => ({ PATH: system })],
    ['a HOME that is not there', () => ({ PATH: system, HOME: '/nonexistent' })],
    ['a HOME that is a file', () => ({ PATH: system, HOME: '/etc/passwd' })],
    ['a relative HOME', () => ({ PATH: system, HOME: 'home' })],
    [
      'relative, empty and tilde entries in PATH',
      () => ({ PATH: `.:::~/go/bin:bin:./x:..:${system}:~`, HOME: home() }),
    ],
    ['a PATH of 2,000 entries', () => ({ PATH: `${long('/nonexistent/bin')}:${system}`, HOME: home() })],
    ['files and loops in PATH', () => ({ PATH: `/etc/passwd:/proc/self/exe:/dev:/proc:${system}`, HOME: home() })],
    ['a GOENV that is a folder', () => ({ PATH: system, HOME: home(), GOENV: root })],
    ['a relative GOENV', () => ({ PATH: system, HOME: home(), GOENV: 'x/env' })],
    ['a GOENV that is a device', () => ({ PATH: system, HOME: home(), GOENV: '/dev/zero' })],
    ['a GOENV of noise', () => ({ PATH: system, HOME: home(), GOENV: noiseFile() })],
    ['a GOENV of 1 GiB', () => ({ PATH: system, HOME: home(), GOENV: hugeFile() })],
    ['GOFLAGS that are none', () => ({ PATH: system, HOME: home(), GOFLAGS: 'garbage -mod -x=\'" --no-such=1' })],
    [
      'GOFLAGS that ask for much',
      () => ({ PATH: system, HOME: home(), GOFLAGS: '-mod=mod -toolexec=/bin/false -modfile=/x.mod' }),
    ],
    ['a GOROOT that is not there', () => ({ PATH: system, HOME: home(), GOROOT: '/nonexistent' })],
    ['a GOPATH that is relative', () => ({ PATH: system, HOME: home(), GOPATH: 'go:~/go::' })],
    ['a GOMODCACHE that is a file', () => ({ PATH: system, HOME: home(), GOMODCACHE: '/etc/passwd' })],
    ['a GOWORK that is not there', () => ({ PATH: system, HOME: home(), GOWORK: '/nonexistent/go.work' })],
    ['a GOWORK that is relative', () => ({ PATH: system, HOME: home(), GOWORK: 'go.work' })],
    ['a GOTOOLCHAIN that is none', () => ({ PATH: system, HOME: home(), GOTOOLCHAIN: 'go9.banana' })],
    ['a GO111MODULE that is none', () => ({ PATH: system, HOME: home(), GO111MODULE: 'perhaps' })],
    ['a GOOS that is none', () => ({ PATH: system, HOME: home(), GOOS: 'beos', GOARCH: 'z80' })],
    ['a GOPROXY that is none', () => ({ PATH: system, HOME: home(), GOPROXY: ',|,,::|https://[' })],
    ['a TMPDIR that is not there', () => ({ PATH: system, HOME: home(), TMPDIR: '/nonexistent' })],
    ['locales that are none', () => ({ PATH: system, HOME: home(), LC_ALL: '\u001b[31m', LANG: 'zz', TERM: 'x' })],
  ])('%s', { timeout: 30_000 }, async (_, env) => {
    await survives(project({ ...usual, 'go.work': 'go 1.21\n\nuse .\n' }), { env: env() });
    expect(
      faults(await cli(['check', '--network', '--timeout', '1', project()], { env: { GOPROXY: 'off', ...env() } })),
    ).toEqual([]);
  });

  it('a current folder that was removed', async () => {
    const script = 'mkdir gone && cd gone && rmdir ../gone && exec "$0" "$@"';
    const outside = project();
    for (const [args, code] of [
      [['check'], 2],
      [['check', '.'], 2],
      [['fix'], 2],
      [['--version'], 0],
      [['check', outside], 1],
    ] as const) {
      const ran = await run(['/bin/sh', '-c', script, process.execPath, entry, ...args], {
        cwd: root,
        env: { ...bare, PATH: '/usr/bin:/bin' },
      });
      expect(faults(ran)).toEqual([]);
      expect({ args, code: ran.code, stderr: ran.stderr }).toMatchObject({ args, code });
    }
  });

  it.each([
    ['a time that no timer takes', ['--timeout', '99999999999']],
    ['a time that no timer tells', ['--timeout', '0.001']],
  ])('%s', async (_, args) => {
    const env = { PATH: system, HOME: home() };
    const ran = await cli(['check', project(), ...args], { env });
    expect(faults(ran)).toEqual([]);
    expect(ran.stderr).toBe('');
    expect(
      faults(await cli(['check', '--network', project(), ...args], { env: { ...env, GOPROXY: 'http://127.0.0.1:9' } })),
    ).toEqual([]);
  });

  function long(entry_: string): string {
    return Array.from({ length: 2000 }, (_, at) => `${entry_}${at}`).join(':');
  }

  function noiseFile(): string {
    const file = join(root, 'noise');
    writeFileSync(file, Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256)));
    return file;
  }

  function hugeFile(): string {
    const file = join(root, 'huge');
    if (!existsSync(file)) sparse(file, 2 ** 30);
    return file;
  }
});
