import { describe, expect, it } from 'vitest';
import type { FileShape, TypeShape } from '../../../src/read/proto/file-shape.ts';
import {
  type ShapeDifference,
  serviceDifferences,
  shapeDifferences,
} from '../../../src/read/proto/shape-difference.ts';
import { readProtoShape } from '../../../src/read/proto/shape-of-source.ts';
import { damageText, withstand } from '../damage.ts';

const text = `syntax = "proto3";
package a.b;
import "google/protobuf/empty.proto";
message Note {
  message Inner { string x = 1; }
  string text = 1;
  int64 size = 2;
  Inner inner = 3;
  map<string, Kind> kinds = 4;
  oneof place { string shelf = 5; }
  repeated int32 marks = 6;
}
enum Kind { KIND_UNSPECIFIED = 0; KIND_SHORT = 1; }
service Board {
  rpc Get(Note) returns (google.protobuf.Empty);
  rpc Watch(Note) returns (stream Note);
}
`;

function shape(source: string): FileShape {
  const read = readProtoShape(source);
  if (!read) throw new Error('not a .proto file');
  return read;
}

function told({ kind, change, name, aspect, before, after }: ShapeDifference): string {
  return [kind, change, name, aspect, before !== undefined && `${before} => ${after}`].filter(Boolean).join(' ');
}

const edited = (from: string | RegExp, to: string): string[] =>
  shapeDifferences(shape(text), shape(text.replace(from, to))).map(told);

describe('shapeDifferences', () => {
  it.each([
    ['a field more', 'string text = 1;', 'string text = 1; bool done = 9;', 'field added Note.done'],
    ['a field less', '  int64 size = 2;\n', '', 'field removed Note.size'],
    ['another name', 'int64 size', 'int64 length', 'field changed Note.length name size => length'],
    ['another number', 'size = 2', 'size = 12', 'field changed Note.size number 2 => 12'],
    ['another type', 'int64 size', 'sint64 size', 'field changed Note.size type int64 => sint64'],
    ['a label', 'int64 size', 'optional int64 size', 'field changed Note.size label singular => optional'],
    ['a list', 'int64 size', 'repeated int64 size', 'field changed Note.size label singular => repeated'],
    [
      'keys of a map',
      'map<string, Kind>',
      'map<int32, Kind>',
      'field changed Note.kinds type map<string, a.b.Kind> => map<int32, a.b.Kind>',
    ],
    [
      'values of a map',
      'map<string, Kind>',
      'map<string, Inner>',
      'field changed Note.kinds type map<string, a.b.Kind> => map<string, a.b.Note.Inner>',
    ],
    ['another oneof', 'oneof place', 'oneof spot', 'field changed Note.shelf oneof place => spot'],
    [
      'a JSON name',
      'int64 size = 2',
      'int64 size = 2 [json_name = "Size"]',
      'field changed Note.size json-name size => Size',
    ],
    ['a message more', 'enum Kind', 'message New {}\nenum Kind', 'message added New'],
    ['a nested message', 'message Inner {', 'message Deep {} message Inner {', 'message added Note.Deep'],
    ['a value more', 'KIND_SHORT = 1;', 'KIND_SHORT = 1; KIND_LONG = 2;', 'enum-value added Kind.KIND_LONG'],
    [
      'a value with another number',
      'KIND_SHORT = 1',
      'KIND_SHORT = 4',
      'enum-value changed Kind.KIND_SHORT number 1 => 4',
    ],
    ['a method more', 'rpc Get', 'rpc Put(Note) returns (Note);\n  rpc Get', 'method added Board.Put'],
    ['another request', 'Get(Note)', 'Get(Note.Inner)', 'method changed Board.Get input a.b.Note => a.b.Note.Inner'],
    [
      'another answer',
      '(google.protobuf.Empty)',
      '(Note)',
      'method changed Board.Get output google.protobuf.Empty => a.b.Note',
    ],
    [
      'a stream less',
      'returns (stream Note)',
      'returns (Note)',
      'method changed Board.Watch streams one -> stream => one -> one',
    ],
    ['a service less', /service[^}]*\}/, '', 'service removed Board'],
    ['an extension', 'enum Kind', 'extend Note { string more = 100; }\nenum Kind', 'extension added more'],
    ['another package', 'package a.b', 'package a.c', 'package changed a.c a.b => a.c'],
    ['an edition', 'syntax = "proto3"', 'edition = "2023"', 'syntax changed editions proto3 => editions'],
  ])('tells %s', (_, from, to, expected) => {
    expect(edited(from, to)).toEqual([expected]);
  });

  it.each([
    ['a comment', 'int64 size', '/* how large */ int64 size'],
    ['an option of a field', 'size = 2', 'size = 2 [deprecated = true]'],
    ['an option of the file', 'message Note', 'option java_package = "x";\nmessage Note'],
    ['the JSON name that is made anyway', 'size = 2', 'size = 2 [json_name = "size"]'],
    ['reserved numbers', 'string text', 'reserved 20 to 30; string text'],
    ['a full name', 'Get(Note)', 'Get(.a.b.Note)'],
    ['a longer name', 'Inner inner', 'Note.Inner inner'],
    ['the order of fields', /( {2}string text = 1;\n)( {2}int64 size = 2;\n)/, '$2$1'],
    ['the order of values and methods', /( {2}rpc Get.*\n)( {2}rpc Watch.*\n)/, '$2$1'],
  ])('does not tell %s', (_, from, to) => {
    expect(edited(from, to)).toEqual([]);
  });

  it('gives the place in the newer text', () => {
    const [one] = shapeDifferences(shape(text), shape(text.replace('int64 size', 'bool size')));
    expect(one?.place).toEqual({ line: 7, column: 8 });
  });

  it('takes names of an enum with aliases for what they are', () => {
    const aliases = (values: string): FileShape => shape(`enum E { option allow_alias = true; ${values} }`);
    const before = aliases('A = 0; B = 1; C = 1;');
    expect(shapeDifferences(before, aliases('A = 0; B = 1; D = 1;')).map(told)).toEqual([
      'enum-value added E.D',
      'enum-value removed E.C',
    ]);
  });
});

