import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Edit, FixPlan } from '../../src/core/claim.ts';
import type { ExecOptions, ExecResult, WriteHost } from '../../src/core/host.ts';
import { applyPlan } from '../../src/fix/apply.ts';
import { LocalHost, LocalWriter } from '../../src/host/local.ts';
import {
  bare,
  type CliOptions,
  type CliRun,
  changes,
  cli,
  example,
  faults,
  onPath,
  pictureOf,
  plant,
  scratch,
} from '../support/cli.ts';
import { baseMachine, hostOf } from '../support/machine.ts';
import { skipBecause } from '../support/skip.ts';

let root: string;
let remove: () => void;
let count = 0;

beforeAll(async () => {
  ({ root, remove } = await scratch('fix'));
});
afterAll(() => remove());

/** A copy of the example, with a Makefile of its own. */
function copy(makefile?: Buffer): string {
  count += 1;
  const dir = join(root, `copy-${count}`);
  cpSync(example, dir, { recursive: true });
  if (makefile) plant(dir, { Makefile: makefile });
  return dir;
}

async function fix(dir: string, args: readonly string[] = [], options: CliOptions = {}): Promise<CliRun> {
  const ran = await cli(['fix', '--dir', dir, ...args], options);
  expect(faults(ran)).toEqual([]);
  return ran;
}

async function trapsIn(dir: string, options: CliOptions = {}): Promise<string[]> {
  const { stdout } = await cli(['check', dir, '--format', 'json'], options);
  return (JSON.parse(stdout) as { findings: { trap: string }[] }).findings.map(({ trap }) => trap);
}

const old = '--go_out=plugins=grpc,paths=source_relative:.';
const mended = '--go_out=paths=source_relative:. --go-grpc_out=paths=source_relative:.';

describe('fix', () => {
  it('shows the diff and the commands, and changes nothing', async () => {
    const dir = copy();
    const before = pictureOf(dir);
    const { code, stdout } = await fix(dir);
    expect(code).toBe(1);
    expect(stdout).toContain(`--- a/Makefile\n    +++ b/Makefile\n    @@ -3 +3 @@\n    -\tprotoc -I . ${old}`);
    expect(stdout).toContain(`\n    +\tprotoc -I . ${mended} pb/hello.proto\n`);
    expect(stdout).toMatch(/^ {4}go get google\.golang\.org\/grpc@v1\.64\.1$/m);
    expect(stdout).toMatch(/nothing was changed/);
    expect(changes(before, pictureOf(dir))).toEqual([]);
  });

  it('shows a diff in JSON that git can apply', async () => {
    const { stdout } = await fix(copy(), ['plugins-grpc-flag-removed', '--format', 'json']);
    const { findings } = JSON.parse(stdout) as { findings: { fixes: { diff?: string }[] }[] };
    const line = '\tprotoc -I . X pb/hello.proto';
    expect(findings[0]?.fixes[0]?.diff).toBe(
      `--- a/Makefile\n+++ b/Makefile\n@@ -3 +3 @@\n-${line.replace('X', old)}\n+${line.replace('X', mended)}`,
    );
  });

  it('does nothing of another trap than the one that was named', async () => {
    const dir = copy();
    const before = pictureOf(dir);
    const { stdout } = await fix(dir, ['generated-code-newer-than-grpc', '--apply']);
    expect(stdout).not.toMatch(/plugins-grpc-flag-removed/);
    expect(changes(before, pictureOf(dir))).toEqual([]);
  });
});

