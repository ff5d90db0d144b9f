import { protoc } from '../../../lab/kit/catalog.ts';
import type { ProtoCase } from '../../../lab/kit/proto-lab.ts';
import { protoTrapLab } from '../../../lab/kit/proto-trap-lab.ts';

const trap = 'proto-path-mismatch';
const at = 'Makefile:4';
const GO = '--go_out=paths=source_relative:.';
const RELEASES = ['3.6.1', '3.12.4', '21.12', '31.1', '36.2'];

const message = (name: string, folder: string, imported?: string): string => `syntax = "proto3";
package ${folder};
${imported === undefined ? '' : `import "${imported}";\n`}option go_package = "example.com/app/${folder}";
message ${name} {
  string name = 1;
}
`;

const over = (expected: boolean): ProtoCase['variants'] =>
  Object.fromEntries(
    RELEASES.map((release) => [release, { protoc: protoc(release), ...(expected && { expect: { trap, at } }) }]),
  );

const SAME_NAME = { 'a/common.proto': message('A', 'a'), 'b/common.proto': message('B', 'b') };
const BUF_GEN = 'version: v2\nplugins:\n  - local: protoc-gen-go\n    out: .\n    opt: paths=source_relative\n';

const cases: readonly ProtoCase[] = [
  {
    id: 'outside',
    part: 'outside of the roots',
    title: { en: 'the file lies below none of the roots', zh: '文件不在任何根目录之下' },
    files: { 'api/user.proto': message('User', 'api'), 'other/keep.proto': message('Keep', 'other') },
    lines: [`protoc -Iother ${GO} api/user.proto`],
    variants: {
      ...over(true),
      fixed: { expect: { trap, at }, fix: 'safe' },
      'absolute-root': {
        lines: ['protoc -I`pwd`/api --go_out=paths=source_relative:api api/user.proto'],
        expect: { trap, at },
        fix: 'safe',
      },
      'steps-up': { lines: [`protoc -I. ${GO} ./api/../api/user.proto`], expect: { trap, at } },
      'root-is-not-there': { lines: [`protoc -Inowhere ${GO} api/user.proto`], expect: { trap, at } },
      'name-in-the-root': { lines: ['protoc -Iapi --go_out=paths=source_relative:api user.proto'] },
      'absolute-both': { lines: ['protoc -I`pwd` --go_out=paths=source_relative:. `pwd`/api/user.proto'] },
      'further-root-is-not-there': { lines: [`protoc -I. -Inowhere ${GO} api/user.proto`] },
    },
  },
  {
    id: 'not-there',
    part: 'no such file',
    title: { en: 'the file, or what the pattern means, is not there', zh: '文件或通配符所指的文件不存在' },
    files: { 'api/v1/user.proto': message('User', 'api.v1').replace('app/api.v1', 'app/api/v1') },
    lines: [`protoc -I. ${GO} api/v1/users.proto`],
    variants: {
      ...over(true),
      'star-too-few': { lines: [`protoc -I. ${GO} api/*.proto`], expect: { trap, at } },
      'two-stars-are-one': {
        files: { 'api/v1/deep/user.proto': message('Deep', 'deep') },
        lines: [`protoc -I. ${GO} api/**/user.proto`],
      },
      'two-stars-fit-nothing': { lines: [`protoc -I. ${GO} **/user.proto`], expect: { trap, at } },
      'star-enough': { lines: [`protoc -I. ${GO} api/*/*.proto`] },
    },
  },
  {
    id: 'shadowed',
    part: 'one name, two files',
    title: { en: 'two roots have a file of one name', zh: '两个根目录有同名文件' },
    files: SAME_NAME,
    lines: ['protoc -Ia -Ib --go_out=. --go_opt=module=example.com/app b/common.proto'],
    variants: {
      ...over(true),
      'by-name': {
        lines: ['protoc -Ia -Ib --go_out=. --go_opt=module=example.com/app common.proto'],
        expect: { trap, at, severity: 'warning' },
      },
      'same-content': {
        files: { 'b/common.proto': SAME_NAME['a/common.proto'] },
        lines: ['protoc -Ia -Ib --go_out=. --go_opt=module=example.com/app common.proto'],
      },
      'one-root-each': {
        lines: [
          'protoc -Ia --go_out=. --go_opt=module=example.com/app common.proto',
          'protoc -Ib --go_out=. --go_opt=module=example.com/app common.proto',
        ],
      },
      'buf-modules': {
        files: { 'buf.gen.yaml': BUF_GEN, 'buf.yaml': 'version: v2\nmodules:\n  - path: a\n  - path: b\n' },
        lines: ['buf generate'],
        expect: { trap, at: 'b/common.proto' },
      },
      'buf-empty-module': {
        files: { 'buf.gen.yaml': BUF_GEN, 'buf.yaml': 'version: v2\nmodules:\n  - path: a\n  - path: nowhere\n' },
        lines: ['buf generate'],
        expect: { trap, at: 'buf.gen.yaml:3' },
      },
    },
  },
  {
    id: 'alias',
    part: 'one file, two names',
    title: { en: 'one file under two names, in two calls', zh: '两次调用中，同一文件有两个名字' },
    files: {
      'api/v1/user.proto': message('User', 'api.v1').replace('app/api.v1', 'app/api/v1'),
      'api/v1/role.proto': `syntax = "proto3";
package api.v1;
import "v1/user.proto";
option go_package = "example.com/app/api/v1";
message Role {
  User user = 1;
}
`,
    },
    lines: [
      'protoc -I. --go_out=. --go_opt=module=example.com/app api/v1/user.proto',
      'protoc -Iapi --go_out=. --go_opt=module=example.com/app v1/role.proto',
    ],
    program: ['go', 'build', './...'],
    variants: {
      'two-roots': { expect: { trap, at: 'api/v1/role.proto:3' } },
      'one-root': {
        lines: [
          'protoc -Iapi --go_out=. --go_opt=module=example.com/app v1/user.proto',
          'protoc -Iapi --go_out=. --go_opt=module=example.com/app v1/role.proto',
        ],
      },
    },
  },
];

export default protoTrapLab({
  trap,
  title: { en: 'Files and roots that do not go together', zh: '文件与根目录对不上' },
  question: {
    en: 'How does protoc make a name out of a file and its roots, and when does it refuse?',
    zh: 'protoc 怎样由文件和根目录得出名字，什么时候会拒绝？',
  },
  cases,
});