describe('what a written name may stand for', () => {
  const typeOf = (written: string, full: string): readonly ShapeDifference[] => {
    const withType = (type: TypeShape): FileShape => ({
      ...shape('syntax = "proto3"; package a.b;'),
      messages: [{ name: 'M.N', fields: [{ name: 'f', number: 1, type, label: 'singular', jsonName: 'f' }] }],
    });
    const now = shape(`syntax = "proto3"; package a.b; message M { message N { ${written} f = 1; } }`);
    const { messages } = now;
    return shapeDifferences(withType({ kind: 'full', name: full }), { ...now, messages: messages.slice(1) });
  };

  it.each([
    ['Other', 'a.b.Other'],
    ['Other', 'a.b.M.Other'],
    ['Other', 'a.Other'],
    ['Other', 'Other'],
    ['b.Other', 'a.b.Other'],
    ['c.Other', 'a.c.Other'],
    ['c.Other', 'c.Other'],
    ['.c.Other', 'c.Other'],
    ['N', 'a.b.M.N'],
  ])('%s may be %s', (written, full) => {
    expect(typeOf(written, full)).toEqual([]);
  });

  it.each([
    ['Other', 'c.Other'],
    ['Other', 'a.b.OtherOther'],
    ['c.Other', 'a.b.Other'],
    ['.c.Other', 'a.c.Other'],
    // The nearest one hides it.
    ['N', 'a.b.N'],
  ])('%s is never %s', (written, full) => {
    expect(typeOf(written, full)).toMatchObject([{ aspect: 'type' }]);
  });
});

describe('serviceDifferences', () => {
  it('takes types that nobody told for any', () => {
    const untold: TypeShape = { kind: 'untold', name: '' };
    const method = { name: 'Get', input: untold, output: untold, clientStreams: false, serverStreams: false };
    const { services } = shape(text);
    expect(serviceDifferences([{ name: 'Board', methods: [method] }], services).map(told)).toEqual([
      'method added Board.Watch',
    ]);
  });
});

describe('readProtoShape', () => {
  it('decides nothing about a text with a fault', () => {
    expect(readProtoShape(text.replace('string text = 1;', 'string text = ;'))).toBeUndefined();
  });

  it('never throws', { timeout: 60_000 }, () => {
    const made = shape(text);
    withstand([text], damageText, (damaged) => {
      const now = readProtoShape(damaged);
      if (now) shapeDifferences(made, now);
    });
  });
});
