import { bareProtoc, protoc } from '../../../lab/kit/catalog.ts';
import type { ProtoCase } from '../../../lab/kit/proto-lab.ts';
import { protoTrapLab } from '../../../lab/kit/proto-trap-lab.ts';

const trap = 'proto-import-not-found';
const at = 'api/user.proto:3';
const GO = '--go_out=paths=source_relative:.';

const importing = (name: string): string => `syntax = "proto3";
package api;
import "${name}";
option go_package = "example.com/app/api";
message User {
  string name = 1;
}
`;

const MONEY = `syntax = "proto3";
package shared;
option go_package = "example.com/app/shared";
message Money {
  int64 units = 1;
}
`;

const BUF_GEN = 'version: v2\nplugins:\n  - local: protoc-gen-go\n    out: .\n    opt: paths=source_relative\n';

const cases: readonly ProtoCase[] = [
  {
    id: 'root-forgotten',
    part: 'the file is in the project',
    title: { en: 'the file lies below a folder that is no root', zh: '文件所在的目录不是根目录' },
    files: { 'api/user.proto': importing('shared/money.proto'), 'proto/shared/money.proto': MONEY },
    lines: [`protoc -I. ${GO} api/user.proto`],
    variants: {
      ...Object.fromEntries(
        ['3.6.1', '3.12.4', '21.12', '22.5', '31.1', '36.2'].map((release) => [
          release,
          { protoc: protoc(release), expect: { trap, at } },
        ]),
      ),
      fixed: { expect: { trap, at }, fix: 'safe' },
      'no-root-written': { lines: [`protoc ${GO} api/user.proto`], expect: { trap, at }, fix: 'safe' },
      'root-given': { lines: [`protoc -I. -Iproto ${GO} api/user.proto`] },
      'beside-the-importer': {
        files: { 'api/user.proto': importing('money.proto'), 'api/money.proto': MONEY },
        expect: { trap, at },
        fix: 'unsafe',
      },
    },
  },
  {
    id: 'mistyped',
    part: 'the file is in the project',
    title: { en: 'the name differs by its case', zh: '名字只有大小写不同' },
    files: { 'api/user.proto': importing('shared/Money.proto'), 'shared/money.proto': MONEY },
    lines: [`protoc -I. ${GO} api/user.proto shared/money.proto`],
    variants: {
      'other-case': { expect: { trap, at }, fix: 'unsafe' },
      right: { files: { 'api/user.proto': importing('shared/money.proto') } },
    },
  },
  {
    id: 'collection',
    part: 'the file belongs to others',
    title: { en: 'a file of googleapis', zh: 'googleapis 的文件' },
    files: { 'api/user.proto': importing('google/api/annotations.proto') },
    lines: [`protoc -I. ${GO} api/user.proto`],
    variants: {
      missing: { expect: { trap, at } },
      'copy-without-root': {
        files: {
          'third_party/google/api/annotations.proto':
            'syntax = "proto3";\npackage google.api;\noption go_package = "google.golang.org/genproto/googleapis/api/annotations;annotations";\n',
        },
        expect: { trap, at },
        fix: 'safe',
      },
    },
  },
  {
    id: 'go-module',
    part: 'the file belongs to others',
    title: { en: 'a file that a required Go module has', zh: '依赖的 Go 模块里有这个文件' },
    files: { 'api/user.proto': importing('validate/validate.proto') },
    lines: [`protoc -I. ${GO} api/user.proto`],
    module: {
      require: { 'google.golang.org/protobuf': 'v1.36.12', 'github.com/envoyproxy/protoc-gen-validate': 'v1.2.1' },
      imports: ['google.golang.org/protobuf/proto', 'github.com/envoyproxy/protoc-gen-validate/validate'],
    },
    variants: {
      missing: { expect: { trap, at } },
      'go-list': {
        lines: [
          `protoc -I. -I\`go list -m -f '{{.Dir}}' github.com/envoyproxy/protoc-gen-validate\` ${GO} api/user.proto`,
        ],
      },
    },
  },
  {
    id: 'buf',
    part: 'buf',
    title: { en: '`buf generate`', zh: '`buf generate`' },
    files: {
      'api/user.proto': importing('shared/money.proto'),
      'buf.gen.yaml': BUF_GEN,
      'buf.yaml': 'version: v2\nmodules:\n  - path: api\n    name: buf.build/acme/api\n',
    },
    lines: ['buf generate'],
    variants: {
      nowhere: { expect: { trap, at } },
      'folder-is-no-module': { files: { 'proto/shared/money.proto': MONEY }, expect: { trap, at } },
      'folder-is-a-module': {
        files: {
          'proto/shared/money.proto': MONEY,
          'buf.yaml': 'version: v2\nmodules:\n  - path: api\n  - path: proto\n',
        },
      },
      'dependency-not-pinned': {
        files: {
          'api/user.proto': importing('google/api/annotations.proto'),
          'buf.yaml': 'version: v2\nmodules:\n  - path: api\ndeps:\n  - buf.build/googleapis/googleapis\n',
        },
        expect: { trap, at },
      },
    },
  },
  {
    id: 'brought',
    part: 'brought before',
    title: { en: 'the recipe copies the file before', zh: '命令会先把文件复制过来' },
    files: { 'api/user.proto': importing('shared/money.proto'), 'keep/money.txt': MONEY },
    lines: ['mkdir -p gen/shared && cp keep/money.txt gen/shared/money.proto', `protoc -I. -Igen ${GO} api/user.proto`],
    variants: { copied: { protoc: bareProtoc('36.2') } },
  },
];

export default protoTrapLab({
  trap,
  title: { en: 'An import that is in no root', zh: '导入的文件不在任何根目录里' },
  question: {
    en: 'When do protoc and buf not find an imported file, and what helps?',
    zh: 'protoc 和 buf 什么时候找不到被导入的文件，怎样才能找到？',
  },
  cases,
});
