import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBufGen } from '../../src/read/generation/buf-gen.ts';
import { damageText, SEED, withstand } from './damage.ts';

const V1 = `version: v1
managed:
  enabled: true
  go_package_prefix:
    default: example.com/gen
    except: [buf.build/googleapis/googleapis]
plugins:
  - plugin: go
    out: gen
    opt: paths=source_relative,Ma.proto=b
  - name: go-grpc
    path: ./bin/protoc-gen-go-grpc
    out: gen
  - plugin: buf.build/connectrpc/go:v1.18.1
    out: gen
  - plugin: java
    out: gen
  - plugin: go-vtproto
    path: [go, run, example.com/vt/cmd/protoc-gen-go-vtproto@v0.6.0]
    out: gen
`;

const V2 = `version: v2
managed:
  enabled: true
  override:
    - file_option: go_package_prefix
      path: a
      value: example.com/a
    - file_option: go_package_prefix
      value: example.com/all
plugins:
  - remote: buf.build/protocolbuffers/go:v1.36.6
    out: .
    opt: [paths=source_relative]
  - local: protoc-gen-go-grpc
    out: .
  - local: [go, tool, protoc-gen-go]
    out: .
  - local: [go, run, google.golang.org/protobuf/cmd/protoc-gen-go@v1.36.11]
    out: .
  - local: ./bin/protoc-gen-x
    out: .
  - protoc_builtin: cpp
    out: .
inputs:
  - directory: proto
  - module: buf.build/acme/api
`;

/** The YAML library is the slow part: short texts keep ten thousand of them cheap. */
const SMALL = [
  'version: v2\nplugins:\n  - remote: buf.build/grpc/go:v1\n    out: .\n  - local: [go, run, a@v1]\n    opt: [a, b]\n',
  'version: v1\nmanaged: {enabled: true, go_package_prefix: {default: a}}\nplugins:\n  - name: go\n    path: x\n',
  'version: v2\nmanaged:\n  override:\n    - file_option: go_package_prefix\n      value: a\ninputs: [directory: a]\n',
];

describe('readBufGen', () => {
  it('reads version 1', () => {
    expect(readBufGen(V1)).toEqual({
      version: 'v1',
      managed: true,
      goPackageRules: [
        { kind: 'prefix', value: 'example.com/gen', line: 5, column: 14 },
        { kind: 'no-prefix', value: '', module: 'buf.build/googleapis/googleapis', line: 5, column: 5 },
      ],
      errors: [],
      plugins: [
        { kind: 'local', name: 'go', out: 'gen', opt: ['paths=source_relative', 'Ma.proto=b'], line: 8, column: 5 },
        {
          kind: 'local',
          name: 'go-grpc',
          path: ['./bin/protoc-gen-go-grpc'],
          out: 'gen',
          opt: [],
          line: 11,
          column: 5,
        },
        {
          kind: 'remote',
          name: 'connect-go',
          remote: 'buf.build/connectrpc/go',
          version: 'v1.18.1',
          out: 'gen',
          opt: [],
          line: 14,
          column: 5,
        },
        { kind: 'builtin', name: 'java', out: 'gen', opt: [], line: 16, column: 5 },
        {
          kind: 'go-run',
          name: 'go-vtproto',
          path: ['go', 'run', 'example.com/vt/cmd/protoc-gen-go-vtproto@v0.6.0'],
          version: 'v0.6.0',
          out: 'gen',
          opt: [],
          line: 18,
          column: 5,
        },
      ],
    });
  });

  it('reads version 2', () => {
    const gen = readBufGen(V2);
    expect(gen).toMatchObject({ version: 'v2', managed: true, errors: [] });
    expect(gen.goPackageRules).toEqual([
      { kind: 'prefix', path: 'a', value: 'example.com/a', line: 5, column: 7 },
      { kind: 'prefix', value: 'example.com/all', line: 8, column: 7 },
    ]);
    expect(gen.inputs).toEqual([
      { kind: 'directory', value: 'proto', paths: [], excludePaths: [] },
      { kind: 'module', value: 'buf.build/acme/api', paths: [], excludePaths: [] },
    ]);
    expect(gen.plugins).toMatchObject([
      {
        kind: 'remote',
        name: 'go',
        remote: 'buf.build/protocolbuffers/go',
        version: 'v1.36.6',
        opt: ['paths=source_relative'],
        line: 11,
      },
      { kind: 'local', name: 'go-grpc', line: 14 },
      { kind: 'go-tool', name: 'go', path: ['go', 'tool', 'protoc-gen-go'] },
      { kind: 'go-run', name: 'go', version: 'v1.36.11' },
      { kind: 'local', name: 'x', path: ['./bin/protoc-gen-x'] },
      { kind: 'builtin', name: 'cpp' },
    ]);
  });

  it('reads v1beta1 and JSON', () => {
    expect(readBufGen('version: v1beta1\nmanaged: true\nplugins: [{name: go, out: gen}]')).toMatchObject({
      version: 'v1beta1',
      managed: true,
    });
    expect(readBufGen('{"version":"v2","plugins":[{"local":"protoc-gen-go","out":"."}]}').plugins).toMatchObject([
      { name: 'go' },
    ]);
  });

  it('tells what is wrong and reads the rest', () => {
    expect(readBufGen('').errors).toEqual(['not a mapping']);
    expect(readBufGen('plugins: [{out: x}]').errors).toEqual([
      'unknown version (missing)',
      '1 plugin(s) without a name',
    ]);
    expect(readBufGen('version: v3').errors).toEqual(['unknown version v3']);
  });

  it(`never throws (seed ${SEED})`, { timeout: 60_000 }, () => {
    withstand(SMALL, damageText, readBufGen);
    fc.assert(fc.property(fc.string(), (text) => Array.isArray(readBufGen(`version: v2\nplugins: ${text}`).plugins)));
  });
});
