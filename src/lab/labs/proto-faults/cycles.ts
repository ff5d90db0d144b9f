import type { ProtoCase, Variant } from '../../kit/proto-lab.ts';
import { error, FEW, GO_OUT, goPackage, MAKE_LINE, over, protocGo, RELEASES, warning } from './sources.ts';

// Files and Go packages that wait for each other, and names that stand for two files or two files that have one name.

const part = 'names';
const makefile = `Makefile:${MAKE_LINE}`;

/** A file with one message, which uses one of every import. */
function proto(pkg: string, goPath: string, message: string, imports: Readonly<Record<string, string>> = {}): string {
  const uses = Object.values(imports).map((type, index) => `  ${type} field${index} = ${index + 2};\n`);
  const lines = Object.keys(imports).map((name) => `import "${name}";\n`);
  return `syntax = "proto3";\npackage ${pkg};\n${lines.join('')}${goPackage(goPath)}\nmessage ${message} {\n  string id = 1;\n${uses.join('')}}\n`;
}

const app = 'example.com/app';

// The first import stands in line 3 of every file.
const FILE_CYCLE = {
  'api/v1/user.proto': proto('api.v1', `${app}/api/v1`, 'User', { 'api/v1/role.proto': 'Role' }),
  'api/v1/role.proto': proto('api.v1', `${app}/api/v1`, 'Role', { 'api/v1/user.proto': 'User' }),
};
/** The same two as a FileDescriptorSet. All its bytes are below 128, so a text can hold it. */
const CYCLE_SET = fileOfSet('User', 'role') + fileOfSet('Role', 'user');
const cycle = error('import-cycle-proto', 'api/v1/user.proto:3');

const BUF = { 'buf.yaml': 'version: v2\n' };
const MINIMAL = { 'buf.yaml': 'version: v2\nlint:\n  use:\n    - MINIMAL\n  except:\n    - PACKAGE_DIRECTORY_MATCH\n' };
const BUF_GEN = {
  'buf.gen.yaml': 'version: v2\nplugins:\n  - local: protoc-gen-go\n    out: .\n    opt: module=example.com/app\n',
};
const twoModules = { 'buf.yaml': 'version: v2\nmodules:\n  - path: a\n  - path: b\n' };

/** The same files in a project that buf generates. */
const byBuf = (expect?: Variant['expect'], files: Readonly<Record<string, string>> = BUF): Variant => ({
  files: { ...files, ...BUF_GEN },
  lines: ['buf generate'],
  ...(expect && { expect }),
});

/** Three packages in a row, of which the first and the last are one Go package. */
const GO_CYCLE = {
  'a/a1.proto': proto('a', `${app}/a`, 'A1'),
  'b/b1.proto': proto('b', `${app}/b`, 'B1', { 'a/a1.proto': 'a.A1' }),
  'a/a2.proto': proto('a', `${app}/a`, 'A2', { 'b/b1.proto': 'b.B1' }),
};
const GO_CYCLE_AT = error('import-cycle-go', 'b/b1.proto:3');
/** buf takes the files in the order of their names. */
const GO_CYCLE_BUF = error('import-cycle-go', 'a/a2.proto:3');

const GO_CYCLE_BLIND = {
  'p1/p1.proto': proto('p1', `${app}/shared`, 'P1'),
  'p2/p2.proto': proto('p2', `${app}/p2`, 'P2', { 'p1/p1.proto': 'p1.P1' }),
  'p3/p3.proto': proto('p3', `${app}/shared`, 'P3', { 'p2/p2.proto': 'p2.P2' }),
};

const PROTO_CYCLE = {
  'a/a1.proto': proto('a', `${app}/a1`, 'A1'),
  'b/b1.proto': proto('b', `${app}/b1`, 'B1', { 'a/a1.proto': 'a.A1' }),
  'a/a2.proto': proto('a', `${app}/a2`, 'A2', { 'b/b1.proto': 'b.B1' }),
};

const byModule = (...files: string[]): string => `protoc -I. --go_out=. --go_opt=module=${app} ${files.join(' ')}`;
const importAll = ['go', 'build', './...'];

/** Where files are compiled together, though each names only what lies by its side. */
const SAME_NAME = {
  'a/common.proto': proto('a', `${app}/gen/a`, 'A'),
  'b/common.proto': proto('b', `${app}/gen/b`, 'B'),
};

const ALIAS_USER = proto('api.v1', `${app}/api/v1`, 'User');

