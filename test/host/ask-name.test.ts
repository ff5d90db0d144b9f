import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { createServer, type Server, type Socket as Stream } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { NameAnswer, NameQuery } from '../../src/core/host.ts';
import { askName } from '../../src/host/ask-name.ts';

type Say = (query: Buffer, reply: (bytes: Buffer) => void, peer: RemoteInfo) => void;
type SayTcp = (query: Buffer, socket: Stream) => void;

const open: { close: () => void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

/** A name server over UDP and TCP at one port, as a script has it. */
async function serve(udp: Say | null, tcp?: SayTcp): Promise<number> {
  const stream: Server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', (data) => tcp?.(data.subarray(2), socket));
  });
  await new Promise<void>((resolve) => stream.listen(0, '127.0.0.1', resolve));
  const { port } = stream.address() as { port: number };
  const sockets = new Set<Stream>();
  stream.on('connection', (socket) => sockets.add(socket));
  open.push({ close: () => stream.close() }, { close: () => sockets.forEach((socket) => void socket.destroy()) });
  if (udp === null) return port;
  const datagrams: Socket = createSocket('udp4');
  let closed = false;
  const send = (bytes: Buffer, { port: to, address }: RemoteInfo): void => {
    if (!closed) datagrams.send(bytes, to, address);
  };
  datagrams.on('message', (query, peer) => udp(query, (bytes) => send(bytes, peer), peer));
  await new Promise<void>((resolve) => datagrams.bind(port, '127.0.0.1', resolve));
  open.push({
    close: () => {
      closed = true;
      datagrams.close();
    },
  });
  return port;
}

function ask(port: number, more: Partial<NameQuery> = {}): Promise<NameAnswer> {
  return askName({ server: '127.0.0.1', port, name: 'svc.example', type: 'A', timeoutMs: 10_000, ...more });
}

/** The answer to a query with these addresses; `flags` as they are sent. */
function addresses(query: Buffer, ips: readonly number[][], flags = 0x8180): Buffer {
  const head = Buffer.from(query.subarray(0, 12));
  head.writeUInt16BE(flags, 2);
  head.writeUInt16BE(ips.length, 6);
  head.writeUInt16BE(0, 10);
  const records = ips.map((ip) => Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, ...ip]));
  return Buffer.concat([head, query.subarray(12, query.length - 11), ...records]);
}

function overTcp(message: Buffer): Buffer {
  return Buffer.concat([Buffer.from([message.length >> 8, message.length & 0xff]), message]);
}

describe('one question to a name server', () => {
  it('is answered', async () => {
    const port = await serve((query, reply) =>
      reply(
        addresses(query, [
          [10, 0, 0, 5],
          [10, 0, 0, 6],
        ]),
      ),
    );
    expect(await ask(port)).toMatchObject({ kind: 'answered', rcode: 0, records: ['10.0.0.5', '10.0.0.6'] });
  });

  it('tells the code of an answer, and a server that is not for such names', async () => {
    const port = await serve((query, reply) => reply(addresses(query, [], 0x8183)));
    expect(await ask(port)).toMatchObject({ kind: 'answered', rcode: 3, records: [] });
    const lame = await serve((query, reply) => reply(addresses(query, [], 0x8100)));
    expect(await ask(lame)).toMatchObject({ kind: 'answered', rcode: 0, lame: true });
  });

  it('goes on over TCP where the answer does not fit', async () => {
    const port = await serve(
      (query, reply) => reply(addresses(query, [], 0x8380)),
      (query, socket) => {
        // A byte at a time is as good.
        const bytes = overTcp(addresses(query, [[10, 0, 0, 7]]));
        for (const byte of bytes) socket.write(Buffer.from([byte]));
      },
    );
    expect(await ask(port)).toMatchObject({ kind: 'answered', records: ['10.0.0.7'] });
  });

  it('is sent once more where the first packet was lost', async () => {
    let heard = 0;
    const port = await serve((query, reply) => {
      heard += 1;
      if (heard === 2) reply(addresses(query, [[10, 0, 0, 5]]));
    });
    expect(await ask(port, { timeoutMs: 600 })).toMatchObject({ kind: 'answered', records: ['10.0.0.5'] });
  });

  it('passes over answers that are none to it', async () => {
    const port = await serve((query, reply) => {
      const other = addresses(query, [[6, 6, 6, 6]]);
      const wrongId = Buffer.from(other);
      wrongId.writeUInt16BE(query.readUInt16BE(0) ^ 1, 0);
      const wrongName = Buffer.from(other);
      wrongName.write('x', 13);
      const question = Buffer.from(query);
      for (const bytes of [wrongId, wrongName, question, Buffer.alloc(0), Buffer.from('nonsense')]) reply(bytes);
      setTimeout(() => reply(addresses(query, [[10, 0, 0, 5]])), 20);
    });
    expect(await ask(port)).toMatchObject({ kind: 'answered', records: ['10.0.0.5'] });
  });

  it('takes no answer from somebody else', async () => {
    const stranger = createSocket('udp4');
    open.push({ close: () => stranger.close() });
    const port = await serve((query, _reply, peer) =>
      stranger.send(addresses(query, [[6, 6, 6, 6]]), peer.port, peer.address),
    );
    expect(await ask(port, { timeoutMs: 300 })).toMatchObject({ kind: 'timeout' });
  });

  it('ends with a flood of packets that are no answer', async () => {
    const port = await serve((_, reply) => {
      for (let index = 0; index < 3000; index += 1) reply(Buffer.from('no'));
    });
    // The system drops some of them: then it is the time that ends.
    expect(['malformed', 'timeout']).toContain((await ask(port, { timeoutMs: 500 })).kind);
  });

  it.each<[string, SayTcp]>([
    ['an end before the message', (_, socket) => socket.end(Buffer.from([0, 50, 1, 2]))],
    [
      'another question',
      (query, socket) => socket.end(overTcp(addresses(Buffer.from(query).fill(120, 13, 16), [[1, 1, 1, 1]]))),
    ],
    ['nonsense', (_, socket) => socket.end(Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'.repeat(900)))],
  ])('over TCP is malformed with %s', async (_, tcp) => {
    const port = await serve(null, tcp);
    expect((await ask(port, { tcp: true })).kind).toBe('malformed');
  });

  it('has an end where nothing comes, or one byte of many', async () => {
    const port = await serve(
      () => undefined,
      (_, socket) => void socket.write(Buffer.from([0xff])),
    );
    expect(await ask(port, { timeoutMs: 200 })).toMatchObject({ kind: 'timeout' });
    expect(await ask(port, { timeoutMs: 200, tcp: true })).toMatchObject({ kind: 'timeout' });
  });

  it('hears that nobody listens', async () => {
    const port = await serve(null);
    expect(await ask(port)).toMatchObject({ kind: 'refused' });
  });

  it('is not asked for a name that no message can hold, or of a server that is no address', async () => {
    expect((await ask(1, { name: 'a'.repeat(64) })).kind).toBe('failed');
    expect((await ask(1, { server: '999.1.1.1', timeoutMs: 300 })).kind).not.toBe('answered');
  });
});
