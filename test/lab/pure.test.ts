import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { excerpt } from '../../src/lab/normalise.ts';
import { run } from '../../src/lab/process.ts';
import { compareRows, formatResult, mergeRows } from '../../src/lab/results.ts';
import { clientEnvironment } from '../../src/lab/tools.ts';
import { zip } from '../../src/lab/zip.ts';

describe('excerpt', () => {
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
