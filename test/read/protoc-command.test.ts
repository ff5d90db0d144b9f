import { describe, expect, it } from 'vitest';
import { type ProtocCommand, parseProtocCommands } from '../../src/read/generation/protoc-command.ts';
import { readShell } from '../../src/read/shell/shell-words.ts';
import { damageText, SEED, withstand } from './damage.ts';

function commands(text: string): ProtocCommand[] {
  return parseProtocCommands(readShell(text));
}

function only(text: string): ProtocCommand {
  const all = commands(text);
  expect(all).toHaveLength(1);
  return all[0] as ProtocCommand;
}

const FULL = `protoc -I. -I=third_party:api --proto_path proto --plugin=protoc-gen-go=bin/gen --plugin bin/protoc-gen-go-grpc.exe \\
  --go_out=plugins=grpc,paths=source_relative:gen --go_opt=module=x,Ma.proto=y --go-grpc_out gen a.proto b/*.proto`;

describe('parseProtocCommands', () => {
  it('reads the flags of protoc', () => {
    expect(only(FULL)).toMatchObject({
      tool: 'protoc',
      program: 'protoc',
      outs: [
        {
          plugin: 'go',
          dir: 'gen',
          options: ['plugins=grpc', 'paths=source_relative', 'module=x', 'Ma.proto=y'],
          line: 2,
          column: 3,
        },
        { plugin: 'go-grpc', dir: 'gen', options: [], text: '--go-grpc_out', line: 2 },
      ],
      plugins: [
        { name: 'protoc-gen-go', path: 'bin/gen' },
        { name: 'protoc-gen-go-grpc', path: 'bin/protoc-gen-go-grpc.exe' },
      ],
      protoPaths: ['.', 'third_party', 'api', 'proto'],
      inputs: ['a.proto', 'b/*.proto'],
      unresolved: [],
      commented: false,
    });
  });

  it('splits options and folder where protoc does', () => {
    expect(only('protoc --go_out=:pb a.proto').outs[0]).toMatchObject({ dir: 'pb', options: [] });
    expect(only('protoc --go_out=C:\\\\gen a.proto').outs[0]).toMatchObject({ dir: 'C:\\gen', options: [] });
    expect(only(`protoc --go_out=\${O:?no} a.proto`).outs[0]).toMatchObject({ dir: `\${O:?no}` });
    expect(only('protoc --go_out=a=b:C:\\\\gen a.proto').outs[0]).toMatchObject({ dir: 'C:\\gen', options: ['a=b'] });
  });

  it('applies options that stand before the output', () => {
    expect(only('protoc --go_opt paths=source_relative --include_imports --go_out . a.proto')).toMatchObject({
      outs: [{ options: ['paths=source_relative'], dir: '.' }],
      inputs: ['a.proto'],
    });
  });

  it.each([
    'run protoc --go_out=. a.proto',
    'sudo ./bin/protoc-3.20.3 --go_out=. a.proto',
    'find . -name "*.proto" -exec protoc --go_out=. {} \\;',
    'ls *.proto | xargs protoc --go_out=.',
    'docker run --rm -v $PWD:/w some/protoc:3.20 --go_out=. a.proto',
    'python3 -m grpc_tools.protoc -I. --python_out=. a.proto',
    `\${PROTOC} -I. $FLAGS a.proto`,
    'if ! protoc --go_out=. a.proto; then exit 1; fi',
    'protoc $ALL',
  ])('finds %s', (text) => {
    expect(only(text).tool).toBe('protoc');
  });

  it.each([
    'protoc --version',
    'which protoc',
    'command -v protoc',
    'echo protoc --go_out=. a.proto',
    'echo "protoc --go_out=. a.proto"',
    'brew install protoc',
    'unzip protoc.zip -d protoc',
    'rm -rf protoc a.proto',
    'buf lint',
    'buf format -w generate',
    'go install google.golang.org/protobuf/cmd/protoc-gen-go@latest',
  ])('does not take %s for a generation', (text) => {
    expect(commands(text)).toEqual([]);
  });

  it('marks containers and comments', () => {
    expect(only('docker run img protoc --go_out=. a.proto').container).toBe(true);
    expect(only('# protoc --go_out=. a.proto').commented).toBe(true);
  });

  it.each([
    'buf generate',
    'buf --debug generate',
    'go run github.com/bufbuild/buf/cmd/buf@v1.45.0 generate',
    'go tool buf generate',
    'npx @bufbuild/buf generate',
    'docker run --rm bufbuild/buf:1.28.1 generate',
  ])('finds %s', (text) => {
    expect(only(text).tool).toBe('buf');
  });

  it('reads the flags of buf', () => {
    expect(only('buf generate --template=x.gen.yaml -o out --path a/b.proto proto --include-imports')).toMatchObject({
      template: 'x.gen.yaml',
      output: 'out',
      inputs: ['proto', 'a/b.proto'],
      outs: [],
    });
  });

  it(`never throws (seed ${SEED})`, { timeout: 60_000 }, () => {
    withstand([FULL, 'buf generate --template x -o'], damageText, commands);
  });
});
