import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FactStore } from '../../src/core/fact.ts';
import * as subjects from '../../src/core/subject.ts';
import { goFlagsComplaint } from '../../src/facts/go/env.ts';
import { run as runQuietly } from '../../src/lab/kit/process.ts';
import { changes, cli, entry, faults, pictureOf, plant, run, scratch } from '../support/cli.ts';
import { baseMachine, hostOf } from '../support/machine.ts';
import { type RealMachine, realMachine } from '../support/site.ts';
import { skipBecause } from '../support/skip.ts';

const goenv = 'GOPROXY=https://proxy.invalid\nGOFLAGS=-trimpath\n';

const commands: readonly (readonly string[])[] = [
  ['check'],
  ['check', '-v'],
  ['check', '--format', 'json', '--for', 'all'],
  ['fix'],
  ['fix', '--format', 'json'],
  ['explain', 'go-missing'],
  ['traps'],
  ['script'],
];

let root: string;
let remove: () => void;
let plain: RealMachine;
let workspace: RealMachine;

beforeAll(async () => {
  ({ root, remove } = await scratch('no-writes'));
  plain = await realMachine('A1', root);
  workspace = await realMachine('D3', root);
}, 600_000);
afterAll(() => remove());

/** Runs all commands and tells what they left behind anywhere in the machine, in two rounds. */
async function traces(machine: RealMachine, env: Readonly<Record<string, string>>): Promise<string[]> {
  const before = pictureOf(machine.built.root);
  const seen: string[] = [];
  for (const command of commands) {
    const ran = await cli(command, { cwd: machine.built.checkDir, env });
    expect(faults(ran), command.join(' ')).toEqual([]);
    expect(ran.code, `${command.join(' ')}\n${ran.stdout}${ran.stderr}`).not.toBe(2);
  }
  // The folder for temporary files is there to be written to; nothing may stay in it.
  const temporary = join(machine.built.root, 'tmp');
  for (const change of changes(before, pictureOf(machine.built.root))) {
    if (!change.startsWith(`${temporary}: `)) seen.push(change);
  }
  return seen;
}