/** A file that is imported as `v1/user.proto`, and generated as `api/v1/user.proto`. */
const ALIAS = {
  'api/v1/user.proto': ALIAS_USER,
  'api/v1/role.proto': proto('api.v1', `${app}/api/role`, 'Role', { 'v1/user.proto': 'User' }),
  'main.go': aliasProgram(),
};
const ALIAS_LINES = [
  `protoc -I. --go_out=. --go_opt=module=${app} api/v1/user.proto`,
  `protoc -Iapi --go_out=. --go_opt=module=${app} v1/role.proto`,
];
const ALIAS_MENDED = ['user', 'role'].map((name) => `protoc -Iapi --go_out=. --go_opt=module=${app} v1/${name}.proto`);

/** A program that links both packages. */
const linking = (...packages: string[]): string =>
  `package main\n\nimport (\n${packages.map((path) => `\t_ "${app}/${path}"\n`).join('')})\n\nfunc main() { println("started") }\n`;

const separately = [
  `protoc -Ia --go_out=. --go_opt=module=${app} common.proto`,
  `protoc -Ib --go_out=. --go_opt=module=${app} common.proto`,
];
const SAME_FILE_NAME = { ...SAME_NAME, 'main.go': linking('gen/a', 'gen/b') };
const SAME_SYMBOL = {
  'a/a.proto': proto('x.a', `${app}/gen/a`, 'M'),
  'b/b.proto': proto('x.a', `${app}/gen/b`, 'M'),
  'main.go': linking('gen/a', 'gen/b'),
};
const sameSymbolLines = [byModule('a/a.proto'), byModule('b/b.proto')];