describe('fix --apply', () => {
  it('makes the safe edit, checks again, and has nothing to do the second time', async () => {
    const dir = copy();
    expect(await trapsIn(dir)).toContain('plugins-grpc-flag-removed');
    const before = pictureOf(dir);
    const first = await fix(dir, ['--apply']);
    expect(first.stdout).toMatch(/^plugins-grpc-flag-removed: .*: done$/ms);
    expect(first.stdout).not.toMatch(/^warning\[plugins-grpc-flag-removed\]/m);
    // Errors are left that only an unsafe fix takes away: the code is that of a check.
    expect(first.code).toBe(1);
    expect(changes(before, pictureOf(dir)).filter((change) => !change.startsWith(`${dir}: `))).toEqual([
      expect.stringContaining(join(dir, 'Makefile')) as string,
    ]);
    expect(await trapsIn(dir)).not.toContain('plugins-grpc-flag-removed');
    const after = pictureOf(dir);
    const second = await fix(dir, ['--apply']);
    expect(second.stdout).not.toMatch(/: done/);
    expect(changes(after, pictureOf(dir))).toEqual([]);
  });

  const text = readFileSync(join(example, 'Makefile'), 'latin1');
  const latin = (content: string): Buffer => Buffer.from(content, 'latin1');
  it.each([
    ['as it is', latin(text)],
    ['with CR LF', latin(text.replaceAll('\n', '\r\n'))],
    ['with bytes that are no UTF-8', latin(`# caf\xe9 \xff\xfe\n${text}\n# \xc3\x28\n`)],
    ['with comments and tabs', latin(`${text.replace('pb/hello.proto', 'pb/hello.proto\t # old  ')}\n\n#  end\t\n`)],
    ['without a line end at the end', latin(text.trimEnd())],
    ['with a mark of the byte order', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), latin(text)])],
    ['with a non-ASCII comment', Buffer.from(`# 生成代码\n${text}`)],
    ['with a secret in the same line', latin(text.replace('protoc', 'API_TOKEN=hunter2 protoc'))],
    ['with NUL elsewhere', latin(`${text}\n# \u0000\n`)],
  ])('keeps every other byte of a Makefile %s', async (_, content) => {
    const dir = copy(content);
    const { stdout } = await fix(dir, ['--apply']);
    expect(stdout).toMatch(/: done/);
    const expected = content.toString('latin1').replace(old, mended);
    expect(readFileSync(join(dir, 'Makefile'), 'latin1')).toBe(expected);
  });

  it.each([0o644, 0o664, 0o600, 0o755, 0o666])('keeps mode %o', async (mode) => {
    const dir = copy();
    const file = join(dir, 'Makefile');
    chmodSync(file, mode);
    await fix(dir, ['--apply']);
    expect(readFileSync(file, 'utf8')).toContain(mended);
    expect(statSync(file).mode & 0o7777).toBe(mode);
  });

  it('keeps a link a link, and edits what it leads to', async () => {
    const dir = copy();
    const real = join(plant(join(root, 'shared'), { Makefile: readFileSync(join(dir, 'Makefile')) }), 'Makefile');
    const file = join(copy(Buffer.from('')), 'Makefile');
    rmSync(file);
    symlinkSync(real, file);
    await fix(dirname(file), ['--apply']);
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
    expect(readFileSync(real, 'utf8')).toContain(mended);
  });

  it('leaves no temporary file behind', async () => {
    const dir = copy();
    await fix(dir, ['--apply']);
    const names = [...pictureOf(dir).keys()].filter(
      (path) => path.includes('grpc-doctor-') && path.includes('Makefile.'),
    );
    expect(names).toEqual([]);
  });

  it('says why it failed where it may not write', async (context) => {
    if (process.getuid?.() === 0) return skipBecause(context, 'root may write everywhere');
    const dir = copy();
    chmodSync(dir, 0o555);
    const { stdout, code } = await fix(dir, ['--apply']);
    chmodSync(dir, 0o755);
    expect(stdout).toMatch(/failed: /);
    expect(code).toBe(1);
  });
});

