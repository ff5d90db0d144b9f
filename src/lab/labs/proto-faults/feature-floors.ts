import { gpb, PGG, PGO, pgg, pgo, protoc } from '../../kit/catalog.ts';
import type { ProtoCase, Variant } from '../../kit/proto-lab.ts';
import type { PluginTool } from '../../kit/tools.ts';
import { error, GO_OUT, GRPC_OUT, goPackage, over, protocGo, RELEASES, WITH_OLD } from './sources.ts';

// Which protoc and which plugin take which feature, and what the others say.

const file = 'api/user.proto';
const head = `package api;\n${goPackage('example.com/app/api')}\n`;

const OPTIONAL = `syntax = "proto3";
${head}message User {
  string name = 1;
  optional string nickname = 2;
}
`;
const OPTIONAL_AT = `${file}:6`;

const edition = (year: number): string => `edition = "${year}";
${head}message User {
  string name = 1;
}
`;
const EDITION_AT = `${file}:1`;

const EVERYTHING = `syntax = "proto3";
${head}message User {
  string name = 1;
  map<string, int32> scores = 2;
  oneof way { string mail = 3; int64 phone = 4; }
  Kind kind = 5;
  enum Kind { KIND_UNSPECIFIED = 0; KIND_ROBOT = 1; }
}
`;

const SERVICE = `
service Users { rpc Get(User) returns (User); }
`;

const serviceLine = [`protoc -I. ${GO_OUT} ${GRPC_OUT} ${file}`];
const needsFlag = error('proto3-optional-needs-flag', OPTIONAL_AT);
const flagged = [`protoc -I. --experimental_allow_proto3_optional ${GO_OUT} ${file}`];

/** Variants by a plugin; those below the floor are refused at the place. */
function byPlugin(
  plugins: Readonly<Record<string, PluginTool>>,
  refused: readonly string[],
  at: string,
  more: readonly PluginTool[] = [],
): Record<string, Variant> {
  return Object.fromEntries(
    Object.entries(plugins).map(([name, plugin]) => [
      name,
      {
        plugins: [plugin, ...more],
        ...(refused.includes(name) && { expect: error('plugin-feature-unsupported', at) }),
      },
    ]),
  );
}