describe('nothing is written', () => {
  it('in a module with a warm cache', async () => {
    plant(plain.home, { '.config/go/env': goenv });
    expect(await traces(plain, plain.env)).toEqual([]);
  });

  it('in a module with a warm cache, while the go command was really asked', async () => {
    const { stdout } = await cli(['check', '-v'], { cwd: plain.built.checkDir, env: plain.env });
    expect(stdout).toMatch(/google\.golang\.org\/grpc\s+v1\.85\.0 · by go list/);
  });

  it('where a module cache is empty', async () => {
    const cold = join(plain.built.root, 'cold');
    mkdirSync(cold);
    expect(await traces(plain, { ...plain.env, GOMODCACHE: cold })).toEqual([]);
  });

  it('in a fresh HOME, with every cache at its usual place below it', async () => {
    const home = join(plain.built.root, 'fresh');
    mkdirSync(home);
    const { GOMODCACHE: _mod, GOCACHE: _go, ...env } = plain.env;
    expect(await traces(plain, { ...env, HOME: home })).toEqual([]);
    expect(readdirSync(home)).toEqual([]);
  });

  it('beside a GOENV file that the user named', async () => {
    const file = join(plant(join(plain.built.root, 'settings'), { 'go.env': goenv }), 'go.env');
    expect(await traces(plain, { ...plain.env, GOENV: file })).toEqual([]);
  });

  it('in a module whose go.mod and go.sum the go command would like to change', async () => {
    const project = join(plain.built.root, 'src', 'untidy');
    cpSync(plain.built.projectDir, project, { recursive: true });
    plant(project, { 'go.mod': readFileSync(join(project, 'go.mod'), 'utf8').replace(/^\t.*\/\/ indirect\n/gm, '') });
    rmSync(join(project, 'go.sum'));
    const machine = { ...plain, built: { ...plain.built, checkDir: project } };
    expect(await traces(machine, { ...plain.env, GOFLAGS: '-mod=mod' })).toEqual([]);
  });

  it('in a workspace, while the go command was really asked', async () => {
    const { stdout } = await cli(['check', '-v'], { cwd: workspace.built.checkDir, env: workspace.env });
    expect(stdout).toMatch(/google\.golang\.org\/grpc\s+v1\.85\.0 · by go list/);
  });

  it('in a workspace without go.work.sum', async () => {
    const sum = join(workspace.built.root, 'src', 'go.work.sum');
    expect(existsSync(sum)).toBe(false);
    expect(await traces(workspace, workspace.env)).toEqual([]);
    expect(existsSync(sum)).toBe(false);
  });

  it('where the plain go command does write: the picture shows it', async () => {
    const copy = join(workspace.built.root, 'copy');
    cpSync(join(workspace.built.root, 'src'), copy, { recursive: true });
    const before = pictureOf(copy);
    const env = { ...workspace.env, GOFLAGS: '-mod=readonly', GOPROXY: 'off', GOSUMDB: 'off' };
    await runQuietly(['go', 'list', '-m', 'google.golang.org/grpc'], {
      cwd: join(copy, 'hello'),
      env,
      timeoutMs: 60_000,
    });
    expect(changes(before, pictureOf(copy)).join('\n')).toMatch(/go\.work\.sum: nothing -> file/);
  });

  it('with the other files of a project that it reads', async () => {
    const project = join(plain.built.root, 'src', 'many');
    cpSync(plain.built.projectDir, project, { recursive: true });
    plant(project, {
      'gen.go': 'package main\n\n//go:generate sh -c "touch generated-by-doctor"\n',
      Makefile: 'X := $(shell touch run-by-make)\nproto:\n\tprotoc --go_out=. $(X) pb/hello.proto\n',
      'buf.gen.yaml': 'version: v2\nplugins:\n  - local: protoc-gen-go\n    out: .\n',
      'tool.go': 'package main\n\nfunc init() { panic("run") }\n',
    });
    copyFileSync(join(project, 'Makefile'), join(project, 'build.mk'));
    expect(await traces({ ...plain, built: { ...plain.built, checkDir: project } }, plain.env)).toEqual([]);
  });
});

describe('a go.mod in the root of the file system, as in images that build there', () => {
  const argvOf = async (files: Readonly<Record<string, string>>): Promise<string[]> => {
    const machine = baseMachine('healthy');
    const host = hostOf({ ...machine, env: { ...machine.env, GOFLAGS: '-mod=mod' }, files });
    const asked: string[] = [];
    host.exec = (argv) => {
      asked.push(argv.slice(1).join(' '));
      return Promise.resolve({ kind: 'exited', code: 0, stdout: '', stderr: '' });
    };
    const options = { dir: machine.dir, network: false, purpose: 'build', timeoutMs: 1000 } as const;
    await new FactStore(host, options).get(goFlagsComplaint, subjects.machine);
    return asked;
  };

  it('is not the place where GOFLAGS=-mod=mod is tried', async () => {
    expect(await argvOf({ '/go.mod': 'module example.com/root\n' })).toContain('list -m -mod=readonly');
    expect(await argvOf({})).toContain('list -m');
  });
});

/** Everything that leaves the program leaves by the loopback device: it is the only one, and the way to everywhere. */
const namespace = `ip link set lo up && ip route add default dev lo && ip -6 route add default dev lo || exit 99
count() { sed -n 's/^ *lo: *//p' /proc/net/dev; }
before=$(count); "$@" > /dev/null 2>&1; code=$?; after=$(count)
echo "$code|$before|$after"`;

