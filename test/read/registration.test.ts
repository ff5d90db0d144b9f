import { create, toBinary } from '@bufbuild/protobuf';
import { FileDescriptorProtoSchema } from '@bufbuild/protobuf/wkt';
import { describe, expect, it } from 'vitest';
import { readDescriptorFile } from '../../src/read/generation/descriptor-file.ts';
import { readRegistrations, registeredNames } from '../../src/read/generation/registration.ts';

const bytes = toBinary(
  FileDescriptorProtoSchema,
  create(FileDescriptorProtoSchema, {
    name: 'a.proto',
    package: 'lab',
    messageType: [
      { name: 'Outer', nestedType: [{ name: 'Inner' }], enumType: [{ name: 'Kind', value: [{ name: 'NONE' }] }] },
    ],
    enumType: [{ name: 'State', value: [{ name: 'UNKNOWN' }, { name: 'READY', number: 1 }] }],
    service: [{ name: 'Labs' }],
    extension: [{ name: 'unit', number: 50001, extendee: '.google.protobuf.FieldOptions' }],
  }),
);
const hex = [...bytes].map((byte) => `0x${byte.toString(16)}`).join(', ');

const registries = (text: string): string[] =>
  readRegistrations(Buffer.from(text)).map(({ registry, file, line }) => `${registry} ${file.name} ${line}`);

const old = (imports: string, calls: string): string =>
  `package a\n\nimport (\n${imports})\n\nfunc init() {\n${calls}}\n\nvar fileDescriptor_01 = []byte{${hex}}\n`;
const GOLANG = '"github.com/golang/protobuf/proto"\n';
const GOGO = '"github.com/gogo/protobuf/proto"\n';

describe('where a generated file registers itself', () => {
  it('is the registry of the runtime that it imports', () => {
    const built = `package a\n\nvar file_a_proto_rawDesc = []byte{${hex}}\n\nvar out = protoimpl.TypeBuilder{File: protoimpl.DescBuilder{}}\n`;
    expect(registries(built)).toEqual(['new a.proto 3']);
    const call = '\tproto.RegisterFile("a.proto", fileDescriptor_01)\n';
    expect(registries(old(`\tproto ${GOLANG}`, call))).toEqual(['old a.proto 11']);
    expect(registries(old(`\t${GOGO}`, call))).toEqual(['gogo a.proto 11']);
  });

  it('is the shared one where gogo registers with both', () => {
    const calls =
      '\tproto.RegisterFile("a.proto", fileDescriptor_01)\n\tgolang.RegisterFile("a.proto", fileDescriptor_01)\n';
    const lines = calls.split('\n').slice(0, 2);
    for (const order of [lines, [...lines].reverse()])
      expect(registries(old(`\tproto ${GOGO}\tgolang ${GOLANG}`, `${order.join('\n')}\n`))).toEqual(['old a.proto 13']);
  });

  it.each([
    [
      'a fork of gogo',
      old('\t"github.com/cosmos/gogoproto/proto"\n', '\tproto.RegisterFile("a.proto", fileDescriptor_01)\n'),
    ],
    ['another descriptor', old(`\t${GOLANG}`, '\tproto.RegisterFile("a.proto", fileDescriptor_02)\n')],
    ['no call', old(`\t${GOLANG}`, '')],
    ['no descriptor', 'package a\n\nvar out = protoimpl.DescBuilder{}\n'],
  ])('is not told of %s', (_, text) => {
    expect(registries(text)).toEqual([]);
  });
});

describe('what may be there only once', () => {
  it('is what stands at the top of the file, and the values of enums that do', () => {
    const file = readDescriptorFile(bytes);
    expect(file && registeredNames(file).map(({ name, kind }) => `${kind} ${name}`)).toEqual([
      'message lab.Outer',
      'enum lab.State',
      'enum-value lab.UNKNOWN',
      'enum-value lab.READY',
      'service lab.Labs',
      'extension lab.unit',
    ]);
  });
});
