import { describe, expect, it } from 'vitest';
import { readGogoFields } from '../../src/read/generation/gogo-fields.ts';
import { damageText, withstand } from './damage.ts';

const calls = 'func (c *client) Get(in *Shelf) (*Shelf, error) {\n\tout := new(Shelf)\n\treturn out, nil\n}\n';
const file = (field: string, more = calls): string => `type Shelf struct {\n\t${field}\n}\n\n${more}`;
const kinds = (field: string, more?: string): string[] => readGogoFields(file(field, more)).map(({ kind }) => kind);

describe('readGogoFields', () => {
  it.each([
    ['a message by value', 'Note Note `protobuf:"bytes,1,opt,name=note,proto3" json:"note"`', 'value'],
    ['a span', 'D time.Duration `protobuf:"bytes,1,opt,name=d,proto3,stdduration" json:"d"`', 'value'],
    ['a list of messages by value', 'Notes []Note `protobuf:"bytes,1,rep,name=notes,proto3" json:"notes"`', 'list'],
    ['a time', 'At time.Time `protobuf:"bytes,1,opt,name=at,proto3,stdtime" json:"at"`', 'time'],
    ['a pointer to a time', 'At *time.Time `protobuf:"bytes,1,opt,name=at,proto3,stdtime" json:"at"`', 'time'],
  ])('tells %s', (_, field, kind) => {
    expect(kinds(field)).toEqual([kind]);
  });

  it.each([
    ['a pointer', 'Note *Note `protobuf:"bytes,1,opt,name=note,proto3" json:"note"`'],
    ['a list of pointers', 'Notes []*Note `protobuf:"bytes,1,rep,name=notes,proto3" json:"notes"`'],
    ['text', 'Text string `protobuf:"bytes,1,opt,name=text,proto3" json:"text"`'],
    ['bytes', 'Text []byte `protobuf:"bytes,1,opt,name=text,proto3" json:"text"`'],
    ['an enum', 'Kind Kind `protobuf:"varint,1,opt,name=kind,proto3,enum=a.Kind" json:"kind"`'],
    ['a type of the user', 'Id ID `protobuf:"bytes,1,opt,name=id,proto3,customtype=ID" json:"id"`'],
  ])('does not tell %s', (_, field) => {
    expect(kinds(field)).toEqual([]);
  });

  const value = 'Note Note `protobuf:"bytes,1,opt,name=note,proto3" json:"note"`';

  it('does not tell messages that write themselves', () => {
    expect(kinds(value, `${calls}func (m *Shelf) Marshal() (dAtA []byte, err error) {\n}\n`)).toEqual([]);
  });

  it('does not tell messages that are in no call', () => {
    expect(kinds(value, calls.replace('new(Shelf)', 'new(Note)'))).toEqual([]);
  });

  it('gives message, field and line', () => {
    expect(readGogoFields(`package pb\n\n${file(value)}`)).toMatchObject([
      { message: 'Shelf', field: 'Note', line: 4 },
    ]);
  });

  it('never throws', { timeout: 60_000 }, () => {
    withstand([file(value)], damageText, readGogoFields);
  });
});
