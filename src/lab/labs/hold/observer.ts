import { connect } from 'node:http2';
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';

// A client and a relay that know nothing of the doctor.

/** How a connection ended in the eyes of a client of HTTP/2 that does nothing but wait. */
export interface Seen {
  /** `GOAWAY 0 "max_idle"`, `closed`, `reset`, `kept`. */
  readonly cut: string;
  readonly seconds: number;
  /** PINGs that it had sent by then. */
  readonly pings: number;
}

/** Connects, calls the health service if it is to, sends PINGs if it is to, and waits for the end. */
export function observe(
  address: string,
  options: { readonly call: boolean; readonly pingMs?: number; readonly waitMs: number },
): Promise<Seen> {
  const session = connect(`http://${address}`);
  const start = Date.now();
  let pings = 0;
  return new Promise((resolve) => {
    let reset = false;
    const end = (cut: string): void => {
      clearTimeout(timer);
      clearInterval(pinging);
      resolve({ cut, seconds: (Date.now() - start) / 1000, pings });
      session.destroy();
    };
    const timer = setTimeout(() => end('kept'), options.waitMs);
    const pinging = setInterval(
      () => {
        if (session.closed || session.destroyed) return;
        pings += 1;
        session.ping(() => {});
      },
      options.pingMs ?? 2 ** 30,
    );
    session.on('goaway', (code, _last, data) => end(goawayText(code, Buffer.from(data ?? '').toString())));
    session.on('error', (error: NodeJS.ErrnoException) => {
      reset = error.code === 'ECONNRESET';
    });
    session.on('close', () => end(reset ? 'reset' : 'closed'));
    if (options.call) callHealth(session);
  });
}

/** As rows show it. */
export function goawayText(code: number, debug: string): string {
  return debug === '' ? `GOAWAY ${code}` : `GOAWAY ${code} "${debug}"`;
}

function callHealth(session: ReturnType<typeof connect>): void {
  const stream = session.request({
    ':method': 'POST',
    ':path': '/grpc.health.v1.Health/Check',
    'content-type': 'application/grpc',
    te: 'trailers',
  });
  stream.on('error', () => {});
  stream.resume();
  stream.end(Buffer.alloc(5));
}

/** A relay on the loopback interface that ends every connection after a while. */
export async function cuttingRelay(
  to: string,
  afterMs: number,
  how: 'closed' | 'reset',
): Promise<AsyncDisposable & { readonly address: string }> {
  const [host = '', port = ''] = to.split(':');
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = dial(Number(port), host);
    for (const one of [near, far]) {
      sockets.add(one);
      one.on('error', () => {});
    }
    near.pipe(far).pipe(near);
    setTimeout(() => (how === 'reset' ? near.resetAndDestroy() : near.end()), afterMs);
    near.on('close', () => far.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const one of sockets) one.destroy();
      }),
  };
}