export const cycleFaults: readonly ProtoCase[] = [
  {
    id: 'file-cycle',
    part,
    title: { en: 'two files import each other', zh: '两个文件互相导入' },
    files: FILE_CYCLE,
    lines: [protocGo('api/v1/user.proto', 'api/v1/role.proto')],
    variants: {
      ...over(RELEASES, cycle),
      // buf takes the files in the order of their names.
      buf: byBuf(error('import-cycle-proto', 'api/v1/role.proto:3'), BUF),
      'one-call-per-file': {
        lines: [protocGo('api/v1/user.proto'), protocGo('api/v1/role.proto')],
        expect: cycle,
      },
      'two-names': {
        files: {
          'api/v1/user.proto': proto('api.v1', `${app}/api/v1`, 'User', { 'v1/role.proto': 'Role' }),
        },
        lines: [`protoc -I. -I./api ${GO_OUT} api/v1/user.proto`],
        expect: cycle,
      },
      without: {
        files: { 'api/v1/role.proto': proto('api.v1', `${app}/api/v1`, 'Role') },
        program: importAll,
      },
    },
  },
  {
    id: 'file-cycle-in-descriptor-set',
    part,
    title: {
      en: 'two files import each other inside a descriptor set, where no .proto file is',
      zh: '描述符集里的两个文件互相导入，没有 .proto 文件',
    },
    files: { 'api.binpb': CYCLE_SET },
    lines: [`protoc --descriptor_set_in=api.binpb ${GO_OUT} api/v1/user.proto`],
    beyondDoctor: true,
    variants: over(['3.6.1', ...FEW]),
  },
  {
    id: 'file-cycle-two-roots',
    part,
    title: { en: 'two files of two roots import each other', zh: '两个根目录下的文件互相导入' },
    files: {
      'a/v1/user.proto': proto('api.v1', `${app}/api/v1`, 'User', { 'v1/role.proto': 'Role' }),
      'b/v1/role.proto': proto('api.v1', `${app}/api/v1`, 'Role', { 'v1/user.proto': 'User' }),
    },
    lines: [`protoc -Ia -Ib ${GO_OUT} a/v1/user.proto b/v1/role.proto`],
    variants: {
      ...over(['3.6.1', ...FEW], error('import-cycle-proto', 'a/v1/user.proto:3')),
      buf: byBuf(error('import-cycle-proto', 'a/v1/user.proto:3'), twoModules),
    },
  },
  {
    id: 'self-import',
    part,
    title: { en: 'a file imports itself', zh: '文件导入自己' },
    files: { 'self.proto': proto('self', `${app}/self`, 'Self', { 'self.proto': 'Self' }) },
    lines: [protocGo('self.proto')],
    variants: {
      ...over(['3.6.1', ...FEW], error('import-cycle-proto', 'self.proto:3')),
      buf: byBuf(error('import-cycle-proto', 'self.proto:3'), BUF),
    },
  },
  {
    id: 'go-package-cycle',
    part,
    title: { en: 'Go packages that import each other, files that do not', zh: 'Go 包循环导入，文件之间没有循环' },
    files: GO_CYCLE,
    lines: [byModule('a/a1.proto', 'b/b1.proto', 'a/a2.proto')],
    program: importAll,
    variants: {
      ...over(FEW, GO_CYCLE_AT),
      'one-call-per-file': {
        lines: ['a/a1.proto', 'b/b1.proto', 'a/a2.proto'].map((file) => byModule(file)),
        expect: GO_CYCLE_AT,
      },
      buf: byBuf(GO_CYCLE_BUF, BUF),
      'buf-lint': { ...byBuf(GO_CYCLE_BUF, MINIMAL), lines: ['buf generate', 'buf lint'] },
      'three-packages': { files: { 'a/a2.proto': proto('a', `${app}/a2`, 'A2', { 'b/b1.proto': 'b.B1' }) } },
    },
  },
  {
    id: 'go-package-cycle-unseen',
    part,
    title: {
      en: 'the same where no proto package has two files, so that buf lint sees nothing',
      zh: '同样的循环，但每个 proto 包只有一个文件，buf lint 看不到',
    },
    files: GO_CYCLE_BLIND,
    lines: [byModule('p1/p1.proto', 'p2/p2.proto', 'p3/p3.proto')],
    program: importAll,
    variants: {
      ...over(['21.12', '36.2'], error('import-cycle-go', 'p2/p2.proto:3')),
      buf: {
        ...byBuf(error('import-cycle-go', 'p2/p2.proto:3'), {
          'buf.yaml':
            'version: v2\nlint:\n  use:\n    - STANDARD\n  except:\n    - PACKAGE_VERSION_SUFFIX\n    - PACKAGE_SAME_GO_PACKAGE\n',
        }),
        lines: ['buf lint', 'buf generate'],
      },
    },
  },
  {
    id: 'proto-package-cycle',
    part,
    title: { en: 'proto packages in a circle, Go packages not', zh: 'proto 包循环，Go 包没有循环' },
    files: PROTO_CYCLE,
    lines: [byModule('a/a1.proto', 'b/b1.proto', 'a/a2.proto')],
    program: importAll,
    never: ['import-cycle-go', 'import-cycle-proto'],
    variants: over(['21.12', '36.2']),
  },
  {
    id: 'alias-one-call',
    part,
    title: { en: 'one file under two names in one call', zh: '一次调用里同一文件有两个名字' },
    files: {
      'api/v1/user.proto': ALIAS_USER,
      'api/v1/role.proto': proto('api.v1', `${app}/api/v1`, 'Role', { 'v1/user.proto': 'User' }),
    },
    lines: [`protoc -I. -I./api ${GO_OUT} api/v1/user.proto api/v1/role.proto`],
    variants: {
      ...over(['3.6.1', ...FEW], error('proto-duplicate-definition', 'api/v1/user.proto:4')),
      'one-name': {
        files: { 'api/v1/role.proto': proto('api.v1', `${app}/api/v1`, 'Role', { 'api/v1/user.proto': 'User' }) },
      },
    },
  },
  {
    id: 'alias-separate-calls',
    part,
    title: { en: 'one file under two names, one call each', zh: '同一文件有两个名字，分别调用' },
    files: ALIAS,
    lines: ALIAS_LINES,
    program: ['go', 'run', '.'],
    variants: {
      'two-go-packages': { expect: error('proto-path-mismatch', 'api/v1/role.proto:3') },
      'one-go-package': {
        files: {
          'api/v1/role.proto': proto('api.v1', `${app}/api/v1`, 'Role', { 'v1/user.proto': 'User' }),
          'main.go': linking('api/v1'),
        },
        expect: error('proto-path-mismatch', 'api/v1/role.proto:3'),
      },
      'one-name': {
        lines: ALIAS_MENDED,
      },
    },
  },
  {
    id: 'alias-committed',
    part,
    title: { en: 'the code of such a file, which is committed', zh: '由此生成并已提交的代码' },
    files: ALIAS,
    lines: ALIAS_LINES,
    committed: 'only',
    program: ['go', 'run', '.'],
    variants: {
      // Only what asks for the whole descriptor, as server reflection does, meets it.
      'two-names': { expect: warning('descriptor-import-unregistered', 'api/role/role.pb.go:79') },
      'one-name': { lines: ALIAS_MENDED },
    },
  },
  {
    id: 'shadowed-silently',
    part,
    title: {
      en: 'two roots have a file of one name, and the name is given',
      zh: '两个根目录有同名文件，命令里写的是名字',
    },
    files: SAME_NAME,
    lines: [`protoc -Ia -Ib --go_out=. --go_opt=module=${app} common.proto`],
    variants: {
      ...over(FEW, warning('proto-path-mismatch', makefile)),
      buf: byBuf(error('proto-path-mismatch', 'b/common.proto'), twoModules),
      'same-content': { files: { 'b/common.proto': SAME_NAME['a/common.proto'] } },
    },
  },
  {
    id: 'shadowed-input',
    part,
    title: {
      en: 'two roots have a file of one name, and both paths are given',
      zh: '两个根目录有同名文件，命令里写了两个路径',
    },
    files: SAME_NAME,
    lines: [`protoc -Ia -Ib --go_out=. --go_opt=module=${app} a/common.proto b/common.proto`],
    variants: over(['3.6.1', ...FEW], error('proto-path-mismatch', makefile)),
  },
  {
    id: 'same-file-name-linked',
    part,
    title: { en: 'two Go packages of files with one name, in one program', zh: '一个程序链接了两个 Go 包，源文件同名' },
    files: SAME_FILE_NAME,
    lines: separately,
    committed: 'only',
    program: ['go', 'run', '.'],
    variants: {
      both: { expect: error('registration-conflict', 'gen/b/common.pb.go:70') },
      'warn-by-environment': {
        env: { GOLANG_PROTOBUF_REGISTRATION_CONFLICT: 'warn' },
        expect: warning('registration-conflict', 'gen/b/common.pb.go:70'),
      },
      'ignore-by-environment': {
        env: { GOLANG_PROTOBUF_REGISTRATION_CONFLICT: 'ignore' },
        expect: warning('registration-conflict', 'gen/b/common.pb.go:70'),
      },
      'warn-by-ldflags': {
        files: {
          Makefile:
            'run:\n\tgo run -ldflags "-X google.golang.org/protobuf/reflect/protoregistry.conflictPolicy=warn" .\n',
        },
        program: ['make', 'run'],
        expect: warning('registration-conflict', 'gen/b/common.pb.go:70'),
      },
      'two-programs': {
        files: { 'main.go': linking('gen/a'), 'other/main.go': linking('gen/b') },
      },
      'own-names': {
        lines: [
          `protoc -I. --go_out=. --go_opt=module=${app} a/common.proto`,
          `protoc -I. --go_out=. --go_opt=module=${app} b/common.proto`,
        ],
      },
    },
  },
  {
    id: 'same-symbol-linked',
    part,
    title: {
      en: 'two Go packages that define one name, in one program',
      zh: '一个程序链接了两个 Go 包，定义了同一个名字',
    },
    files: SAME_SYMBOL,
    lines: sameSymbolLines,
    committed: 'only',
    program: ['go', 'run', '.'],
    variants: {
      both: { expect: error('registration-conflict', 'gen/b/b.pb.go:70') },
      'own-packages': { files: { 'b/b.proto': proto('x.b', `${app}/gen/b`, 'M') } },
    },
  },
  {
    id: 'same-symbol-one-call',
    part,
    title: { en: 'two files of one call define one name', zh: '一次调用里的两个文件定义了同一个名字' },
    files: {
      'a/a.proto': proto('x.a', `${app}/gen/a`, 'M'),
      'b/b.proto': proto('x.a', `${app}/gen/b`, 'M'),
    },
    lines: [`protoc -I. --go_out=. --go_opt=module=${app} a/a.proto b/b.proto`],
    variants: {
      ...over(['3.6.1', ...FEW], error('proto-duplicate-definition', 'b/b.proto:4')),
      buf: byBuf(error('proto-duplicate-definition', 'b/b.proto:4'), BUF),
    },
  },
];

