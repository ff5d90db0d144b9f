import { gpb, PGG, PGO, pgg, pgo, protoc } from '../../kit/catalog.ts';
import type { ProtoCase, Variant } from '../../kit/proto-lab.ts';
import { GO_OUT, GRPC_OUT, protocGo, USER, WITH_OLD } from './sources.ts';

// What generated code says about who made it, and what it must not be taken for.

const part = 'headers';
const file = 'api/user.proto';
const SERVICE = `${USER}service Users { rpc Get(User) returns (User); }\n`;

/** Shows the head of a generated file, after it was made again by the same tools. */
const showing = (line: string, name: string): string[] => [line, `sed -n '1,/^package/p' ${name}`];

const MODERN = ['3.12.4', '21.12', '22.5', '25.9', '26.1', '29.6', '30.2', '32.0', '36.2'];

export const headerRows: readonly ProtoCase[] = [
  {
    id: 'header-of-protoc',
    part,
    title: {
      en: 'the release of protoc in the header, and the same protoc on the machine',
      zh: '文件头里的 protoc 版本，机器上是同一个 protoc',
    },
    files: { [file]: USER },
    lines: showing(protocGo(file), 'api/user.pb.go'),
    committed: 'and-makefile',
    never: ['generated-code-drift', 'generated-code-stale'],
    variants: {
      ...Object.fromEntries(MODERN.map((release): [string, Variant] => [release, { protoc: protoc(release) }])),
      buf: {
        files: {
          'buf.yaml': 'version: v2\n',
          'buf.gen.yaml':
            'version: v2\nplugins:\n  - local: protoc-gen-go\n    out: .\n    opt: paths=source_relative\n',
        },
        lines: showing('buf generate', 'api/user.pb.go'),
      },
    },
  },
  {
    id: 'header-of-protoc-gen-go',
    part,
    title: { en: 'the header by the release of protoc-gen-go', zh: '不同版本 protoc-gen-go 的文件头' },
    files: { [file]: USER },
    lines: showing(protocGo(file), 'api/user.pb.go'),
    committed: 'and-makefile',
    module: WITH_OLD,
    never: ['generated-code-drift', 'generated-code-stale'],
    variants: {
      'golang-protobuf-1.3.5': { plugins: [gpb('v1.3.5')] },
      'golang-protobuf-1.4.3': { plugins: [gpb('v1.4.3')] },
      'golang-protobuf-1.5.4': { plugins: [gpb('v1.5.4')] },
      '1.20.1': { plugins: [pgo('v1.20.1')] },
      '1.28.0': { plugins: [pgo('v1.28.0')] },
      '1.36.12': { plugins: [PGO] },
    },
  },
  {
    id: 'header-of-protoc-gen-go-grpc',
    part,
    title: { en: 'the header by the release of protoc-gen-go-grpc', zh: '不同版本 protoc-gen-go-grpc 的文件头' },
    files: { [file]: SERVICE },
    lines: showing(`protoc -I. ${GO_OUT} ${GRPC_OUT} ${file}`, 'api/user_grpc.pb.go'),
    committed: 'and-makefile',
    module: {
      require: { 'google.golang.org/grpc': 'v1.64.0', ...{ 'google.golang.org/protobuf': PGO.version } },
      imports: ['google.golang.org/grpc', 'google.golang.org/protobuf/proto'],
    },
    never: ['generated-code-drift', 'generated-code-stale'],
    variants: Object.fromEntries(
      [pgg('v1.0.0'), pgg('v1.1.0'), pgg('v1.3.0'), pgg('v1.5.1'), PGG].map((plugin): [string, Variant] => [
        plugin.version.slice(1),
        { plugins: [PGO, plugin] },
      ]),
    ),
  },
  {
    id: 'version-answers',
    part: 'services',
    title: { en: 'what plugins answer to --version', zh: '插件对 --version 的回答' },
    files: { [file]: USER },
    lines: ['protoc-gen-go --version'],
    variants: {
      'protoc-gen-go-1.28.0': { plugins: [pgo('v1.28.0')] },
      'golang-protobuf-1.5.4': { plugins: [gpb('v1.5.4')] },
      'protoc-gen-go-grpc-1.0.0': { plugins: [PGO, pgg('v1.0.0')], lines: ['protoc-gen-go-grpc --version'] },
      'protoc-gen-go-grpc-1.5.1': { plugins: [PGO, pgg('v1.5.1')], lines: ['protoc-gen-go-grpc --version'] },
    },
    beyondDoctor: true,
  },
];
