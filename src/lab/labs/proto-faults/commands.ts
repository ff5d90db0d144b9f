import { bareProtoc, gpb, PGG, PGO, pgo } from '../../kit/catalog.ts';
import type { ProtoCase } from '../../kit/proto-lab.ts';
import {
  error,
  FEW,
  GO_OUT,
  GRPC_OUT,
  goPackage,
  MAKE_LINE,
  over,
  protocGo,
  USER,
  WITH_OLD,
  warning,
} from './sources.ts';

// What stands in the command, and what a single .proto file lacks.

const part = 'commands';
const file = 'api/user.proto';
const makefile = `Makefile:${MAKE_LINE}`;

const importing = (name: string): string => `syntax = "proto3";
package api;
import "${name}";
${goPackage('example.com/app/api')}
message User {
  string name = 1;
}
`;
const IMPORT_AT = `${file}:3`;

const GREETER = `syntax = "proto3";
package api;
message Name {
  string name = 1;
}
service Greeter { rpc Greet(Name) returns (Name); }
`;

export const commandFaults: readonly ProtoCase[] = [
  {
    id: 'plugin-missing',
    part,
    title: { en: 'protoc-gen-go is not installed', zh: '没有安装 protoc-gen-go' },
    files: { [file]: USER },
    lines: [protocGo(file)],
    plugins: [],
    variants: { ...over(FEW, error('plugin-not-on-path', makefile)), installed: { plugins: [PGO] } },
  },
  {
    id: 'plugins-grpc',
    part,
    title: { en: '--go_out=plugins=grpc:', zh: '--go_out=plugins=grpc:' },
    files: { [file]: USER },
    lines: [`protoc -I. --go_out=plugins=grpc,paths=source_relative:. ${file}`],
    variants: {
      ...over(FEW, error('plugins-grpc-flag-removed', makefile)),
      'protoc-gen-go-1.20.1': { plugins: [pgo('v1.20.1')], expect: error('plugins-grpc-flag-removed', makefile) },
      'golang-protobuf-1.4.3': { plugins: [gpb('v1.4.3')] },
      'golang-protobuf-1.5.4': { plugins: [gpb('v1.5.4')] },
    },
  },
  {
    id: 'unknown-option',
    part,
    title: { en: 'an option that protoc-gen-go does not know', zh: 'protoc-gen-go 不认识的选项' },
    files: { [file]: USER },
    lines: [`protoc -I. --go_out=. --go_opt=pathes=source_relative ${file}`],
    variants: {
      ...over(FEW, error('plugin-option-unknown', makefile)),
      'known-option': { lines: [`protoc -I. --go_out=. --go_opt=paths=source_relative ${file}`] },
      'grpc-plugin': {
        lines: [`protoc -I. ${GO_OUT} --go-grpc_out=pathes=source_relative:. ${file}`],
        plugins: [PGO, PGG],
        expect: error('plugin-option-unknown', makefile),
      },
    },
  },
  {
    id: 'no-go-package',
    part,
    title: { en: 'a file without go_package', zh: '文件没有 go_package' },
    files: { [file]: USER.replace(/option go_package.*\n/, '') },
    lines: [protocGo(file)],
    variants: {
      ...over(FEW, error('go-package-missing', `${file}:1`)),
      'protoc-gen-go-1.26.0': { plugins: [pgo('v1.26.0')], expect: error('go-package-missing', `${file}:1`) },
      'protoc-gen-go-1.25.0': { plugins: [pgo('v1.25.0')], expect: warning('go-package-missing', `${file}:1`) },
      'golang-protobuf-1.3.5': { plugins: [gpb('v1.3.5')], module: WITH_OLD },
      'grpc-plugin': {
        files: { [file]: GREETER },
        lines: [`protoc -I. --go_out=paths=source_relative,M${file}=example.com/app/api:. ${GRPC_OUT} ${file}`],
        plugins: [PGO, PGG],
        expect: error('go-package-missing', `${file}:1`),
      },
      mapped: { lines: [`protoc -I. --go_out=paths=source_relative,M${file}=example.com/app/api:. ${file}`] },
      'imported-file': {
        files: {
          [file]: importing('shared/money.proto'),
          'shared/money.proto': 'syntax = "proto3";\npackage shared;\nmessage Money { int64 units = 1; }\n',
        },
        expect: error('go-package-missing', 'shared/money.proto:1'),
      },
    },
  },
  {
    id: 'go-package-bare-word',
    part,
    title: { en: 'go_package = "foo"', zh: 'go_package = "foo"' },
    files: { [file]: USER.replace('example.com/app/api', 'foo') },
    lines: [protocGo(file)],
    variants: {
      ...over(FEW, error('go-package-invalid', `${file}:3`)),
      'protoc-gen-go-1.26.0': { plugins: [pgo('v1.26.0')], expect: error('go-package-invalid', `${file}:3`) },
      'protoc-gen-go-1.25.0': { plugins: [pgo('v1.25.0')], expect: warning('go-package-invalid', `${file}:3`) },
      'with-name': {
        files: { [file]: USER.replace('example.com/app/api', 'foo;foopb') },
        expect: error('go-package-invalid', `${file}:3`),
      },
      'dot-slash': { files: { [file]: USER.replace('example.com/app/api', './foo') } },
    },
  },
  {
    id: 'go-package-two-names',
    part,
    title: { en: 'one Go package with two names', zh: '同一个 Go 包有两个名字' },
    files: {
      'api/a.proto': USER.replace('example.com/app/api', 'example.com/app/api;a'),
      'api/b.proto': USER.replace('example.com/app/api', 'example.com/app/api;b').replace('User', 'Role'),
    },
    lines: [protocGo('api/a.proto', 'api/b.proto')],
    variants: {
      ...over(FEW, error('go-package-inconsistent', 'api/b.proto:3')),
      'one-name': {
        files: { 'api/b.proto': USER.replace('example.com/app/api', 'example.com/app/api;a').replace('User', 'Role') },
      },
    },
  },
  {
    id: 'import-missing',
    part,
    title: { en: 'google/api/annotations.proto in no root', zh: '任何根目录里都没有 google/api/annotations.proto' },
    files: { [file]: importing('google/api/annotations.proto') },
    lines: [protocGo(file)],
    variants: {
      ...over(['3.6.1', ...FEW], error('proto-import-not-found', IMPORT_AT)),
      'root-given': {
        files: {
          'third_party/google/api/annotations.proto': `syntax = "proto3";\npackage google.api;\n${goPackage('google.golang.org/genproto/googleapis/api/annotations;annotations')}\n`,
        },
        lines: [`protoc -I. -Ithird_party ${GO_OUT} ${file}`],
      },
      'root-forgotten': {
        files: {
          'third_party/google/api/annotations.proto': `syntax = "proto3";\npackage google.api;\n${goPackage('google.golang.org/genproto/googleapis/api/annotations;annotations')}\n`,
        },
        expect: error('proto-import-not-found', IMPORT_AT),
      },
    },
  },
  {
    id: 'wkt-bare-protoc',
    part,
    title: {
      en: 'google/protobuf/timestamp.proto, by a protoc without include/',
      zh: '导入 google/protobuf/timestamp.proto，而 protoc 没有 include/',
    },
    files: { [file]: importing('google/protobuf/timestamp.proto') },
    lines: [protocGo(file)],
    variants: {
      ...Object.fromEntries(
        ['3.6.1', '3.21.12', '25.9', '36.2'].map((release) => [
          release,
          { protoc: bareProtoc(release), expect: error('wkt-include-missing', IMPORT_AT) },
        ]),
      ),
      'with-include': {},
    },
  },
  {
    id: 'outside-roots',
    part,
    title: { en: 'a file below none of the roots', zh: '文件不在任何根目录之下' },
    files: { [file]: USER, 'other/keep.proto': USER.replaceAll('api', 'other') },
    lines: [`protoc -Iother ${GO_OUT} ${file}`],
    variants: {
      ...over(FEW, error('proto-path-mismatch', makefile)),
      'no-such-root': {
        lines: [`protoc -I./nowhere ${GO_OUT} ${file}`],
        expect: error('proto-path-mismatch', makefile),
      },
      'root-given': { lines: [`protoc -Iapi ${GO_OUT} ${file}`] },
    },
  },
  {
    id: 'no-such-input',
    part,
    title: { en: 'a file that is not there', zh: '文件不存在' },
    files: { [file]: USER },
    lines: [protocGo('api/users.proto')],
    variants: over(FEW, error('proto-path-mismatch', makefile)),
  },
  {
    id: 'output-dir-missing',
    part,
    title: { en: 'the folder to write to is not there', zh: '输出目录不存在' },
    files: { [file]: USER },
    lines: [`protoc -I. --go_out=paths=source_relative:gen ${file}`],
    variants: {
      ...over(FEW, error('output-dir-missing', makefile)),
      'made-before': { lines: ['mkdir -p gen', `protoc -I. --go_out=paths=source_relative:gen ${file}`] },
    },
  },
  {
    id: 'module-option',
    part,
    title: { en: '--go_opt=module= of another module', zh: '--go_opt=module= 写成别的模块' },
    files: { [file]: USER },
    lines: [`protoc -I. --go_out=. --go_opt=module=example.com/other ${file}`],
    variants: {
      ...over(FEW, error('go-package-foreign', `${file}:3`)),
      right: { lines: [`protoc -I. --go_out=. --go_opt=module=example.com/app ${file}`] },
    },
  },
  {
    id: 'syntax-error',
    part,
    title: { en: 'a .proto file that does not parse', zh: '.proto 文件语法错误' },
    files: { [file]: USER.replace('string name = 1;', 'string name = 1') },
    lines: [protocGo(file)],
    variants: { ...over(FEW, error('proto-syntax-error', `${file}:6`)), whole: { files: { [file]: USER } } },
  },
];
