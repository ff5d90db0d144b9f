import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bare, cli, entry, plant, run, scratch } from '../support/cli.ts';
import { describeWith } from '../support/skip.ts';

let root: string;
let remove: () => void;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  ({ root, remove } = await scratch('run'));
  env = { PATH: process.env.PATH ?? '', HOME: root, TMPDIR: root };
});
afterAll(() => remove());

const sh = (line: string, ...options: string[]) => cli(['run', ...options, '--', 'sh', '-c', line], { env, cwd: root });

/** The program behind a shell, which can send its streams elsewhere. */
const shell = (line: string) => run(['sh', '-c', line, entry, process.execPath], { env, cwd: root });
const ours = '"$1" "$0" run';

/** Resolves when a program has printed that. */
function printed(child: ChildProcessWithoutNullStreams, words: string): Promise<void> {
  let text = '';
  return new Promise((resolve) => {
    child.stdout.on('data', (piece: Buffer) => {
      text += piece.toString();
      if (text.includes(words)) resolve();
    });
  });
}

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (piece: Buffer) => {
    stdout += piece.toString();
  });
  child.stderr.on('data', (piece: Buffer) => {
    stderr += piece.toString();
  });
  return new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr })));
}

describe('run passes on', () => {
  it('both outputs, each to its place, and adds nothing to a success', async () => {
    expect(await sh('echo out; echo error >&2')).toMatchObject({ code: 0, stdout: 'out\n', stderr: 'error\n' });
  });

  // 2, 13, 126 and 127 mean something to us, to Node and to shells.
  it.each([0, 1, 2, 3, 13, 99, 126, 127, 128, 130, 255])('the exit code %i', async (code) => {
    expect((await sh(`exit ${code}`)).code).toBe(code);
  });

  it('an output that ends in the middle of a line: what we say begins on one of its own', async () => {
    const { stdout, stderr } = await sh('printf out; printf half >&2; exit 1');
    expect(stdout).toBe('out');
    expect(stderr).toMatch(/^half\ngrpc-doctor: none of the known causes/);
    expect(await sh('printf out; printf half >&2')).toMatchObject({ stdout: 'out', stderr: 'half' });
  });

  it('many megabytes, in little memory', async () => {
    const line = 'head -c 50000000 /dev/zero | tr "\\0" x | fold -w 100';
    const { stdout, stderr } = await shell(
      `${ours} -- sh -c '${line}; grep VmHWM /proc/$PPID/status >&2' | sha256sum; ${line} | sha256sum`,
    );
    const [first, second] = stdout.trim().split('\n');
    expect(first).toBe(second);
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(stderr) ?? [];
    expect(Number(kilobytes)).toBeLessThan(200_000);
  });

  it('the order of lines where both outputs go to one place', async () => {
    const lines = Array.from({ length: 300 }, (_, index) => `o${index}\ne${index}\n`).join('');
    const count = 'i=0; while [ $i -lt 300 ]; do echo o$i; echo e$i >&2; i=$((i+1)); done';
    expect((await shell(`${ours} -- sh -c '${count}' 2>&1`)).stdout).toBe(lines);
  });

  it('what is written to /dev/stderr and /dev/stdout by name', async () => {
    expect(await sh('echo a > /dev/stdout; echo b > /dev/stderr')).toMatchObject({
      code: 0,
      stdout: 'a\n',
      stderr: 'b\n',
    });
  });

  it('the input, and bytes that are no text', async () => {
    const bytes = randomBytes(3_000_000);
    writeFileSync(join(root, 'bytes'), bytes);
    expect((await shell(`${ours} -- cat < bytes > copy`)).code).toBe(0);
    const sum = (one: Uint8Array) => createHash('sha256').update(one).digest('hex');
    expect(sum(readFileSync(join(root, 'copy')))).toBe(sum(bytes));
  });

  it('the end of the reader: the command sees it, and its own code counts', async () => {
    const { stdout, stderr } = await shell(`{ ${ours} -- sh -c 'yes; exit 5'; echo "code $?" >&2; } | head -1`);
    expect(stdout).toBe('y\n');
    expect(stderr).toContain('code 5\n');
  });

  it('and returns though a process that was left behind holds the output', async () => {
    const result = await sh('sleep 60 & echo $!; exit 0');
    process.kill(Number(result.stdout));
    expect(result).toMatchObject({ code: 0, stderr: '' });
  });

  it('all of it where no pipe with a name can be made', async () => {
    const result = await cli(['run', '/bin/sh', '-c', 'echo out; echo error >&2; exit 4'], { env: bare });
    expect(result).toMatchObject({ code: 4, stdout: 'out\n' });
    expect(result.stderr).toMatch(/^error\n/);
  });
});

