import { GRPC, gpb, OLD_PROTOBUF, PGG, PGO, PROTOBUF, pgg, pgo, protoc } from '../../kit/catalog.ts';
import type { GoModule, ProtoCase, Variant } from '../../kit/proto-lab.ts';
import type { PluginTool } from '../../kit/tools.ts';
import { error, GO_OUT, GRPC_OUT, goPackage, protocGo } from './sources.ts';

// Generated code that is committed, and the modules that it is built with.

const file = 'api/user.proto';
const head = `package api;\n${goPackage('example.com/app/api')}\n`;
const app = 'example.com/app';

const PLAIN = `syntax = "proto3";\n${head}message User {\n  string name = 1;\n  map<string, int32> scores = 2;\n}\n`;
const OPTIONAL = `syntax = "proto3";\n${head}message User {\n  string name = 1;\n  optional string nickname = 2;\n}\n`;
const edition = (year: number) => `edition = "${year}";\n${head}message User {\n  string name = 1;\n}\n`;

/** protobuf at a version, for programs that generated code of APIv2 is built into. */
const runtime = (version: string): GoModule => ({
  require: { [PROTOBUF]: version },
  imports: [`${PROTOBUF}/proto`, `${PROTOBUF}/reflect/protoreflect`, `${PROTOBUF}/runtime/protoimpl`],
});

/** Both APIs, each at a version; `replaced` puts another one into the place of the older. */
const both = (version: string, old: string, replaced?: string): GoModule => ({
  require: { [PROTOBUF]: version, [OLD_PROTOBUF]: old },
  imports: [...runtime(version).imports, `${OLD_PROTOBUF}/proto`],
  ...(replaced !== undefined && { replace: `${OLD_PROTOBUF} => ${OLD_PROTOBUF} ${replaced}` }),
});

/** Encodes one message and reads it back. */
const program = (
  functions: string = `${PROTOBUF}/proto`,
  value = 'api.User{}',
  then = 'err = proto.Unmarshal(raw, &api.User{})',
): string => `package main

import (
	"fmt"

	"${functions}"

	"${app}/api"
)

func main() {
	raw, err := proto.Marshal(&${value})
	if err == nil {
		${then}
	}
	fmt.Println(len(raw), err)
}
`;

interface Built {
  readonly plugin: PluginTool;
  readonly module: GoModule;
  readonly expect?: Variant['expect'];
  readonly main?: string;
}

/** Variants by generator and runtime. */
function built(rows: Readonly<Record<string, Built>>): Record<string, Variant> {
  return Object.fromEntries(
    Object.entries(rows).map(([name, { plugin, module, expect, main }]) => [
      name,
      {
        plugins: [plugin],
        module,
        ...(expect && { expect }),
        ...(main !== undefined && { files: { 'main.go': main } }),
      },
    ]),
  );
}

/** At what the runtime does not know: the field, the descriptor, or the call. */
const newer = (line: number) => error('generated-code-newer-than-protobuf', `api/user.pb.go:${line}`);
const part = 'runtimes';
const committed = { committed: 'only', lines: [protocGo(file)], program: ['go', 'run', '.'] } as const;

/** One service without streams, and one with each of the four kinds. */
const service = (streams: boolean): string =>
  `syntax = "proto3";\n${head}message User {\n  string name = 1;\n}\nservice Users {\n  rpc Get(User) returns (User);\n${
    streams
      ? '  rpc Put(stream User) returns (User);\n  rpc List(User) returns (stream User);\n  rpc Chat(stream User) returns (stream User);\n'
      : ''
  }}\n`;

const onGrpc = (version: string, go = '1.23', protobuf = 'v1.36.12'): GoModule => ({
  require: { [GRPC]: version, [PROTOBUF]: protobuf },
  imports: [GRPC, `${GRPC}/codes`, `${GRPC}/status`, ...runtime(protobuf).imports],
  go,
});

const server = `package main

import "${app}/api"

type users struct{ api.UnimplementedUsersServer }

func main() {
	var _ api.UsersServer = users{}
	println("started")
}
`;

