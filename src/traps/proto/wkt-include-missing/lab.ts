import { bareProtoc, protoc } from '../../../lab/kit/catalog.ts';
import type { ProtoCase } from '../../../lab/kit/proto-lab.ts';
import { protoTrapLab } from '../../../lab/kit/proto-trap-lab.ts';

const trap = 'wkt-include-missing';
const at = 'api/user.proto:3';
const GO = '--go_out=paths=source_relative:.';

const importing = (name: string, type: string): string => `syntax = "proto3";
package api;
import "${name}";
option go_package = "example.com/app/api";
message User {
  ${type} value = 1;
}
`;

const TIMESTAMP = 'google/protobuf/timestamp.proto';

const cases: readonly ProtoCase[] = [
  {
    id: 'bare',
    part: 'no include folder',
    title: {
      en: 'a protoc without include/, as it comes from Maven',
      zh: '没有 include/ 的 protoc，Maven 里的就是这样',
    },
    files: { 'api/user.proto': importing(TIMESTAMP, 'google.protobuf.Timestamp') },
    lines: [`protoc -I. ${GO} api/user.proto`],
    variants: {
      ...Object.fromEntries(
        ['3.6.1', '3.12.4', '3.21.12', '25.9', '31.1', '36.2'].map((release) => [
          release,
          { protoc: bareProtoc(release), expect: { trap, at } },
        ]),
      ),
      'with-include': { protoc: protoc('36.2') },
      'copy-as-root': {
        protoc: bareProtoc('36.2'),
        files: {
          'third_party/google/protobuf/timestamp.proto':
            'syntax = "proto3";\npackage google.protobuf;\noption go_package = "google.golang.org/protobuf/types/known/timestamppb";\nmessage Timestamp {\n  int64 seconds = 1;\n  int32 nanos = 2;\n}\n',
        },
        lines: [`protoc -I. -Ithird_party ${GO} api/user.proto`],
      },
      'no-import': {
        protoc: bareProtoc('36.2'),
        files: { 'api/user.proto': importing(TIMESTAMP, 'string').replace(/import.*\n/, '') },
      },
    },
  },
  {
    id: 'features',
    part: 'an older include folder',
    title: { en: 'google/protobuf/go_features.proto', zh: 'google/protobuf/go_features.proto' },
    files: { 'api/user.proto': importing('google/protobuf/go_features.proto', 'string') },
    lines: [`protoc -I. ${GO} api/user.proto`],
    variants: {
      '21.12': { protoc: protoc('21.12'), expect: { trap, at } },
      '30.2': { protoc: protoc('30.2') },
    },
  },
];

export default protoTrapLab({
  trap,
  title: { en: 'The well-known types are not beside protoc', zh: 'protoc 旁边没有公共类型' },
  question: {
    en: 'Which protoc finds google/protobuf/timestamp.proto, and where does it look?',
    zh: '哪个 protoc 能找到 google/protobuf/timestamp.proto，它到哪里去找？',
  },
  cases,
});