describe('signals', () => {
  const start = (line: string) => spawn(process.execPath, [entry, 'run', '--', 'sh', '-c', line], { env, cwd: root });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGUSR2'] as const)(
    '%s reaches the command, which decides',
    async (name) => {
      const child = start(`trap 'echo got it; exit 7' ${name.slice(3)}; echo ready; while :; do sleep 0.1; done`);
      const end = ended(child);
      await printed(child, 'ready');
      child.kill(name);
      const { code, stdout, stderr } = await end;
      expect({ code, stdout }).toEqual({ code: 7, stdout: 'ready\ngot it\n' });
      // Who stopped it does not ask why it ended; SIGUSR2 stops nothing.
      expect(stderr === '').toBe(name !== 'SIGUSR2');
    },
  );

  it('ends by the signal that ended the command', async () => {
    const child = start('echo ready; exec sleep 60');
    const end = ended(child);
    await printed(child, 'ready');
    child.kill('SIGTERM');
    expect(await end).toMatchObject({ code: null, signal: 'SIGTERM', stderr: '' });
  });

  it('says 128 and the number where it does not end by it', async () => {
    expect((await sh('kill -KILL $$')).code).toBe(137);
    expect((await sh('kill -SEGV $$')).code).toBe(139);
  });
});

describe('what cannot be started', () => {
  it('is 127 where it is not there, with the diagnosis', async () => {
    const { code, stdout, stderr } = await cli(['run', '--', 'protoc', '--version'], { env: bare });
    expect({ code, stdout }).toEqual({ code: 127, stdout: '' });
    expect(stderr).toMatch(/^grpc-doctor: protoc: command not found\n\n(?:proven|likely)\[/);
  });

  it('is 126 where it may not be executed', async () => {
    writeFileSync(join(root, 'data'), '');
    expect(await cli(['run', './data'], { env, cwd: root })).toMatchObject({
      code: 126,
      stderr: 'grpc-doctor: ./data: Permission denied\n',
    });
  });
});

describe('the words of run', () => {
  it('end where the command begins', async () => {
    expect((await cli(['run', '--stall', '5', 'echo', '-q', '--', '--lang', 'x'], { env })).stdout).toBe(
      '-q -- --lang x\n',
    );
    expect((await cli(['run', '--', 'echo', '--', '--help'], { env })).stdout).toBe('-- --help\n');
    expect((await cli(['--lang=en', 'run', 'echo', 'run'], { env })).stdout).toBe('run\n');
    expect((await cli(['--lang', 'zh', 'run', '--', 'false'], { env })).stderr).toContain('已知的原因');
  });

  it('are told where they are wrong', async () => {
    expect(await cli(['run'], { env })).toMatchObject({ code: 2, stderr: 'grpc-doctor: run needs CMD\n' });
    expect((await cli(['run', '--format', 'json', 'true'], { env })).code).toBe(2);
    expect((await cli(['run', '--stall', 'soon', 'true'], { env })).code).toBe(2);
  });

  it('have a help of their own, on standard output', async () => {
    const { code, stdout } = await cli(['run', '--help'], { env });
    expect(code).toBe(0);
    expect(stdout).toContain('--stall SECONDS');
    expect(stdout).not.toContain('--format');
  });
});

describe('run --debug', () => {
  beforeAll(() => {
    plant(root, {
      'tools/go': '#!/bin/sh\necho "$@"; echo "$GODEBUG $GRPC_GO_LOG_SEVERITY_LEVEL $GRPC_GO_LOG_VERBOSITY_LEVEL"\n',
    });
    chmodSync(join(root, 'tools/go'), 0o755);
  });
  const go = async (words: string, more: Readonly<Record<string, string>> = {}) => {
    const path = `${join(root, 'tools')}:${env.PATH}`;
    return (await cli(['run', '--debug', 'go', ...words.split(' ')], { env: { ...env, PATH: path, ...more } })).stdout;
  };

  it('adds -x where the go command takes it', async () => {
    expect(await go('build ./...')).toBe('build -x ./...\nnetdns=go+2 info 99\n');
    expect(await go('mod download')).toMatch(/^mod download -x\n/);
    expect(await go('-C sub test -v')).toMatch(/^-C sub test -x -v\n/);
    expect(await go('mod vendor')).toMatch(/^mod vendor\n/);
    expect(await go('version')).toMatch(/^version\n/);
    expect(await go('test -x ./...')).toMatch(/^test -x \.\/\.\.\.\n/);
  });

  it('keeps what the user has in GODEBUG', async () => {
    expect(await go('version', { GODEBUG: 'http2debug=1' })).toContain('http2debug=1,netdns=go+2 info');
    expect(await go('version', { GODEBUG: 'netdns=cgo' })).toContain('\nnetdns=cgo info');
  });
});

describeWith(['go', 'version'])('run with the real go command', () => {
  const goEnv = () => ({
    ...env,
    GOTOOLCHAIN: 'local',
    GOFLAGS: '-mod=mod',
    GOSUMDB: 'off',
    // That of the user: to compile the standard library anew takes a minute.
    GOCACHE: process.env.GOCACHE ?? join(process.env.HOME ?? root, '.cache', 'go-build'),
    GOMODCACHE: join(root, 'modules'),
    GOTELEMETRY: 'off',
  });

  it('names the cause of a build that fails, with what is found in the project', async () => {
    const cwd = plant(join(root, 'old'), {
      'go.mod': 'module example.com/old\n\ngo 1.99\n',
      'main.go': 'package main\n\nfunc main() {}\n',
    });
    const { code, stdout, stderr } = await cli(['run', '--', 'go', 'build', './...'], { env: goEnv(), cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^go: .*requires go >= 1\.99/);
    expect(stderr).toContain('\nproven[go-too-old-for-module] ');
    expect(stderr).toMatch(/^ {2}here +go\.mod:3 go 1\.99 · go .*\$GOTOOLCHAIN local/m);
    expect(stderr).toContain('install Go 1.99 or newer');
  });

  it('says in one line that a failure is none of the known ones', async () => {
    const cwd = plant(join(root, 'other'), {
      'go.mod': 'module example.com/other\n\ngo 1.21\n',
      'main.go': 'package main\n\nfunc main() { return 1 }\n',
    });
    const { code, stderr } = await cli(['run', '--', 'go', 'vet'], { env: goEnv(), cwd });
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /too many return values[\s\S]*\ngrpc-doctor: none of the known causes fits what was printed\n$/,
    );
  });

  const wanting = () => plant(join(root, 'wants'), { 'go.mod': 'module example.com/wants\n\ngo 1.21\n' });
  const get = ['--', 'go', 'get', 'example.org/a@v1.0.0'];

  it('names a dead proxy', async () => {
    const server = createServer();
    const port = await listening(server);
    await new Promise((done) => server.close(done));
    const { code, stderr } = await cli(['run', ...get], {
      env: { ...goEnv(), GOPROXY: `http://127.0.0.1:${port}` },
      cwd: wanting(),
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(/connection refused\n\n(?:proven|likely)\[proxy-unreachable\] /);
  });

  it.runIf(process.platform === 'linux')('tells that a silent command waits for a hung proxy, once', async () => {
    const held: { destroy(): void }[] = [];
    const server = createServer((socket) => held.push(socket));
    const port = await listening(server);
    const proxy = `http://127.0.0.1:${port}`;
    const child = spawn(process.execPath, [entry, 'run', '--stall', '0.5', ...get], {
      env: { ...goEnv(), GOPROXY: proxy },
      cwd: wanting(),
    });
    const end = ended(child);
    await new Promise<void>((resolve) => child.stderr.once('data', () => resolve()));
    // Long enough for a second line, were there one.
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(child.exitCode).toBe(null);
    for (const one of held) one.destroy();
    server.close();
    const { code, stderr } = await end;
    expect(code).toBe(1);
    const [first, ...others] = stderr.split('\n').filter((line) => line.startsWith('grpc-doctor: '));
    expect(first).toBe(
      `grpc-doctor: go get example.org/a@v1.0.0 is connected to the proxy 127.0.0.1:${port} (GOPROXY=${proxy}) and waits for it to say something`,
    );
    expect(others).toEqual([]);
  });

  it('says nothing of a server that is silent, and nothing when it is stopped', async () => {
    const cwd = plant(join(root, 'server'), {
      'go.mod': 'module example.com/server\n\ngo 1.21\n',
      'main.go': `package main

import (
	"fmt"
	"log"
	"net"
)

func main() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	go func() { _, _ = net.Dial("tcp", listener.Addr().String()) }()
	fmt.Println("listening")
	var open []net.Conn
	for {
		connection, err := listener.Accept()
		if err != nil {
			log.Fatal(err)
		}
		open = append(open, connection)
	}
}
`,
    });
    const child = spawn('setsid', ['-w', process.execPath, entry, 'run', '--stall', '0.2', '--', 'go', 'run', '.'], {
      env: goEnv(),
      cwd,
    });
    const end = ended(child);
    await printed(child, 'listening');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    // As a terminal does it: to all of them. The go command alone would ignore it.
    process.kill(-(child.pid as number), 'SIGINT');
    expect((await end).stderr).not.toContain('grpc-doctor');
  }, 60_000);
});

function listening(server: ReturnType<typeof createServer>): Promise<number> {
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    }),
  );
}

