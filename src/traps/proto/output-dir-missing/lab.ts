import { PGG, PGO, protoc } from '../../../lab/kit/catalog.ts';
import type { ProtoCase } from '../../../lab/kit/proto-lab.ts';
import { protoTrapLab } from '../../../lab/kit/proto-trap-lab.ts';

const trap = 'output-dir-missing';
const at = 'Makefile:4';

const USER = `syntax = "proto3";
package api;
option go_package = "example.com/app/gen/api";
message User {
  string name = 1;
}
`;

const BUF_GEN = 'version: v2\nplugins:\n  - local: protoc-gen-go\n    out: gen/go\n    opt: paths=source_relative\n';

const cases: readonly ProtoCase[] = [
  {
    id: 'protoc',
    part: 'protoc',
    title: { en: '--go_out=gen, and no gen', zh: '--go_out=gen，而没有 gen' },
    files: { 'api/user.proto': USER },
    lines: ['protoc -I. --go_out=paths=source_relative:gen api/user.proto'],
    variants: {
      ...Object.fromEntries(
        ['3.6.1', '3.12.4', '21.12', '31.1', '36.2'].map((release) => [
          release,
          { protoc: protoc(release), expect: { trap, at } },
        ]),
      ),
      fixed: { expect: { trap, at }, fix: 'safe' },
      'two-plugins': {
        plugins: [PGO, PGG],
        lines: [
          'protoc -I. --go_out=paths=source_relative:gen/go --go-grpc_out=paths=source_relative:gen/go api/user.proto',
        ],
        expect: { trap, at },
        fix: 'safe',
      },
      'ignored-by-git': { files: { '.gitignore': 'gen/\n' }, expect: { trap, at } },
      'made-before': {
        lines: ['mkdir -p gen', 'protoc -I. --go_out=paths=source_relative:gen api/user.proto'],
      },
      'folder-kept': { files: { 'gen/.gitkeep': '' } },
      'deeper-folder': { lines: ['protoc -I. --go_out=. --go_opt=module=example.com/app api/user.proto'] },
    },
  },
  {
    id: 'buf',
    part: 'buf',
    title: { en: 'out: gen/go, and no gen', zh: 'out: gen/go，而没有 gen' },
    files: { 'api/user.proto': USER, 'buf.gen.yaml': BUF_GEN, 'buf.yaml': 'version: v2\n' },
    lines: ['buf generate'],
    variants: { 'makes-it': {} },
  },
];

export default protoTrapLab({
  trap,
  title: { en: 'The output folder is not there', zh: '输出目录不存在' },
  question: {
    en: 'Which compiler makes the folder that it writes to?',
    zh: '哪个编译器会自己创建要写入的目录？',
  },
  cases,
});
