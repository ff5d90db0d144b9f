import { describe, expect, it } from 'vitest';
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
