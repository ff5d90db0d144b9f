import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/lab/paths.ts';
import { bare, cli, example, scratch } from '../support/cli.ts';

const logs = join(packageRoot(), 'test', 'read', 'logs');

let root: string;
let remove: () => void;

beforeAll(async () => {
  ({ root, remove } = await scratch('download-log'));
});
afterAll(() => remove());

/** Lines are broken anywhere in a long address. */
const flat = (text: string): string => text.replace(/\s+/g, '');

describe('check --download-log', () => {
  it.each([
    ['a file that is not there', 'nowhere.log', 'grpc-doctor: nowhere.log does not exist\n'],
    ['a folder', '.', 'grpc-doctor: . is not a regular file\n'],
    ['no value', '', 'grpc-doctor: --download-log needs a value\n'],
  ])('%s: one line, exit code 2', async (_, file, line) => {
    const run = await cli(['check', example, '--download-log', file], { cwd: root, env: bare });
    expect(run).toMatchObject({ code: 2, stdout: '', stderr: line });
  });

  it('tells in the card what was asked of whom, and who did not answer', async () => {
    const file = join(logs, 'go1.26.8-late-killed.log');
    const { stdout } = await cli(['check', example, '-v', '--download-log', file], {
      env: bare,
    });
    const card = flat(stdout.slice(stdout.indexOf('download log')));
    expect(card).toContain(
      flat('proxy.example  4 requests · 404: 2 · slowest 1.005 s: http://proxy.example/example.com/m1'),
    );
    expect(card).toContain(flat('no answer to http://proxy.example/example.com/m2/@v/v1.0.0.mod (line 8)'));
    expect(card).toContain(flat('example.com    2 requests · failed: 2'));
  });

  it('tells, in the card too, that a file holds no request', async () => {
    const { stdout, stderr } = await cli(['check', example, '-v', '--download-log', join(example, 'go.mod')], {
      env: bare,
    });
    expect(flat(stdout)).toContain(flat('download log no request in it: go mod download -x prints them'));
    expect(stderr).toContain(`no requests in ${join(example, 'go.mod')}: is it what go mod download -x printed?`);
  });

  it('reads what Windows PowerShell writes, and no secret gets out', async () => {
    const text = readFileSync(join(logs, 'go1.26.8-ok.log'), 'utf8').replaceAll('//proxy.', '//ann:hunter2@proxy.');
    const file = join(root, 'utf16.log');
    writeFileSync(file, `\ufeff${text.replaceAll('\n', '\r\n')}`, 'utf16le');
    const { stdout } = await cli(['check', example, '-v', '--download-log', file], {
      env: bare,
    });
    expect(flat(stdout)).toContain(
      flat('proxy.example  23 requests · 200: 23 · slowest 0.063 s: https://***@proxy.example/'),
    );
    expect(stdout).not.toContain('hunter2');
  });
});