describe('fix --apply with the real go', () => {
  const go = onPath('go');

  it.each(['', 'go 1.99.0\ntoolchain go1.99.9'])('takes back what go env -w wrote (go.mod: %j)', async (goLine) => {
    if (!go) return console.log('skipped: no go on PATH');
    count += 1;
    const home = plant(join(root, `home-${count}`), { '.config/go/env': 'GO111MODULE=off\nGOFLAGS=-trimpath\n' });
    const dir = plant(join(root, `module-${count}`), {
      'go.mod': `module example.com/hello\n\n${goLine || 'go 1.21'}\n`,
      'main.go': 'package main\n\nfunc main() {}\n',
    });
    const options = {
      env: { ...bare, PATH: `${dirname(go)}:/usr/bin:/bin`, HOME: home, GOPROXY: 'http://127.0.0.1:9' },
    };
    expect(await trapsIn(dir, options)).toContain('go111module-off');
    const { stdout } = await fix(dir, ['go111module-off', '--apply'], options);
    expect(stdout).toMatch(/^go111module-off: .*: done$/ms);
    expect(readFileSync(join(home, '.config/go/env'), 'utf8')).toBe('GOFLAGS=-trimpath\n');
    expect(await trapsIn(dir, options)).not.toContain('go111module-off');
  });

  it('does not touch what the shell sets', async () => {
    if (!go) return console.log('skipped: no go on PATH');
    const dir = plant(join(root, 'by-shell'), {
      'go.mod': 'module example.com/hello\n\ngo 1.21\n',
      'main.go': 'package main\n',
    });
    const env = { ...bare, PATH: `${dirname(go)}:/usr/bin:/bin`, GO111MODULE: 'off' };
    const { stdout, code } = await fix(dir, ['--apply'], { env });
    expect(stdout).toMatch(/^nothing was applied: what is left is done by hand\n\nfor go111module-off: /);
    expect(stdout).toMatch(/^ {4}bash, zsh: unset GO111MODULE$/m);
    expect(stdout).not.toMatch(/: done|after the fix/);
    expect(code).toBe(1);
  });

  it('takes one flag out of GOFLAGS and keeps the others', async () => {
    if (!go) return console.log('skipped: no go on PATH');
    const home = plant(join(root, 'home-flags'), { '.config/go/env': 'GOFLAGS=-mod=vendor -trimpath -tags=prod\n' });
    const dir = plant(join(root, 'module-flags'), {
      'go.mod': 'module example.com/hello\n\ngo 1.21\n\nrequire google.golang.org/grpc v1.60.1\n',
      'main.go': 'package main\n\nimport _ "google.golang.org/grpc"\n\nfunc main() {}\n',
    });
    const options = { env: { ...bare, PATH: `${dirname(go)}:/usr/bin:/bin`, HOME: home } };
    const { stdout } = await fix(dir, ['vendor-inconsistent', '--apply'], options);
    expect(stdout).toMatch(/^vendor-inconsistent: take -mod=vendor out of GOFLAGS in\s.*:\sdone$/ms);
    expect(readFileSync(join(home, '.config/go/env'), 'utf8')).toBe('GOFLAGS=-trimpath -tags=prod\n');
  });

  const workspace = {
    'go.work': 'go 1.22\n\nuse .\n',
    'go.mod': 'module example.com/hello\n\ngo 1.22\n\nrequire google.golang.org/grpc v1.60.1\n',
    'main.go': 'package main\n\nimport _ "google.golang.org/grpc"\n\nfunc main() {}\n',
    'vendor/modules.txt': '# google.golang.org/grpc v1.60.1\n## explicit; go 1.19\ngoogle.golang.org/grpc\n',
  };

  it('leaves notes alone, and says how they are named', async () => {
    if (!go) return console.log('skipped: no go on PATH');
    const dir = plant(join(root, 'notes'), workspace);
    const options = { env: { ...bare, PATH: `${dirname(go)}:/usr/bin:/bin`, GOPROXY: 'off' } };
    expect(await trapsIn(dir, options)).toEqual(['vendor-ignored-by-workspace']);
    const before = pictureOf(dir);
    const { stdout, code } = await fix(dir, ['--apply', '--unsafe'], options);
    expect(stdout).toMatch(/^nothing was applied: there are only notes$/m);
    expect(stdout.replaceAll('\n', ' ')).toContain(
      'name it: grpc-doctor fix vendor-ignored-by-workspace --apply --unsafe',
    );
    expect(code).toBe(0);
    expect(changes(before, pictureOf(dir))).toEqual([]);
    const named = await fix(dir, ['vendor-ignored-by-workspace', '--apply', '--unsafe'], options);
    expect(named.stdout).toMatch(/^vendor-ignored-by-workspace: /);
  });
});

