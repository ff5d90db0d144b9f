import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createServer as createTlsServer, type TLSSocket } from 'node:tls';
import { gzipSync } from 'node:zlib';

// Servers that do what no server should, on the loopback interface. Each is one connection's worth of malice.

export interface HostileServer extends AsyncDisposable {
  readonly port: number;
  /** Sockets that are open now. */
  open(): number;
}

type Act = (socket: Socket) => void;

/** Bytes of a frame of HTTP/2. */
export function frame(type: number, flags: number, stream: number, payload: Uint8Array = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(9);
  head.writeUIntBE(payload.length, 0, 3);
  head[3] = type;
  head[4] = flags;
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, payload]);
}

const DATA = 0;
const HEADERS = 1;
const RESET = 3;
const SETTINGS = 4;
const PUSH = 5;
const PING = 6;
const GOAWAY = 7;
const WINDOW = 8;
const CONTINUATION = 9;
const END_STREAM = 1;
const END_HEADERS = 4;

const settings = frame(SETTINGS, 0, 0);
const settingsAck = frame(SETTINGS, 1, 0);

/** A header without compression and without an index (RFC 7541, 6.2.2). */
function header(name: string, value: string): Buffer {
  return Buffer.concat([Buffer.from([0]), text(name), text(value)]);
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value, 'latin1');
  if (bytes.length < 127) return Buffer.concat([Buffer.from([bytes.length]), bytes]);
  const length = [127];
  let rest = bytes.length - 127;
  for (; rest >= 128; rest >>= 7) length.push((rest & 127) | 128);
  return Buffer.concat([Buffer.from([...length, rest]), bytes]);
}

const status200 = Buffer.from([0x88]);
const grpc = header('content-type', 'application/grpc');
const head = Buffer.concat([status200, grpc]);
const ok = header('grpc-status', '0');
const trailersOnly = (...more: Buffer[]): Buffer =>
  frame(HEADERS, END_STREAM | END_HEADERS, 1, Buffer.concat([head, ...more]));

/** Writes again and again for as long as it is taken. */
function forever(socket: Socket, bytes: Uint8Array): void {
  let left = 4096;
  const write = (): void => {
    while (!socket.destroyed && left > 0) {
      left -= 1;
      if (!socket.write(bytes)) return void socket.once('drain', write);
    }
    left = 4096;
    if (!socket.destroyed) setImmediate(write);
  };
  write();
}

function drip(socket: Socket, bytes: Uint8Array, everyMs: number): void {
  let at = 0;
  const timer = setInterval(() => {
    if (socket.destroyed || at >= bytes.length) return clearInterval(timer);
    socket.write(bytes.subarray(at, at + 1));
    at += 1;
  }, everyMs);
  socket.on('close', () => clearInterval(timer));
}

/** Says SETTINGS, and once the first call has come, what is to be said to it. */
function answering(act: Act): Act {
  return (socket) => {
    socket.write(Buffer.concat([settings, settingsAck]));
    let seen = Buffer.alloc(0);
    const look = (chunk: Buffer): void => {
      seen = Buffer.concat([seen, chunk]);
      for (let at = 24; at + 9 <= seen.length; at += 9 + seen.readUIntBE(at, 3)) {
        if (seen[at + 3] !== HEADERS) continue;
        socket.off('data', look);
        act(socket);
        return;
      }
    };
    socket.on('data', look);
  };
}

const says =
  (...bytes: Uint8Array[]): Act =>
  (socket) =>
    void socket.write(Buffer.concat(bytes));
const repeats =
  (bytes: Uint8Array): Act =>
  (socket) =>
    forever(socket, bytes);
const many = (count: number, bytes: Uint8Array): Buffer => Buffer.concat(Array.from({ length: count }, () => bytes));