function fileOfSet(message: string, imported: string): string {
  const field = (number: number, value: string) => String.fromCharCode(number * 8 + 2, value.length) + value;
  const parts = [
    field(1, `api/v1/${message.toLowerCase()}.proto`),
    field(2, 'api.v1'),
    field(3, `api/v1/${imported}.proto`),
    field(4, field(1, message)),
    field(8, field(11, `${app}/api/v1`)),
    field(12, 'proto3'),
  ];
  return field(1, parts.join(''));
}

/** Encodes the message, and asks for its descriptor as server reflection does. */
function aliasProgram(): string {
  return `package main

import (
	"fmt"
	"os"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protodesc"
	"google.golang.org/protobuf/types/descriptorpb"

	"${app}/api/role"
)

func main() {
	raw, err := proto.Marshal(&role.Role{Id: "1"})
	fmt.Println("encoded", len(raw), err)
	file := role.File_v1_role_proto
	set := &descriptorpb.FileDescriptorSet{File: []*descriptorpb.FileDescriptorProto{protodesc.ToFileDescriptorProto(file)}}
	if imported := file.Imports().Get(0); !imported.IsPlaceholder() {
		set.File = append(set.File, protodesc.ToFileDescriptorProto(imported))
	}
	if _, err := protodesc.NewFiles(set); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}
`;
}