describe('fix --apply of a plugin without permission', () => {
  it('gives it', async () => {
    const bin = plant(join(root, "bin with ' blank"), {
      'protoc-gen-go': '#!/bin/sh\n',
      'protoc-gen-go-grpc': '#!/bin/sh\n',
    });
    chmodSync(join(bin, 'protoc-gen-go'), 0o644);
    chmodSync(join(bin, 'protoc-gen-go-grpc'), 0o755);
    const dir = copy();
    const options = { env: { ...bare, PATH: `${bin}:/usr/bin:/bin` } };
    expect(await trapsIn(dir, options)).toContain('plugin-not-executable');
    const shown = await fix(dir, ['plugin-not-executable'], options);
    expect(shown.stdout).toMatch(/^ {4}chmod \+x '.*bin with '\\'' blank\/protoc-gen-go'$/m);
    const { stdout } = await fix(dir, ['plugin-not-executable', '--apply'], options);
    expect(stdout).toMatch(/^plugin-not-executable: .*: done$/ms);
    expect(statSync(join(bin, 'protoc-gen-go')).mode & 0o111).toBe(0o111);
    expect(await trapsIn(dir, options)).not.toContain('plugin-not-executable');
  });
});

describe('applyPlan', () => {
  const machine = baseMachine('healthy');
  const line = 'first second first';
  const edit: Edit = { file: 'notes', line: 2, text: line, before: 'second', after: 'third' };
  const plan = (...edits: Edit[]): FixPlan => ({ kind: 'edit', safety: 'safe', title: { key: 'x' }, edits });
  /** A machine with one more file, and a door that keeps what was written. */
  function door(text: string, failure?: string) {
    const written: string[] = [];
    const ran: { argv: readonly string[]; options: ExecOptions }[] = [];
    const writer: WriteHost = {
      replaceFile: (path, bytes) => {
        if (failure === undefined) written.push(`${path}: ${Buffer.from(bytes).toString('utf8')}`);
        return failure;
      },
      exec: (argv, options) => {
        ran.push({ argv, options });
        return Promise.resolve<ExecResult>({ kind: 'exited', code: 0, stdout: '', stderr: '' });
      },
    };
    const host = hostOf({ ...machine, project: { ...machine.project, notes: text } });
    return { apply: (one: FixPlan) => applyPlan(one, machine.dir, host, writer), written, ran };
  }

  it('makes the edit where the line is as it was read', async () => {
    const { apply, written } = door(`a\n${line}\nb`);
    expect(await apply(plan(edit))).toEqual({ kind: 'done' });
    expect(written).toEqual([`${machine.dir}/notes: a\nfirst third first\nb`]);
  });

  it.each([
    ['the text is gone', 'a\nfirst first\nb'],
    ['the line is gone', 'a'],
    ['the text stands on another line now', `a\nb\n${line}`],
    ['the text stands there twice now', 'a\nsecond second\n'],
    ['the file is empty now', ''],
  ])('leaves a file alone in which %s', async (_, text) => {
    const { apply, written } = door(text);
    expect(await apply(plan(edit))).toEqual({ kind: 'gone' });
    expect(written).toEqual([]);
  });

  it('makes all edits of a file or none', async () => {
    const more: Edit = { file: 'notes', line: 1, text: 'a', before: 'z', after: 'y' };
    const { apply, written } = door(`a\n${line}\nb`);
    expect(await apply(plan(edit, more))).toEqual({ kind: 'gone' });
    expect(written).toEqual([]);
  });

  it('does not take replacement patterns for anything but text', async () => {
    const { apply, written } = door(`a\n${line}\nb`);
    await apply(plan({ ...edit, after: '$& $1 $$' }));
    expect(written).toEqual([`${machine.dir}/notes: a\nfirst $& $1 $$ first\nb`]);
  });

  it('says why a file cannot be written, or is no longer there', async () => {
    expect(await door(`a\n${line}`, 'no room').apply(plan(edit))).toEqual({ kind: 'failed', message: 'no room' });
    const gone = await door('').apply(plan({ ...edit, file: 'nowhere' }));
    expect(gone).toEqual({ kind: 'failed', message: 'nowhere: missing' });
  });

  it('gives no network to what is said to need none', async () => {
    const { apply, ran } = door('');
    const argv = ['go', 'env', '-u', 'GOFLAGS'];
    await apply({ kind: 'command', safety: 'safe', title: { key: 'x' }, argv, network: false });
    await apply({ kind: 'command', safety: 'unsafe', title: { key: 'x' }, argv, network: true, cwd: 'a/b' });
    expect(ran.map(({ options }) => [options.cwd, options.env?.GOPROXY, options.env?.GOTOOLCHAIN])).toEqual([
      [machine.dir, 'off', 'local'],
      [`${machine.dir}/a/b`, undefined, undefined],
    ]);
  });
});

describe('LocalWriter', () => {
  it('tells of a file that is gone, and leaves another one of its temporary name alone', () => {
    const dir = plant(join(root, 'writer'), { file: 'old' });
    const taken = `${join(dir, 'file')}.grpc-doctor-${process.pid}`;
    plant(dir, { [`file.grpc-doctor-${process.pid}`]: 'mine' });
    const writer = new LocalWriter();
    expect(writer.replaceFile(join(dir, 'file'), Buffer.from('new'))).toMatch(/EEXIST/);
    expect(readFileSync(taken, 'utf8')).toBe('mine');
    expect(readFileSync(join(dir, 'file'), 'utf8')).toBe('old');
    expect(writer.replaceFile(join(dir, 'nowhere'), Buffer.from('new'))).toMatch(/ENOENT/);
    expect(existsSync(join(dir, 'nowhere'))).toBe(false);
  });

  it('ends a command together with what it started', async () => {
    mkdirSync(join(root, 'ends'));
    const host = new LocalHost();
    const started = performance.now();
    const result = await host.exec(['/bin/sh', '-c', 'sleep 9881 & sleep 9881'], { timeoutMs: 200 });
    expect(result).toEqual({ kind: 'timeout' });
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