describeWith(['script', '--version'])('run on a terminal', () => {
  /** The program on a terminal that `script` makes; what is written to its input is typed. */
  const type = (line: string) =>
    spawn(
      'script',
      ['-q', '-e', '-f', '-c', `stty rows 33 cols 101; exec '${process.execPath}' '${entry}' run ${line}`, '/dev/null'],
      {
        env: { ...env, SHELL: '/bin/sh' },
        cwd: root,
      },
    );

  it('lets the command see one of the same size, with the shell of the user', async () => {
    const child = type(
      `-- sh -c 'for i in 0 1 2; do test -t $i && echo tty; done; stty size; echo "$SHELL"; echo a >&2; exit 6'`,
    );
    const { code, stdout } = await ended(child);
    expect(code).toBe(6);
    expect(stdout.replaceAll('\r', '')).toMatch(/^tty\ntty\ntty\n33 101\n\/bin\/sh\na\ngrpc-doctor: none of the known/);
  });

  it('keeps words apart as they were given', async () => {
    const { stdout } = await ended(type(`-- printf '[%s]' "it's" '$HOME' 'a b' ''`));
    expect(stdout).toBe("[it's][$HOME][a b][]");
  });

  it('hands Ctrl-C to the command, and does not ask why it failed', async () => {
    const child = type(`-- sh -c 'trap "echo stopped; exit 1" INT; echo ready; while :; do sleep 0.1; done'`);
    const end = ended(child);
    await printed(child, 'ready');
    child.stdin.write('\u0003');
    const { code, stdout } = await end;
    expect(code).toBe(1);
    expect(stdout).toContain('stopped');
    expect(stdout).not.toContain('grpc-doctor');
  });

  it('tells the command when the window gets another size', async () => {
    const line = `-- sh -c 'trap "stty size; exit 0" WINCH; echo ready; while :; do sleep 0.1; done'`;
    const later = 'stty rows 33 cols 101; t=$(tty); (sleep 1.5; stty -F "$t" rows 20 cols 70) & exec';
    const child = spawn(
      'script',
      ['-q', '-e', '-f', '-c', `${later} '${process.execPath}' '${entry}' run ${line}`, '/dev/null'],
      {
        env: { ...env, SHELL: '/bin/sh' },
        cwd: root,
      },
    );
    expect((await ended(child)).stdout.replaceAll('\r', '')).toMatch(/^ready\n20 70\n/);
  });

  it('leaves no folder behind', async () => {
    const { stdout } = await ended(type(`true; ls "$TMPDIR"`));
    expect(stdout).not.toContain('grpc-doctor-');
  });
});
