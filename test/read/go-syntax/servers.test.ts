import { describe, expect, it } from 'vitest';
import { readServerMethods } from '../../../src/read/generation/server-methods.ts';
import { readServerDeclarations, readServerRegistrations } from '../../../src/read/go/syntax/servers.ts';
import { damageText, withstand } from '../damage.ts';
import { parser } from './read.ts';

const pb = 'example.com/hello/pb';
const wanted = new Map([[pb, new Set(['RegisterGreeterServer'])]]);

const file = (body: string, more = '', alias = 'pb'): string => `package main

import (
	${alias} "${pb}"
	"example.com/hello/service"
)

type server struct{}
${more}
func serve(given *server, any pb.GreeterServer) {
${body}
}
`;

/** What is registered in a body, as `type` or `made by`. */
const registered = (body: string, more?: string) =>
  readServerRegistrations(parser, file(body, more), wanted, new Map()).map(({ type, constructedBy, keys }) => ({
    ...(type && { type: [type.package ?? '', type.name].join(' ').trim() }),
    ...(constructedBy && { by: [constructedBy.package ?? '', constructedBy.name].join(' ').trim() }),
    ...(keys && { keys }),
  }));

describe('what is registered as a server', () => {
  it.each([
    ['a literal', 'pb.RegisterGreeterServer(s, &server{})', { type: 'server', keys: [] }],
    ['a literal in brackets', 'pb.RegisterGreeterServer(s, (&server{a: 1}))', { type: 'server', keys: ['a'] }],
    ['a literal without keys', 'pb.RegisterGreeterServer(s, &server{1})', { type: 'server' }],
    ['a value', 'pb.RegisterGreeterServer(s, server{})', { type: 'server', keys: [] }],
    ['new', 'pb.RegisterGreeterServer(s, new(server))', { type: 'server', keys: [] }],
    ['a variable', 'v := &server{}\npb.RegisterGreeterServer(s, v)', { type: 'server', keys: [] }],
    ['a declared variable', 'var v server\npb.RegisterGreeterServer(s, &v)', { type: 'server', keys: [] }],
    ['a pointer that nothing is known of', 'var v *server\npb.RegisterGreeterServer(s, v)', { type: 'server' }],
    ['a parameter', 'pb.RegisterGreeterServer(s, given)', { type: 'server' }],
    [
      'a type of another package',
      'pb.RegisterGreeterServer(s, &service.Server{})',
      { type: 'example.com/hello/service Server', keys: [] },
    ],
    ['an interface', 'pb.RegisterGreeterServer(s, any)', { type: `${pb} GreeterServer` }],
    ['what a function makes', 'pb.RegisterGreeterServer(s, newServer(1))', { by: 'newServer' }],
    [
      'what a function of another package makes',
      'v := service.New()\npb.RegisterGreeterServer(s, v)',
      { by: 'example.com/hello/service New' },
    ],
    ['what is set twice', 'v := &server{}\nv = other\npb.RegisterGreeterServer(s, v)', {}],
    ['a type of the function itself', 'type server struct{}\npb.RegisterGreeterServer(s, &server{})', {}],
    ['what a method gives', 'pb.RegisterGreeterServer(s, x.server())', {}],
  ])('%s', (_, body, found) => {
    expect(registered(body)).toEqual([found]);
  });

  it.each([
    ['another function', 'pb.RegisterOtherServer(s, &server{})'],
    ['a name that is something else here', 'pb := x{}\npb.RegisterGreeterServer(s, &server{})'],
    ['one argument', 'pb.RegisterGreeterServer(&server{})'],
  ])('is silent about %s', (_, body) => {
    expect(registered(body)).toEqual([]);
  });

  it('knows packages that are not called like their folder', () => {
    const text = file('hellopb.RegisterGreeterServer(s, &server{})').replace('pb "', '"');
    expect(readServerRegistrations(parser, text, wanted, new Map())).toEqual([]);
    expect(readServerRegistrations(parser, text, wanted, new Map([[pb, 'hellopb']]))).toMatchObject([
      { alias: 'hellopb' },
    ]);
  });
});

describe('what servers are made of', () => {
  const declarations = readServerDeclarations(
    parser,
    file(
      'given.Unset = nil',
      `type one struct {
	pb.UnimplementedGreeterServer
	*pb.UnsafeOtherServer // why
	base
	name, other string
	sync.Mutex
}
type generic[T any] struct{}
type holds struct{ generic[int] }
type number int
type same = one
func (o *one) Greet() {}
func (o one) Part() {}
func New() (*one, error) { return nil, nil }
func Other() pb.GreeterServer { return nil }
`,
    ),
    new Map(),
  );

  it('reads embedded types, and how', () => {
    const [, one, holds] = declarations?.structs ?? [];
    expect(one?.embedded.map(({ package: path, name, pointer }) => [path, name, pointer])).toEqual([
      [pb, 'UnimplementedGreeterServer', false],
      [pb, 'UnsafeOtherServer', true],
      [undefined, 'base', false],
    ]);
    // sync is not imported here, and a generic type has no plain name.
    expect([one?.obscure, holds?.obscure]).toEqual([true, true]);
  });

  it('reads methods, results, and what else is declared', () => {
    expect(declarations?.others).toEqual(['generic', 'number', 'same']);
    expect(declarations?.methods).toEqual(new Map([['one', ['Greet', 'Part']]]));
    expect(declarations?.results).toEqual(
      new Map([
        ['New', { name: 'one' }],
        ['Other', { package: pb, name: 'GreeterServer' }],
      ]),
    );
    expect([...(declarations?.assigned ?? [])]).toEqual(['Unset']);
  });

  it('stands broken source', () => {
    withstand([file('v := &server{}\npb.RegisterGreeterServer(s, v)')], damageText, (text) => {
      readServerRegistrations(parser, text, wanted, new Map());
      readServerDeclarations(parser, text, new Map());
    });
  });
});

describe('what a generated interface asks for', () => {
  const text = `type GreeterServer interface {
	// Greets.
	Greet(context.Context, *Name) (*Name, error)
	Chat(Greeter_ChatServer) error
	mustEmbedUnimplementedGreeterServer()
}

func (UnimplementedGreeterServer) testEmbeddedByValue() {}

type FreeServer interface {
	Greet(context.Context, *Name) (*Name, error)
}

type Greeter_ChatServer interface {
	Send(*Name) error
}
`;

  it('has the methods in their order', () => {
    const methods = ['Greet', 'Chat', 'mustEmbedUnimplementedGreeterServer'];
    expect(readServerMethods(text)).toEqual([{ service: 'Greeter', methods, tested: true }]);
    expect(readServerMethods(text.replace('testEmbeddedByValue', 'other'))).toMatchObject([{ tested: false }]);
  });

  it('is silent about half of one', () => {
    expect(readServerMethods(text.slice(0, 100))).toEqual([]);
  });
});