export const runtimeFaults: readonly ProtoCase[] = [
  {
    id: 'runtime-plain',
    part,
    title: { en: 'new code of plain proto3, old protobuf', zh: '新生成的普通 proto3 代码，旧的 protobuf' },
    files: { [file]: PLAIN, 'main.go': program() },
    ...committed,
    variants: built({
      '1.36.12-on-1.20.1': { plugin: PGO, module: runtime('v1.20.1') },
      '1.36.12-on-1.25.0': { plugin: PGO, module: runtime('v1.25.0') },
      '1.28.0-on-1.20.1': { plugin: pgo('v1.28.0'), module: runtime('v1.20.1') },
    }),
  },
  {
    id: 'runtime-optional',
    part,
    title: { en: 'code with proto3 optional, old protobuf', zh: '含 proto3 optional 的代码，旧的 protobuf' },
    files: { [file]: OPTIONAL, 'main.go': program() },
    ...committed,
    variants: built({
      '1.36.12-on-1.20.1': { plugin: PGO, module: runtime('v1.20.1'), expect: newer(27) },
      '1.28.0-on-1.21.0': { plugin: pgo('v1.28.0'), module: runtime('v1.21.0'), expect: newer(29) },
      '1.28.0-on-1.22.0': { plugin: pgo('v1.28.0'), module: runtime('v1.22.0') },
      '1.36.12-on-1.25.0': { plugin: PGO, module: runtime('v1.25.0') },
      '1.28.0-on-1.28.0': { plugin: pgo('v1.28.0'), module: runtime('v1.28.0') },
    }),
  },
  {
    id: 'runtime-edition-2023',
    part,
    title: { en: 'code of edition 2023, old protobuf', zh: 'edition 2023 的代码，旧的 protobuf' },
    files: { [file]: edition(2023), 'main.go': program() },
    ...committed,
    protoc: protoc('36.2'),
    variants: built({
      '1.36.12-on-1.28.0': { plugin: PGO, module: runtime('v1.28.0'), expect: newer(70) },
      '1.36.12-on-1.32.0': { plugin: PGO, module: runtime('v1.32.0'), expect: newer(70) },
      '1.36.12-on-1.33.0': { plugin: PGO, module: runtime('v1.33.0') },
    }),
  },
  {
    id: 'runtime-edition-2024',
    part,
    title: { en: 'code of edition 2024, old protobuf', zh: 'edition 2024 的代码，旧的 protobuf' },
    files: { [file]: edition(2024), 'main.go': program() },
    ...committed,
    protoc: protoc('36.2'),
    variants: built({
      '1.36.12-on-1.33.0': { plugin: PGO, module: runtime('v1.33.0'), expect: newer(26) },
      '1.36.12-on-1.35.2': { plugin: PGO, module: runtime('v1.35.2'), expect: newer(26) },
      '1.36.12-on-1.36.0': { plugin: PGO, module: runtime('v1.36.0') },
    }),
  },
  {
    id: 'runtime-newer',
    part,
    title: { en: 'old generated code, new protobuf', zh: '旧的生成代码，新的 protobuf' },
    files: { [file]: PLAIN, 'main.go': program() },
    ...committed,
    variants: built({
      '1.20.1': { plugin: pgo('v1.20.1'), module: both('v1.36.12', 'v1.5.4') },
      '1.21.0': { plugin: pgo('v1.21.0'), module: both('v1.36.12', 'v1.5.4') },
      '1.25.0': { plugin: pgo('v1.25.0'), module: both('v1.36.12', 'v1.5.4') },
      '1.26.0': { plugin: pgo('v1.26.0'), module: runtime('v1.36.12') },
    }),
  },
  {
    id: 'own-nil-pointer',
    part,
    title: {
      en: "a nil pointer of the program's own, from *m.Nickname",
      zh: '程序自己写的 *m.Nickname 造成的空指针',
    },
    files: { [file]: OPTIONAL, 'main.go': program(undefined, 'api.User{Name: *(&api.User{}).Nickname}') },
    ...committed,
    beyondDoctor: true,
    never: ['generated-code-newer-than-protobuf'],
    variants: built({ 'article-pair': { plugin: pgo('v1.28.0'), module: runtime('v1.28.0') } }),
  },
  {
    id: 'two-apis',
    part: 'apis',
    title: { en: 'messages of one API, functions of the other', zh: '一种 API 的消息，另一种 API 的函数' },
    files: { [file]: PLAIN, 'main.go': program(`${OLD_PROTOBUF}/proto`) },
    ...committed,
    variants: built({
      'old-message-old-functions-1.3.5': {
        plugin: gpb('v1.3.5'),
        module: { require: { [OLD_PROTOBUF]: 'v1.3.5' }, imports: [`${OLD_PROTOBUF}/proto`] },
      },
      'old-message-old-functions-1.5.4': { plugin: gpb('v1.3.5'), module: both('v1.36.12', 'v1.5.4') },
      'old-message-new-functions': {
        plugin: gpb('v1.3.5'),
        module: both('v1.36.12', 'v1.5.4'),
        main: program(),
        expect: error('mixed-protobuf-apiv1-v2', 'main.go:12'),
      },
      '1.25.0-replaced-by-1.3.5': {
        plugin: pgo('v1.25.0'),
        module: both('v1.25.0', 'v1.4.0', 'v1.3.5'),
        main: program(),
        expect: newer(26),
      },
      '1.28.0-replaced-by-1.3.5': {
        plugin: pgo('v1.28.0'),
        module: both('v1.36.12', 'v1.5.4', 'v1.3.5'),
        // Encoding succeeds, reading back panics.
        expect: error('mixed-protobuf-apiv1-v2', 'main.go:14'),
      },
      '1.28.0-not-replaced': { plugin: pgo('v1.28.0'), module: both('v1.36.12', 'v1.5.4') },
      'gogo-functions': {
        plugin: PGO,
        module: {
          require: { 'github.com/gogo/protobuf': 'v1.3.2', [PROTOBUF]: 'v1.36.12' },
          imports: [...runtime('v1.36.12').imports, 'github.com/gogo/protobuf/proto'],
        },
        main: program('github.com/gogo/protobuf/proto'),
        expect: error('mixed-protobuf-apiv1-v2', 'main.go:14'),
      },
    }),
  },
  {
    id: 'grpc-constant',
    part: 'services',
    title: { en: 'the constant of protoc-gen-go-grpc, and grpc-go', zh: 'protoc-gen-go-grpc 写的常量与 grpc-go' },
    files: { [file]: service(false), 'main.go': server },
    lines: [`protoc -I. ${GO_OUT} ${GRPC_OUT} ${file}`],
    committed: 'only',
    program: ['go', 'run', '.'],
    variants: {
      '1.0.0-on-1.31.0': {
        plugins: [pgo('v1.28.0'), pgg('v1.0.0')],
        module: onGrpc('v1.31.0', '1.16', 'v1.28.0'),
        expect: error('generated-code-newer-than-grpc', 'api/user_grpc.pb.go:14'),
      },
      '1.3.0-on-1.61.0': { plugins: [PGO, pgg('v1.3.0')], module: onGrpc('v1.61.0') },
      '1.4.0-on-1.61.0': {
        plugins: [PGO, pgg('v1.4.0')],
        module: onGrpc('v1.61.0'),
        expect: error('generated-code-newer-than-grpc', 'api/user_grpc.pb.go:19'),
      },
      '1.4.0-on-1.63.2': { plugins: [PGO, pgg('v1.4.0')], module: onGrpc('v1.63.2') },
      '1.6.2-on-1.63.2': {
        plugins: [PGO, PGG],
        module: onGrpc('v1.63.2'),
        expect: error('generated-code-newer-than-grpc', 'api/user_grpc.pb.go:19'),
      },
      '1.6.2-on-1.63.2-streams': {
        files: { [file]: service(true) },
        plugins: [PGO, PGG],
        module: onGrpc('v1.63.2'),
        expect: error('generated-code-newer-than-grpc', 'api/user_grpc.pb.go:19'),
      },
      '1.6.2-on-1.64.0-streams': {
        files: { [file]: service(true) },
        plugins: [PGO, PGG],
        module: onGrpc('v1.64.0'),
      },
    },
  },
  {
    id: 'unimplemented-not-embedded',
    part: 'services',
    title: { en: 'a server without UnimplementedUsersServer', zh: '服务端没有内嵌 UnimplementedUsersServer' },
    files: {
      [file]: service(false),
      'server.go': `package main

import (
	"context"

	"google.golang.org/grpc"

	"${app}/api"
)

type users struct{}

func (users) Get(ctx context.Context, in *api.User) (*api.User, error) { return in, nil }

func main() {
	api.RegisterUsersServer(grpc.NewServer(), users{})
}
`,
    },
    lines: [`protoc -I. ${GO_OUT} ${GRPC_OUT} ${file}`],
    committed: 'only',
    plugins: [PGO, PGG],
    module: onGrpc('v1.64.0'),
    program: ['go', 'build', './...'],
    variants: {
      // Where the embedded field is missing; the compiler names the call that wants it.
      without: { expect: error('unimplemented-embed', 'server.go:11') },
      'not-required': {
        lines: [
          `protoc -I. ${GO_OUT} --go-grpc_out=paths=source_relative,require_unimplemented_servers=false:. ${file}`,
        ],
      },
    },
  },
];
