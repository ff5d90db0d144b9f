import { describe, expect, it } from 'vitest';
import { readBufErrors, readProtocErrors } from '../../../src/read/proto/compiler-errors.ts';

describe('what compilers print', () => {
  it('of protoc: places, names that were not found, what follows from them', () => {
    const output = [
      '[libprotobuf WARNING src/google/protobuf/compiler/parser.cc:646] No syntax specified for the proto file: x.proto.',
      'google/api/annotations.proto: File not found.',
      'C:\\work\\pb\\a.proto:5:1: Import "google/api/annotations.proto" was not found or had errors.\r',
      'pb/a.proto:6:3: "Nope" is not defined.',
      'pb/b.proto:4:1: File recursively imports itself: pb/b.proto -> pb/c.proto -> pb/b.proto',
      'pb/d.proto:3:1: warning: Import pb/e.proto is unused.',
      '',
    ].join('\n');
    expect(readProtocErrors(output)).toEqual([
      {
        kind: 'not-found',
        name: 'google/api/annotations.proto',
        message: 'google/api/annotations.proto: File not found.',
      },
      {
        kind: 'imports',
        file: 'C:\\work\\pb\\a.proto',
        line: 5,
        column: 1,
        message: 'Import "google/api/annotations.proto" was not found or had errors.',
      },
      { kind: 'other', file: 'pb/a.proto', line: 6, column: 3, message: '"Nope" is not defined.' },
      {
        kind: 'cycle',
        file: 'pb/b.proto',
        line: 4,
        column: 1,
        message: 'File recursively imports itself: pb/b.proto -> pb/c.proto -> pb/b.proto',
      },
    ]);
  });

  it('of buf: one object a line, and words that are none', () => {
    const place = '"start_line":2,"start_column":1,"end_line":2,"end_column":23,"type":"COMPILE"';
    const output = [
      `{"path":"a.proto",${place},"message":"imported file does not exist"}`,
      `{"path":"b.proto",${place},"message":"detected cyclic import while importing \\"c.proto\\""}`,
      '{"path":"c.proto","message":"`B` declared multiple times"}',
      'Failure: the server hosted at that remote is unavailable.',
      '{broken',
      '{"message":7}',
    ].join('\n');
    expect(readBufErrors(output)).toEqual([
      { file: 'a.proto', line: 2, column: 1, kind: 'not-found', message: 'imported file does not exist' },
      {
        file: 'b.proto',
        line: 2,
        column: 1,
        kind: 'cycle',
        message: 'detected cyclic import while importing "c.proto"',
      },
      { file: 'c.proto', kind: 'other', message: '`B` declared multiple times' },
    ]);
  });
});