export const featureFloors: readonly ProtoCase[] = [
  {
    id: 'plain',
    part: 'features',
    title: { en: 'proto3 without anything new', zh: '没有新特性的 proto3' },
    files: { [file]: EVERYTHING },
    lines: [protocGo(file)],
    variants: {
      ...over(RELEASES),
      'protoc-gen-go-1.20.1': { plugins: [pgo('v1.20.1')] },
      'golang-protobuf-1.3.5': { plugins: [gpb('v1.3.5')], module: WITH_OLD },
    },
  },
  {
    id: 'optional',
    part: 'features',
    title: { en: 'proto3 optional', zh: 'proto3 optional' },
    files: { [file]: OPTIONAL },
    lines: [protocGo(file)],
    variants: {
      ...over(['3.6.1', '3.11.4', '3.12.4', '3.14.0'], needsFlag),
      ...over(RELEASES.slice(RELEASES.indexOf('3.15.0'))),
    },
  },
  {
    id: 'optional-flag',
    part: 'features',
    title: { en: 'proto3 optional, with the experimental flag', zh: 'proto3 optional，加实验性参数' },
    files: { [file]: OPTIONAL },
    lines: flagged,
    variants: {
      ...over(['3.11.4'], needsFlag),
      ...over(['3.12.4', '3.14.0', '21.12', '36.2']),
      '3.12.4-protoc-gen-go-1.22.0': { protoc: protoc('3.12.4'), plugins: [pgo('v1.22.0')] },
    },
  },
  {
    id: 'optional-plugin',
    part: 'features',
    title: { en: 'proto3 optional and the release of protoc-gen-go', zh: 'proto3 optional 与 protoc-gen-go 的版本' },
    files: { [file]: OPTIONAL },
    lines: [protocGo(file)],
    protoc: protoc('21.12'),
    module: WITH_OLD,
    variants: {
      ...byPlugin(
        {
          'golang-protobuf-1.3.5': gpb('v1.3.5'),
          '1.20.1': pgo('v1.20.1'),
          '1.21.0': pgo('v1.21.0'),
          '1.22.0': pgo('v1.22.0'),
          'golang-protobuf-1.5.4': gpb('v1.5.4'),
          '1.28.0': pgo('v1.28.0'),
        },
        ['golang-protobuf-1.3.5', '1.20.1', '1.21.0'],
        OPTIONAL_AT,
      ),
      '1.21.0-protoc-36.2': {
        protoc: protoc('36.2'),
        plugins: [pgo('v1.21.0')],
        expect: error('plugin-feature-unsupported', OPTIONAL_AT),
      },
    },
  },
  {
    id: 'optional-grpc-plugin',
    part: 'features',
    title: {
      en: 'proto3 optional and the oldest protoc-gen-go-grpc',
      zh: 'proto3 optional 与最旧的 protoc-gen-go-grpc',
    },
    files: { [file]: `${OPTIONAL}${SERVICE}` },
    lines: serviceLine,
    variants: byPlugin({ '1.0.0': pgg('v1.0.0') }, [], '', [PGO]),
  },
  {
    id: 'edition-2023',
    part: 'features',
    title: { en: 'edition 2023', zh: 'edition 2023' },
    files: { [file]: edition(2023) },
    lines: [protocGo(file)],
    variants: {
      ...over(['3.6.1', '3.12.4', '21.12', '22.5', '25.9', '26.1'], error('plugin-feature-unsupported', EDITION_AT)),
      ...over(['27.0', '29.6', '31.1', '36.2']),
    },
  },
  {
    id: 'edition-2023-plugin',
    part: 'features',
    title: { en: 'edition 2023 and the release of protoc-gen-go', zh: 'edition 2023 与 protoc-gen-go 的版本' },
    files: { [file]: edition(2023) },
    lines: [protocGo(file)],
    module: WITH_OLD,
    variants: byPlugin(
      {
        'golang-protobuf-1.3.5': gpb('v1.3.5'),
        '1.28.0': pgo('v1.28.0'),
        '1.33.0': pgo('v1.33.0'),
        '1.34.0': pgo('v1.34.0'),
      },
      ['golang-protobuf-1.3.5', '1.28.0', '1.33.0'],
      EDITION_AT,
    ),
  },
  {
    id: 'edition-2023-grpc-plugin',
    part: 'features',
    title: {
      en: 'edition 2023 and the release of protoc-gen-go-grpc',
      zh: 'edition 2023 与 protoc-gen-go-grpc 的版本',
    },
    files: { [file]: `${edition(2023)}${SERVICE}` },
    lines: serviceLine,
    variants: byPlugin(
      { '1.3.0': pgg('v1.3.0'), '1.4.0': pgg('v1.4.0'), '1.5.1': pgg('v1.5.1') },
      ['1.3.0', '1.4.0'],
      EDITION_AT,
      [PGO],
    ),
  },
  {
    id: 'edition-2024',
    part: 'features',
    title: { en: 'edition 2024', zh: 'edition 2024' },
    files: { [file]: edition(2024) },
    lines: [protocGo(file)],
    variants: {
      ...over(['21.12', '25.9', '26.1', '29.6', '30.2', '31.1'], error('plugin-feature-unsupported', EDITION_AT)),
      ...over(['32.0', '36.2']),
    },
  },
  {
    id: 'edition-2024-plugin',
    part: 'features',
    title: { en: 'edition 2024 and the release of protoc-gen-go', zh: 'edition 2024 与 protoc-gen-go 的版本' },
    files: { [file]: edition(2024) },
    lines: [protocGo(file)],
    protoc: protoc('36.2'),
    variants: byPlugin(
      { '1.28.0': pgo('v1.28.0'), '1.33.0': pgo('v1.33.0'), '1.36.8': pgo('v1.36.8'), '1.36.9': pgo('v1.36.9') },
      ['1.28.0', '1.33.0', '1.36.8'],
      EDITION_AT,
    ),
  },
  {
    id: 'edition-2024-grpc-plugin',
    part: 'features',
    title: {
      en: 'edition 2024 and the release of protoc-gen-go-grpc',
      zh: 'edition 2024 与 protoc-gen-go-grpc 的版本',
    },
    files: { [file]: `${edition(2024)}${SERVICE}` },
    lines: serviceLine,
    protoc: protoc('36.2'),
    variants: byPlugin(
      { '1.4.0': pgg('v1.4.0'), '1.5.1': pgg('v1.5.1'), '1.6.0': pgg('v1.6.0'), newest: PGG },
      ['1.4.0', '1.5.1'],
      EDITION_AT,
      [PGO],
    ),
  },
];
