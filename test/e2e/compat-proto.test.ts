import { Ajv2020 } from 'ajv/dist/2020.js';
import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schemas } from '../../src/report/schema.ts';
import { type CliRun, cli, faults, plant, scratch } from '../support/cli.ts';

let root: string;
let remove: () => void;
/** A module whose .proto files want more than its tools know. */
let old: string;

beforeAll(async () => {
  ({ root, remove } = await scratch('compat-proto'));
  old = plant(`${root}/old`, {
    'go.mod':
      'module example.com/a\n\ngo 1.21\n\nrequire (\n\tgoogle.golang.org/grpc v1.60.1\n\tgoogle.golang.org/protobuf v1.31.0\n)\n',
    'pb/a.proto':
      'edition = "2023";\npackage a.v1;\noption go_package = "example.com/a/pb";\nservice A { rpc Do(stream M) returns (M); }\nmessage M {}\n',
    'pb/b.proto':
      'syntax = "proto3";\npackage b.v1;\noption go_package = "example.com/a/pb";\nmessage N { optional string text = 1; }\n',
    Makefile:
      'proto:\n\tprotoc --go_out=. --go-grpc_out=. pb/a.proto pb/b.proto\n\ntools:\n\tgo install google.golang.org/grpc/cmd/protoc-gen-go-grpc@v1.3.0\n\tgo install google.golang.org/protobuf/cmd/protoc-gen-go@v1.31.0\n',
  });
});
afterAll(() => remove());

async function compat(args: readonly string[]): Promise<CliRun> {
  const ran = await cli(['compat', 'proto', ...args]);
  expect(faults(ran)).toEqual([]);
  return ran;
}

/** Tables get younger; what they say here does not change. */
function undated(text: string): string {
  return text.replaceAll(/\d{4}-\d{2}-\d{2}/g, 'YYYY-MM-DD').replaceAll(root, 'ROOT');
}

const questions: Readonly<Record<string, readonly string[]>> = {
  'the pair of the article': ['--protoc', '3.21.12', '--protoc-gen-go', 'v1.28.0', '--feature', 'optional'],
  'an edition that is too new': [
    ...['--protoc=26.1', '--protoc-gen-go=v1.33.0', '--protobuf=v1.32.0', '--protoc-gen-go-grpc=v1.4.0'],
    ...['--grpc=v1.62.1', '--feature=edition-2023'],
  ],
  'protoc of Maven, which needs a flag': ['--protoc', '3.12.4', '--feature', 'optional'],
};

describe.each(Object.entries(questions))('%s', (_, args) => {
  it.each(['en', 'zh'])('in %s', async (lang) => {
    const { stdout, stderr } = await compat([...args, '--lang', lang]);
    expect(stderr).toBe('');
    expect(undated(stdout)).toMatchSnapshot();
  });
});

describe('a project', () => {
  it.each(['en', 'zh'])('in %s', async (lang) => {
    const { stdout, code } = await compat([old, '--protoc', '26.1', '--lang', lang]);
    expect(code).toBe(1);
    expect(undated(stdout)).toMatchSnapshot();
  });

  it('without .proto files says so in a line', async () => {
    const folder = plant(`${root}/none`, { 'go.mod': 'module example.com/none\n\ngo 1.21\n' });
    const { stderr, code } = await compat([folder]);
    expect({ code, stderr: stderr.trim().split('\n').length }).toEqual({ code: 0, stderr: 1 });
  });
});

describe('JSON', () => {
  const validate = new Ajv2020({ strict: false }).compile(schemas['compat-proto'] ?? {});

  it('has the published shape, and is the same every time', async () => {
    for (const args of [...Object.values(questions), [old], [old, '--protoc', '26.1']]) {
      const first = await compat([...args, '--format', 'json']);
      expect(validate(JSON.parse(first.stdout)), JSON.stringify(validate.errors)).toBe(true);
      expect((await compat([...args, '--format', 'json'])).stdout).toBe(first.stdout);
    }
  });
});

describe('exit codes', () => {
  it.each<[string, readonly string[], number]>([
    ['it fits', ['--protoc', '27.0', '--protoc-gen-go', '1.34.0', '--feature', 'edition-2023'], 0],
    ['it does not', ['--protoc', '26.1', '--feature', 'edition-2023'], 1],
    ['nothing is asked for', ['--protoc', '26.1'], 0],
  ])('%s: %s', async (_, args, code) => {
    expect((await compat(args)).code).toBe(code);
  });

  it.each<[readonly string[], RegExp]>([
    [['--protoc', '26'], /26 is not a value of --protoc: it takes a release such as 27\.0, 3\.21\.12/],
    [['--protoc', '(unknown)'], /not a value of --protoc/],
    [['--protoc', '\u001b[31m3'], /not a value of --protoc/],
    [['--protoc-gen-go', '1.28.9'], /v1\.28\.9 was never published/],
    [['--feature', 'editions'], /editions is not a value of --feature/],
    [['--go', '1.22'], /--go does not go with compat proto/],
    [['a', 'b'], /too many arguments: b/],
    [['no-such-folder'], /no-such-folder does not exist/],
  ])('%j is wrong use: one clear line and 2', async (args, message) => {
    const { code, stdout, stderr } = await compat(args);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('its options go with nothing else', async () => {
    const { code, stderr } = await cli(['compat', '--protoc', '27.0']);
    expect(stderr).toMatch(/--protoc goes with: grpc-doctor compat proto/);
    expect(code).toBe(2);
  });
});

it('no line is wider than the page, unless it is there to be copied', async () => {
  for (const lang of ['en', 'zh'])
    for (const args of [...Object.values(questions), [old, '--protoc', '26.1']]) {
      const { stdout } = await compat([...args, '--lang', lang]);
      expect(stdout.split('\n').filter((line) => stringWidth(line) > 80 && !/^ {4}go /.test(line))).toEqual([]);
    }
});