/** One field that goes into the table of the decoder, and then stands for itself 4,000 times. */
const hpackBomb = Buffer.concat([
  head,
  Buffer.from([0x40]),
  text('x-bomb'),
  text('b'.repeat(4000)),
  Buffer.alloc(12_000, 0xbe),
]);
const gzipBomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
const prefixed = (flag: number, length: number): Buffer => {
  const bytes = Buffer.alloc(5);
  bytes[0] = flag;
  bytes.writeUInt32BE(length, 1);
  return bytes;
};

/** Malice of servers that speak plaintext. */
export const plainFaults = {
  silent: () => {},
  closes: (socket) => socket.end(),
  resets: (socket) => void socket.resetAndDestroy(),
  'half-closes': (socket) => socket.end(),
  banner: says(Buffer.from('SSH-2.0-OpenSSH_9.6\r\n')),
  garbage: says(Buffer.from(Array.from({ length: 600 }, (_, index) => (index * 7919 + 13) % 251))),
  'garbage without end': repeats(Buffer.alloc(65_536, 0xaa)),
  'zeros without end': repeats(Buffer.alloc(65_536)),
  'one byte a second': (socket) => drip(socket, settings, 1000),
  'settings in single bytes': (socket) => drip(socket, Buffer.concat([settings, settingsAck]), 20),
  http1: says(
    Buffer.from('HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n400 Bad Request'),
  ),
  'http1 and closes': (socket) => socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'),
  'http1 without end': repeats(Buffer.from(`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(1000)}\r\n`)),
  'tls alert': (socket) => socket.end(Buffer.from([21, 3, 1, 0, 2, 2, 70])),
  'settings only': says(settings),
  'settings and closes': (socket) => socket.end(settings),
  'settings and resets': (socket) => void socket.write(settings, () => socket.resetAndDestroy()),
  'settings without end': repeats(settings),
  'long settings without end': repeats(frame(SETTINGS, 0, 0, many(2730, Buffer.from([0, 3, 0, 0, 0, 100])))),
  'settings that never end': (socket) => {
    socket.write(frame(SETTINGS, 0, 0, Buffer.alloc(16_380)).subarray(0, 9));
    drip(socket, Buffer.alloc(16_380), 50);
  },
  'settings of odd length': says(frame(SETTINGS, 0, 0, Buffer.alloc(7))),
  'settings with nonsense': says(frame(SETTINGS, 0, 0, Buffer.from([0, 5, 0xff, 0xff, 0xff, 0xff]))),
  'no streams allowed': says(frame(SETTINGS, 0, 0, Buffer.from([0, 3, 0, 0, 0, 0])), settingsAck),
  'pings without end': (socket) => {
    socket.write(settings);
    forever(socket, frame(PING, 0, 0, Buffer.alloc(8)));
  },
  'acknowledgements without end': (socket) => {
    socket.write(settings);
    forever(socket, settingsAck);
  },
  'windows without end': (socket) => {
    socket.write(settings);
    forever(socket, frame(WINDOW, 0, 0, Buffer.from([0, 0, 0, 1])));
  },
  'window overflow': says(settings, frame(WINDOW, 0, 0, Buffer.from([0x7f, 0xff, 0xff, 0xff]))),
  'empty data without end': answering(repeats(frame(DATA, 0, 1))),
  'unknown frames without end': (socket) => {
    socket.write(settings);
    forever(socket, frame(0xee, 0, 0, Buffer.alloc(100)));
  },
  'huge frame': (socket) => {
    socket.write(settings);
    const big = Buffer.from([0xff, 0xff, 0xff, DATA, 0, 0, 0, 0, 1]);
    socket.write(big);
    forever(socket, Buffer.alloc(65_536));
  },
  'goaway at once': says(settings, frame(GOAWAY, 0, 0, Buffer.concat([Buffer.alloc(8), Buffer.from('go away')]))),
  'goaway with a megabyte': (socket) => {
    const payload = Buffer.concat([Buffer.from([0, 0, 0, 0, 0, 0, 0, 11]), Buffer.alloc(1_000_000, 0x41)]);
    socket.end(Buffer.concat([settings, frame(GOAWAY, 0, 0, payload)]));
  },
  'goaway and waits': (socket) => {
    const payload = Buffer.concat([Buffer.from([0x7f, 0xff, 0xff, 0xff, 0, 0, 0, 11]), Buffer.from('too_many_pings')]);
    socket.write(Buffer.concat([settings, frame(GOAWAY, 0, 0, payload)]));
  },
  'goaway instead of an answer': answering(says(frame(GOAWAY, 0, 0, Buffer.alloc(8)))),
  'never answers': answering(() => {}),
  'answers by closing': answering((socket) => socket.end()),
  'answers by resetting': answering((socket) => void socket.resetAndDestroy()),
  'resets the stream': answering(says(frame(RESET, 0, 1, Buffer.from([0, 0, 0, 2])))),
  'resets after a message': answering(
    says(
      frame(HEADERS, END_HEADERS, 1, head),
      frame(DATA, 0, 1, Buffer.from([0, 0, 0, 0, 2, 8, 1])),
      frame(RESET, 0, 1, Buffer.from([0, 0, 0, 11])),
    ),
  ),
  'refuses the stream': answering(says(frame(RESET, 0, 1, Buffer.from([0, 0, 0, 7])))),
  'resets another stream': answering(says(frame(RESET, 0, 99, Buffer.from([0, 0, 0, 2])))),
  'headers without end': answering((socket) => {
    socket.write(frame(HEADERS, 0, 1, head));
    forever(socket, frame(CONTINUATION, 0, 1, header('x-more', 'a'.repeat(8000))));
  }),
  'empty headers without end': answering((socket) => {
    socket.write(frame(HEADERS, 0, 1, head));
    forever(socket, frame(CONTINUATION, 0, 1));
  }),
  'headers that never end': answering((socket) => {
    socket.write(frame(HEADERS, 0, 1, head));
    drip(socket, frame(CONTINUATION, 0, 1, header('x-more', 'a'.repeat(8000))), 50);
  }),
  'long headers': answering(says(trailersOnly(header('grpc-message', 'm'.repeat(15_000)), ok))),
  'many headers': answering(says(trailersOnly(many(1000, header('x-h', 'v')), ok))),
  'hpack bomb': answering(says(frame(HEADERS, END_HEADERS, 1, hpackBomb))),
  'hpack nonsense': answering(says(frame(HEADERS, END_HEADERS, 1, Buffer.alloc(50, 0xff)))),
  'headers with controls': answering(says(trailersOnly(header('grpc-message', 'a\u001b[31mb\r\nc'), ok))),
  'headers in capitals': answering(says(trailersOnly(header('X-Upper', 'a'), ok))),
  'no status': answering(says(frame(HEADERS, END_STREAM | END_HEADERS, 1, grpc))),
  'odd status': answering(says(trailersOnly(header('grpc-status', '99999999999999999999')))),
  'negative status': answering(says(trailersOnly(header('grpc-status', '-1')))),
  'informational without end': answering(
    repeats(frame(HEADERS, END_HEADERS, 1, Buffer.concat([Buffer.from([0x08]), text('103')]))),
  ),
  pushes: answering(says(frame(PUSH, END_HEADERS, 1, Buffer.concat([Buffer.from([0, 0, 0, 2]), head])))),
  'headers of another stream': answering(says(frame(HEADERS, END_HEADERS, 98, head))),
  'data before headers': answering(says(frame(DATA, END_STREAM, 1, prefixed(0, 0)))),
  'message without end': answering((socket) => {
    socket.write(Buffer.concat([frame(HEADERS, END_HEADERS, 1, head), frame(DATA, 0, 1, prefixed(0, 0xffffffff))]));
    forever(socket, frame(DATA, 0, 1, Buffer.alloc(16_000)));
  }),
  'messages without end': answering((socket) => {
    socket.write(frame(HEADERS, END_HEADERS, 1, head));
    forever(socket, frame(DATA, 0, 1, many(1000, prefixed(0, 0))));
  }),
  'page without end': answering((socket) => {
    socket.write(frame(HEADERS, END_HEADERS, 1, Buffer.concat([status200, header('content-type', 'text/html')])));
    forever(socket, frame(DATA, 0, 1, Buffer.alloc(16_000, 0x20)));
  }),
  'gzip bomb': answering((socket) => {
    socket.write(frame(HEADERS, END_HEADERS, 1, Buffer.concat([head, header('grpc-encoding', 'gzip')])));
    const bytes = Buffer.concat([prefixed(1, gzipBomb.length), gzipBomb]);
    for (let at = 0; at < bytes.length; at += 16_000) socket.write(frame(DATA, 0, 1, bytes.subarray(at, at + 16_000)));
    socket.write(frame(HEADERS, END_STREAM | END_HEADERS, 1, ok));
  }),
  'cut message': answering(
    says(
      frame(HEADERS, END_HEADERS, 1, head),
      frame(DATA, 0, 1, Buffer.concat([prefixed(0, 100), Buffer.alloc(10)])),
      frame(HEADERS, END_STREAM | END_HEADERS, 1, ok),
    ),
  ),
  'answer in single bytes': answering((socket) => drip(socket, trailersOnly(ok), 5)),
  'answer one byte a second': answering((socket) => drip(socket, trailersOnly(ok), 1000)),
} satisfies Record<string, Act>;

