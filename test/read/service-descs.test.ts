import { describe, expect, it } from 'vitest';
import { readServiceDescs } from '../../src/read/generation/service-descs.ts';
import { damageText, withstand } from './damage.ts';

/** As protoc-gen-go-grpc 1.6.2 writes it. */
const code = `var Board_ServiceDesc = grpc.ServiceDesc{
	ServiceName: "board.v1.Board",
	HandlerType: (*BoardServer)(nil),
	Methods: []grpc.MethodDesc{
		{
			MethodName: "Get",
			Handler:    _Board_Get_Handler,
		},
	},
	Streams: []grpc.StreamDesc{
		{
			StreamName:    "Watch",
			Handler:       _Board_Watch_Handler,
			ServerStreams: true,
		},
		{
			StreamName:    "Chat",
			Handler:       _Board_Chat_Handler,
			ServerStreams: true,
			ClientStreams: true,
		},
	},
	Metadata: "pb/board.proto",
}
`;

const method = (name: string, clientStreams = false, serverStreams = false) => ({ name, clientStreams, serverStreams });

describe('readServiceDescs', () => {
  it('reads names and streams of the methods', () => {
    expect(readServiceDescs(`package pb\n\n${code}`)).toEqual([
      {
        name: 'board.v1.Board',
        line: 3,
        methods: [method('Get'), method('Watch', false, true), method('Chat', true, true)],
      },
    ]);
  });

  it('reads the variables of older plugins, with other names for grpc, and with lines of Windows', () => {
    const old = code.replace('Board_ServiceDesc = grpc.', '_Board_serviceDesc = google_golang_org_grpc.');
    expect(readServiceDescs(old.replaceAll('\n', '\r\n'))).toMatchObject([{ name: 'board.v1.Board', line: 1 }]);
  });

  it('reads several, and one without methods', () => {
    const empty =
      'var Shelf_ServiceDesc = grpc.ServiceDesc{\n\tServiceName: "Shelf",\n\tMethods:     []grpc.MethodDesc{},\n}\n';
    expect(readServiceDescs(code + empty).map(({ name, methods }) => [name, methods.length])).toEqual([
      ['board.v1.Board', 3],
      ['Shelf', 0],
    ]);
  });

  it.each([
    ['one that is given to a function', 'srv.RegisterService("a.B", &ttrpc.ServiceDesc{\n\tServiceName: "a.B",\n})\n'],
    ['one without a name', 'var x = grpc.ServiceDesc{\n}\n'],
    ['one without an end', code.slice(0, code.lastIndexOf('}'))],
  ])('leaves out %s', (_, text) => {
    expect(readServiceDescs(text)).toEqual([]);
  });

  it('never throws', { timeout: 60_000 }, () => {
    withstand([code], damageText, readServiceDescs);
  });
});
