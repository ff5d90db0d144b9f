import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { excerpt } from '../../src/lab/kit/normalise.ts';
import { killAll, run } from '../../src/lab/kit/process.ts';
import { clientEnvironment } from '../../src/lab/kit/tools.ts';
import { zip } from '../../src/lab/kit/zip.ts';
import { compareRows, formatResult, mergeRows } from '../../src/lab/results.ts';

describe('excerpt', () => {
  it('leaves out what is another on the next run: addresses in a stack, which file of a circle buf names, the order of two names', () => {
    const stack = 'example.com/proto.(*info).compute(0x2d739ecce1e0, {0x61afc7, 0xca})\nmain.main()\n';
    const buf =
      'a.proto:3:1:detected cyclic import while importing "b.proto"\na.proto:7:3:cannot find `B` in this scope\n';
    expect(excerpt(stack + buf, [])).toEqual([
      'example.com/proto.(*info).compute(...)',
      'main.main()',
      '<file>:detected cyclic import while importing "<file>"',
    ]);
    const names = 'Go package "x" has inconsistent names b (b.proto) and a (a.proto)';
    expect(excerpt(names, [])).toEqual(['Go package "x" has inconsistent names a (a.proto) and b (b.proto)']);
    const alone = 'a.proto:7:3:cannot find `B` in this scope';
    expect(excerpt(alone, [])).toEqual([alone]);
  });

  it('leaves nothing of the machine and nothing of the weather', () => {
    const output = [
      'go: downloading example.com/x v1.0.0',
      '# example.com/hello/pb',
      '',
      '/tmp/w/A1/src/hello/pb/x.go:1:2: undefined: grpc.X ',
      'dial tcp 127.0.0.1:43211: connect: connection refused',
      'dial tcp 127.0.0.1:9: linux/amd64',
    ].join('\n');
    const places = [
      { path: '/tmp/w/A1', name: '<root>' },
      { path: '/tmp/w/A1/src', name: '<src>' },
    ];
    expect(excerpt(output, places)).toEqual([
      '<src>/hello/pb/x.go:1:2: undefined: grpc.X',
      'dial tcp 127.0.0.1:<port>: connect: connection refused',
      'dial tcp 127.0.0.1:9: <os>/<arch>',
    ]);
  });
});

describe('results', () => {
  const committed = [{ id: 'A1', truth: 'healthy', doctorWarm: { errors: [], related: [] } }];

  it('compares only what was measured, and not the order of keys', () => {
    expect(compareRows(committed, [{ id: 'A1', truth: 'healthy' }])).toEqual([]);
    expect(compareRows(committed, [{ id: 'A1', doctorWarm: { related: [], errors: [] } }])).toEqual([]);
    expect(compareRows(committed, [{ id: 'A1', truth: 'broken' }])).toMatchObject([{ id: 'A1', column: 'truth' }]);
    expect(compareRows(committed, [{ id: 'A2' }])).toMatchObject([{ id: 'A2', column: '*' }]);
  });

  it('keeps the columns and rows that were not measured, sorted as people count', () => {
    const merged = mergeRows(committed, [{ id: 'A10' }, { id: 'A2b' }, { id: 'A2' }, { id: 'A1', truth: 'broken' }]);
    expect(merged.map((row) => row.id)).toEqual(['A1', 'A2', 'A2b', 'A10']);
    expect(merged[0]).toMatchObject({ truth: 'broken', doctorWarm: {} });
  });

  it('has one row per line', () => {
    const result = { lab: 'x', asOf: '2026-01-01', tools: [], rows: [{ id: 'a' }, { id: 'b' }] };
    const text = formatResult(result);
    expect(JSON.parse(text)).toEqual(result);
    expect(text.split('\n').filter((line) => line.includes('"id"'))).toHaveLength(2);
  });
});

describe('run', () => {
  const env = { PATH: process.env.PATH ?? '' };

  it('gives only the named environment to the command', async () => {
    const result = await run([process.execPath, '-p', 'Object.keys(process.env).join()'], {
      cwd: tmpdir(),
      env: { ONLY: '1' },
      timeoutMs: 20_000,
    });
    expect(result).toMatchObject({ rc: 0, stdout: 'ONLY\n' });
  });

  it('kills the whole group when the time is up', async () => {
    const started = Date.now();
    const result = await run(['sh', '-c', 'sleep 30 & sleep 30'], { cwd: tmpdir(), env, timeoutMs: 200 });
    expect(result.timedOut).toBe(true);
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  it('does not wait for what a command left behind', async () => {
    const started = Date.now();
    const result = await run(['sh', '-c', 'sleep 30 & echo done'], { cwd: tmpdir(), env, timeoutMs: 20_000 });
    expect(result).toMatchObject({ rc: 0, stdout: 'done\n', timedOut: false });
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  it('lets an interrupted command remove what it made, and ends it all the same', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'grpc-doctor-kill-'));
    const [made, stubborn] = [join(folder, 'made'), join(folder, 'stubborn')];
    const options = { cwd: folder, env: { PATH: process.env.PATH ?? '' }, timeoutMs: 20_000 };
    const runs = [
      run(['sh', '-c', `trap 'rm "$0"; exit 1' INT; : >"$0"; while :; do sleep 0.05; done`, made], options),
      run(['sh', '-c', `trap '' INT; : >"$0"; while :; do sleep 0.05; done`, stubborn], options),
    ];
    while (!existsSync(made) || !existsSync(stubborn)) await new Promise((resolve) => setTimeout(resolve, 20));
    killAll();
    await Promise.all(runs);
    expect([made, stubborn].map((file) => existsSync(file))).toEqual([false, true]);
    await rm(folder, { recursive: true });
  });

  it('says that a command does not exist', async () => {
    const options = { cwd: tmpdir(), env: { PATH: '/nowhere' }, timeoutMs: 1_000 };
    expect(await run(['protoc'], options)).toMatchObject({ rc: 127, missing: true });
  });
});

describe('clientEnvironment', () => {
  it('passes what package clients need and no setting of the go command', () => {
    const env = {
      HOME: '/h',
      https_proxy: 'p',
      HTTPS_PROXY: 'p',
      GOFLAGS: '-x',
      GOTOOLCHAIN: 'local',
      SECRET_TOKEN: 't',
    };
    expect(clientEnvironment(env)).toEqual({ HOME: '/h', https_proxy: 'p', HTTPS_PROXY: 'p' });
  });
});

describe('zip', () => {
  it('is read by another implementation', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zip-'));
    const content = Buffer.from('hello '.repeat(1000));
    await writeFile(
      join(folder, 'x.zip'),
      zip([
        { name: 'a/b.txt', content },
        { name: 'c', content: Buffer.alloc(0) },
      ]),
    );
    execFileSync('python3', ['-m', 'zipfile', '-e', 'x.zip', 'out'], { cwd: folder, timeout: 20_000 });
    expect(await readFile(join(folder, 'out', 'a', 'b.txt'))).toEqual(content);
    await rm(folder, { recursive: true });
  });
});