/** A record of TLS 1.2. */
function record(type: number, bytes: Uint8Array): Buffer {
  const start = Buffer.from([type, 3, 3, 0, 0]);
  start.writeUInt16BE(bytes.length, 3);
  return Buffer.concat([start, bytes]);
}

/** A message of the handshake, in as many records as it takes. */
function message(type: number, body: Uint8Array): Buffer {
  const whole = Buffer.concat([Buffer.from([type, 0, 0, 0]), body]);
  whole.writeUIntBE(body.length, 1, 3);
  const parts: Buffer[] = [];
  for (let at = 0; at < whole.length; at += 16_384) parts.push(record(22, whole.subarray(at, at + 16_384)));
  return Buffer.concat(parts);
}

/** TLS 1.2, ECDHE-ECDSA-AES128-GCM-SHA256, no session, no extension. */
const serverHello = message(
  2,
  Buffer.concat([Buffer.from([3, 3]), Buffer.alloc(32, 7), Buffer.from([0, 0xc0, 0x2b, 0, 0, 0])]),
);

function certificateMessage(certificates: readonly Uint8Array[]): Buffer {
  const entries = certificates.map((one) => {
    const length = Buffer.alloc(3);
    length.writeUIntBE(one.length, 0, 3);
    return Buffer.concat([length, one]);
  });
  const list = Buffer.concat(entries);
  const length = Buffer.alloc(3);
  length.writeUIntBE(list.length, 0, 3);
  return message(11, Buffer.concat([length, list]));
}

