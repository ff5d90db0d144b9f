import { describe, expect, it } from 'vitest';
import { readPackageTypes } from '../../../src/read/go/syntax/package-types.ts';
import { readTypedCalls } from '../../../src/read/go/syntax/typed-calls.ts';
import { damageText, withstand } from '../damage.ts';
import { parser } from './read.ts';

const wanted = new Map([['google.golang.org/protobuf/proto', new Set(['Marshal', 'Unmarshal'])]]);

const file = (body: string): string => `package x

import (
	"example.com/hello/pb"
	"google.golang.org/protobuf/proto"
)

func f(given *pb.User, any proto.Message) {
${body}
}
`;

const typesIn = (body: string): string[] =>
  readTypedCalls(parser, file(body), wanted).map(({ name, type }) => `${name} ${type.package} ${type.name}`);

describe('readTypedCalls', () => {
  it.each([
    ['a literal', 'proto.Marshal(&pb.User{})'],
    ['a variable', 'u := &pb.User{}\nproto.Marshal(u)'],
    ['a declared variable', 'var u pb.User\nproto.Marshal(&u)'],
    ['a parameter', 'proto.Marshal(given)'],
    ['new', 'proto.Marshal(new(pb.User))'],
  ])('tells the type of %s', (_, body) => {
    expect(typesIn(body)).toEqual(['Marshal example.com/hello/pb User']);
  });

  it('finds the argument that has a type', () => {
    expect(typesIn('var u pb.User\nproto.Unmarshal(nil, &u)')).toEqual(['Unmarshal example.com/hello/pb User']);
  });

  it.each([
    ['an interface', 'proto.Marshal(any)'],
    ['a function of this package', 'proto.Marshal(wrap(given))'],
    ['another function', 'proto.Size(given)'],
    ['a comment', '// proto.Marshal(given)'],
    ['a name that is declared nearer', 'proto := other{}\nproto.Marshal(given)'],
  ])('says nothing of %s', (_, body) => {
    expect(typesIn(body).filter((one) => !one.endsWith('/proto Message'))).toEqual([]);
  });

  it('knows an import by its other name', () => {
    const text = file('p.Marshal(given)').replace('"google', 'p "google').replace('any proto.', 'any p.');
    expect(readTypedCalls(parser, text, wanted)).toMatchObject([{ line: 9, column: 1, text: 'p.Marshal(given)' }]);
  });

  it('never throws', { timeout: 60_000 }, () => {
    withstand([file('u := &pb.User{}\nproto.Marshal(u)')], damageText, (text) => readTypedCalls(parser, text, wanted));
  });
});

describe('types of the package', () => {
  const declarations = `package x

import (
	"example.com/hello/pb"
	"google.golang.org/protobuf/proto"
)

type store struct {
	user, other *pb.User
	byValue     pb.User
	any         proto.Message
	list        []*pb.User
}

func newUser() *pb.User { return nil }

func newAny() proto.Message { return nil }

func two() (*pb.User, error) { return nil, nil }

func generic[T any]() *pb.User { return nil }
`;
  const own = readPackageTypes(parser, [declarations]);
  const typed = (body: string, more = ''): string[] =>
    readTypedCalls(parser, `${file(body)}${more}`, wanted, own).map(({ type }) => `${type.package} ${type.name}`);
  const user = ['example.com/hello/pb User'];

  it.each([
    ['a field', 'var s store\nproto.Marshal(s.user)'],
    ['a field that shares its type', 's := &store{}\nproto.Marshal(s.other)'],
    ['a field by value', 's := new(store)\nproto.Marshal(&s.byValue)'],
    ['a result', 'proto.Marshal(newUser())'],
    ['a variable with a result', 'u := newUser()\nproto.Marshal(u)'],
  ])('tells the type of %s', (_, body) => {
    expect(typed(body)).toEqual(user);
  });

  it('tells the type of a field of the receiver', () => {
    expect(typed('', 'func (s *store) save() { proto.Marshal(s.user) }\n')).toEqual(user);
  });

  it.each([
    ['a list', 'var s store\nproto.Marshal(s.list)'],
    ['a field of something unknown', 's := load()\nproto.Marshal(s.user)'],
    [
      'a struct that the function declares',
      'type store struct{ user proto.Message }\nvar s store\nproto.Marshal(s.user)',
    ],
    [
      'a variable with the name of a function',
      'newUser := func() proto.Message { return nil }\nproto.Marshal(newUser())',
    ],
    ['a generic function', 'proto.Marshal(generic())'],
  ])('says nothing of %s', (_, body) => {
    expect(typed(body)).toEqual([]);
  });

  it('never throws', { timeout: 60_000 }, () => {
    withstand([declarations], damageText, (text) => readPackageTypes(parser, [text]));
  });
});

describe('methods of what a function of the package gave', () => {
  const methods = new Map([['example.com/io', new Set(['ReadMsg'])]]);
  const body = (text: string): string => file(text).replace('"google', 'io "example.com/io"\n\t"google');
  const found = (text: string): string[] =>
    readTypedCalls(parser, body(text), methods).map(({ name, type }) => `${name} ${type.name}`);

  it.each([
    ['a variable', 'r := io.NewReader(x)\nr.ReadMsg(given)'],
    ['one expression', 'io.NewReader(x).ReadMsg(given)'],
  ])('are told on %s', (_, text) => {
    expect(found(text)).toEqual(['ReadMsg User']);
  });

  it.each([
    ['a variable that is given something else', 'r := io.NewReader(x)\nr = other()\nr.ReadMsg(given)'],
    ['a variable of an interface', 'var r reader = io.NewReader(x)\nr.ReadMsg(given)'],
    ['what another package gave', 'r := proto.NewReader(x)\nr.ReadMsg(given)'],
    ['another method', 'io.NewReader(x).Close(given)'],
  ])('are not told on %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});