async function packets(argv: readonly string[], cwd: string, env: Readonly<Record<string, string>>) {
  const unshare = ['unshare', '--net', '/bin/sh', '-c', namespace, 'sh'];
  // The system's own folders first: the shell needs its tools before the machine under test comes.
  const { stdout, stderr } = await run(['env', `PATH=${process.env.PATH}:/usr/sbin:/sbin`, ...unshare, ...argv], {
    cwd,
    env,
  });
  const [code, before, after] = stdout.trim().split('|');
  if (after === undefined) return { code: undefined, sent: 'no answer', stderr };
  return { code, sent: before === after ? 0 : `${before} -> ${after}`, stderr };
}

const whyNoNamespace = await (async () => {
  if (process.getuid?.() !== 0) return 'a network namespace needs root';
  const { code, sent, stderr } = await packets(['true'], '/', {});
  return code === '0' && sent === 0 ? undefined : `no network namespace: ${stderr.trim()}`;
})();

describe('no packet is sent', () => {
  const doctor = (env: Readonly<Record<string, string>>, ...args: string[]): string[] => [
    'env',
    '-i',
    ...Object.entries(env).map((pair) => pair.join('=')),
    process.execPath,
    entry,
    ...args,
  ];

  it('and one that is sent is seen', async (context) => {
    if (whyNoNamespace) return skipBecause(context, whyNoNamespace);
    for (const target of ['127.0.0.1', '192.0.2.1', '2001:db8::1']) {
      const script = `require('node:dgram').createSocket('${target.includes(':') ? 'udp6' : 'udp4'}').send('x', 9, '${target}', function () { this.close(); })`;
      const { sent } = await packets([process.execPath, '-e', script], '/', {});
      expect(sent, target).not.toBe(0);
    }
    const env = { ...plain.env, GOENV: 'off', GOPROXY: 'http://192.0.2.1/' };
    const { code, sent } = await packets(doctor(env, 'check', '--network', '--timeout', '1'), plain.built.checkDir, {});
    expect({ code, sent }).toEqual({ code: '0', sent: expect.stringContaining(' -> ') as string });
  });

  it.each([
    ['check', ['check']],
    ['check -v', ['check', '-v']],
    ['check --for all', ['check', '--for', 'all']],
    ['fix', ['fix']],
  ])('by %s with a warm module cache, a cold one, and a toolchain that is not there', async (_, args) => {
    if (whyNoNamespace) return console.log(`skipped: ${whyNoNamespace}`);
    const { GOPROXY: _proxy, ...usual } = plain.env;
    const env = { ...usual, GOENV: 'off', GOPROXY: 'http://192.0.2.1/,direct' };
    const future = join(plain.built.root, 'src', 'future');
    if (!existsSync(future)) {
      cpSync(plain.built.projectDir, future, { recursive: true });
      const mod = readFileSync(join(future, 'go.mod'), 'utf8');
      plant(future, { 'go.mod': mod.replace(/^go .*$/m, 'go 1.99.0\n\ntoolchain go1.99.9') });
    }
    const private_ = { ...env, GOPRIVATE: '*', GONOPROXY: '*', GOVCS: '*:all', GOFLAGS: '-mod=mod' };
    const cold = { ...env, GOMODCACHE: join(plain.built.root, 'cold') };
    const runs: [string, Readonly<Record<string, string>>, string][] = [
      ['warm', env, plain.built.checkDir],
      ['warm, everything direct', private_, plain.built.checkDir],
      ['cold', cold, plain.built.checkDir],
      ['a toolchain that is not there', { ...env, GOTOOLCHAIN: 'auto' }, future],
      ['a toolchain that is not there, cold', { ...cold, GOTOOLCHAIN: 'go1.99.9+auto' }, future],
      ['a workspace', { ...workspace.env, GOPROXY: 'http://192.0.2.1/' }, workspace.built.checkDir],
    ];
    for (const [name, variables, cwd] of runs) {
      const { code, sent } = await packets(doctor(variables, ...args), cwd, {});
      expect({ name, sent }).toEqual({ name, sent: 0 });
      expect(['0', '1'], name).toContain(code);
    }
  });
});