/** What a server does with a ClientHello. */
export const helloFaults = {
  silent: () => {},
  closes: (socket) => socket.end(),
  resets: (socket) => void socket.resetAndDestroy(),
  plaintext: says(settings),
  http1: says(Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')),
  'garbage without end': repeats(Buffer.alloc(65_536, 0xaa)),
  'half a record': says(record(22, Buffer.alloc(1000)).subarray(0, 500)),
  'half a hello': says(serverHello.subarray(0, 30)),
  'hello and silence': says(serverHello),
  'hello and closes': (socket) => socket.end(serverHello),
  'one byte a second': (socket) => drip(socket, serverHello, 1000),
  'handshake refused': (socket) => socket.end(record(21, Buffer.from([2, 40]))),
  'unknown alert': (socket) => socket.end(record(21, Buffer.from([2, 250]))),
  'alert and silence': says(record(21, Buffer.from([2, 112]))),
  'warnings without end': repeats(record(21, Buffer.from([1, 112]))),
  'goodbye at once': (socket) => socket.end(record(21, Buffer.from([1, 0]))),
  'empty records without end': repeats(record(22, Buffer.alloc(0))),
  'record too long': says(Buffer.from([22, 3, 3, 0xff, 0xff]), Buffer.alloc(65_535)),
  'hellos without end': repeats(serverHello),
  'ten megabytes of certificate': says(serverHello, certificateMessage([Buffer.alloc(10 * 1024 * 1024, 0x30)])),
  'a thousand certificates': says(
    serverHello,
    certificateMessage(Array.from({ length: 1000 }, () => Buffer.alloc(40, 0x30))),
  ),
  'certificates of nothing': says(serverHello, certificateMessage(Array.from({ length: 5000 }, () => Buffer.alloc(0)))),
} satisfies Record<string, Act>;

/** What a server does after the handshake. */
export const securedFaults = {
  silent: () => {},
  closes: (socket) => socket.end(),
  resets: (socket) => void under(socket).resetAndDestroy(),
  'closes without goodbye': (socket) => under(socket).end(),
  'clear text': (socket) => void under(socket).write('HTTP/1.1 400 Bad Request\r\n\r\n'),
  'alert in the clear': (socket) => void under(socket).write(record(21, Buffer.from([2, 40]))),
  http1: says(Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')),
  'garbage without end': repeats(Buffer.alloc(65_536, 0xaa)),
  'one byte a second': (socket) => drip(socket, settings, 1000),
  'pings without end': (socket) => {
    socket.write(settings);
    forever(socket, frame(PING, 0, 0, Buffer.alloc(8)));
  },
  'settings only': says(settings),
} satisfies Record<string, Act>;

/** The socket below TLS. */
function under(socket: Socket): Socket {
  return (socket as unknown as { _parent: Socket })._parent;
}

/** What an HTTP proxy does with CONNECT. */
export const proxyFaults = {
  silent: () => {},
  closes: (socket) => socket.end(),
  resets: (socket) => void socket.resetAndDestroy(),
  login: (socket) =>
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="x"\r\n\r\n'),
  'bad gateway': says(Buffer.from('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n')),
  garbage: says(Buffer.alloc(300, 0xaa)),
  'head without end': (socket) => {
    socket.write('HTTP/1.1 200 OK\r\n');
    forever(socket, Buffer.from(`x: ${'a'.repeat(1000)}\r\n`));
  },
  'one byte a second': (socket) => drip(socket, Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), 1000),
  'opens and is silent': says(Buffer.from('HTTP/1.1 200 OK\r\n\r\n')),
  'opens and garbage': says(Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), Buffer.alloc(300, 0xaa)),
  'another version': says(Buffer.from('HTTP/2.0 200 OK\r\n\r\n')),
} satisfies Record<string, Act>;

/** Listens, and does that with every connection. */
export async function hostile(act: Act): Promise<HostileServer> {
  return listen(createServer({ allowHalfOpen: act === plainFaults['half-closes'] }), 'connection', act);
}

/** As {@link hostile}, after the first bytes of the client. */
export function hostileTo(act: Act): Promise<HostileServer> {
  return hostile((socket) => void socket.once('data', () => act(socket)));
}

/** As {@link hostile}, inside TLS. */
export function hostileSecured(act: Act, identity: { key: string; cert: string }): Promise<HostileServer> {
  return listen(createTlsServer({ ...identity, ALPNProtocols: ['h2'] }), 'secureConnection', act);
}

async function listen(
  server: ReturnType<typeof createServer>,
  event: 'connection' | 'secureConnection',
  act: Act,
): Promise<HostileServer> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
  });
  server.on('tlsClientError', () => {});
  server.on(event, (socket: Socket | TLSSocket) => {
    socket.on('error', () => {});
    socket.resume();
    act(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    open: () => sockets.size,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
