import type { RequestListener, ServerResponse } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { listen, type ModuleProxy } from './module-proxy.ts';

// Module proxies that do not do what they should, on the loopback interface. Close each when done.

/** What a faulty proxy does with every request. */
export type Fault = keyof typeof faults | keyof typeof rawFaults;

const faults = {
  /** Redirects to itself. */
  circle: (_, response) => response.writeHead(302, { location: '/again' }).end(),
  /** Redirects to a file of the machine. */
  'to-file': (_, response) => response.writeHead(302, { location: 'file:///etc/hostname' }).end(),
  /** The login page of a network. */
  html: (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(loginPage),
  /** Never ends its body. */
  endless: (_, response) => void writeForever(response.writeHead(200, { 'content-type': 'text/plain' })),
  /** One byte a second. */
  drip: (_, response) => dripInto(response.writeHead(200)),
  /** 1 GiB of zeros in 1 MB. */
  'gzip-bomb': (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb()),
  /** A header of 1 MiB before a body that is well. */
  'long-header': (_, response) => void response.writeHead(200, { 'x-long': 'a'.repeat(1024 * 1024) }).end('module m\n'),
} satisfies Record<string, RequestListener>;

const rawFaults = {
  /** Accepts and says nothing. */
  silent: () => {},
  /** Accepts and closes. */
  closes: (socket: Socket) => socket.end(),
  /** Is no web server. */
  banner: (socket: Socket) => void socket.write('SSH-2.0-OpenSSH_9.6\r\n'),
  /** Says how much will come, sends half of it and closes its side. */
  'half-closes': (socket: Socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nmodule m\n'),
  /** Goes over to another protocol, though nobody asked for it. */
  switches: (socket: Socket) =>
    void socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n'),
};

const loginPage = '<!DOCTYPE html><html><head><title>Sign in</title></head><body>Please log in</body></html>\n';

/** Starts a proxy with that fault, or one that answers everything with a status. */
export function serveFault(fault: Fault | number): Promise<ModuleProxy> {
  if (typeof fault === 'number') return listen((_, response) => void response.writeHead(fault).end());
  return fault in faults
    ? listen(faults[fault as keyof typeof faults])
    : listenRaw(rawFaults[fault as keyof typeof rawFaults]);
}

/** An address at which nothing listens: a port that was free a moment ago. */
export async function closedAddress(): Promise<string> {
  const proxy = await serveFault('silent');
  await proxy[Symbol.asyncDispose]();
  return proxy.url;
}

/** A server below HTTP. */
export async function listenRaw(accept: (socket: Socket) => void): Promise<ModuleProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.resume();
    accept(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function writeForever(response: ServerResponse): void {
  const block = Buffer.alloc(64 * 1024, 'a');
  const more = (): void => {
    while (!response.destroyed && response.write(block));
  };
  response.on('drain', more);
  more();
}

function dripInto(response: ServerResponse): void {
  const timer = setInterval(() => response.write('a'), 1000);
  response.on('close', () => clearInterval(timer));
  response.write('a');
}

/** Many small archives one after the other are one. */
function bomb(): Buffer {
  const member = gzipSync(Buffer.alloc(16 * 1024 * 1024));
  return Buffer.concat(Array.from({ length: 64 }, () => member));
}
