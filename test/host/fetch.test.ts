import { createServer as createHttps } from 'node:https';
import { afterEach, describe, expect, it } from 'vitest';
import type { FetchResult } from '../../src/core/host.ts';
import { get } from '../../src/host/fetch.ts';
import { closedAddress, listenRaw, serveFault } from '../../src/lab/kit/faulty-proxy.ts';
import { listen, type ModuleProxy } from '../../src/lab/kit/module-proxy.ts';

const timeoutMs = 1500;
const mib = 1024 * 1024;
const open: AsyncDisposable[] = [];

afterEach(async () => {
  for (const one of open.splice(0)) await one[Symbol.asyncDispose]();
  delete process.env.HTTP_PROXY;
  delete process.env.HTTPS_PROXY;
});

async function kept(proxy: Promise<ModuleProxy>): Promise<string> {
  const one = await proxy;
  open.push(one);
  return one.url;
}

/** The answer, how long it took, and how much the memory grew. */
async function measured(url: string): Promise<{ result: FetchResult; ms: number; mib: number }> {
  const before = process.memoryUsage.rss();
  const started = Date.now();
  const result = await get(url, { timeoutMs });
  return { result, ms: Date.now() - started, mib: (process.memoryUsage.rss() - before) / mib };
}

describe('a hostile server is answered in bounded time and memory', () => {
  it.each([
    ['silent', 'silent'],
    ['endless', 'endless'],
    ['drip', 'endless'],
    ['gzip-bomb', 'endless'],
    ['circle', 'redirects'],
    ['to-file', 'failed'],
    ['closes', 'failed'],
    ['banner', 'failed'],
    ['half-closes', 'failed'],
  ] as const)('%s is %s', async (fault, kind) => {
    const { result, ms, mib: grown } = await measured(`${await kept(serveFault(fault))}/m/@v/list`);
    expect(result).toMatchObject({ kind });
    expect(ms).toBeLessThan(timeoutMs + 1000);
    expect(grown).toBeLessThan(200);
  });

  it('takes a header that the go command takes', async () => {
    const { result } = await measured(await kept(serveFault('long-header')));
    expect(result).toMatchObject({ kind: 'answered', status: 200, body: 'module m\n' });
  });

  it('tells a closed port', async () => {
    expect((await measured(await closedAddress())).result).toMatchObject({ kind: 'refused' });
  });

  it('a change of protocol that nobody asked for is an answer, and no good one', async () => {
    const { result, ms } = await measured(await kept(serveFault('switches')));
    expect(result).toMatchObject({ kind: 'answered', status: 101, body: '' });
    expect(ms).toBeLessThan(timeoutMs);
  });

  it('keeps 64 KiB of a body, and waits for no more than is enough', async () => {
    const url = await kept(listen((_, response) => response.end('a'.repeat(mib))));
    const whole = await get(url, { timeoutMs });
    expect(whole.kind === 'answered' && whole.body.length).toBe(64 * 1024);
    const endless = await kept(serveFault('endless'));
    expect(await get(endless, { timeoutMs, enough: 2 })).toMatchObject({ kind: 'answered', status: 200 });
  });
});

describe('TLS', () => {
  it('to a plaintext server, and plaintext to a TLS server', async () => {
    const plain = await kept(listen((_, response) => response.end('x')));
    expect((await measured(plain.replace('http:', 'https:'))).result).toMatchObject({ kind: 'tls' });
    const url = await kept(listen((_, response) => response.end('x'), createHttps({})));
    expect((await measured(url)).result).toMatchObject({ kind: 'failed' });
    expect((await measured(url.replace('http:', 'https:'))).result).toMatchObject({ kind: 'tls' });
  });

  it('is not made of a connection that is taken', async () => {
    const url = (await kept(serveFault('silent'))).replace('http:', 'https:');
    expect((await measured(url)).result).toEqual({ kind: 'tls', message: 'TLS handshake timeout' });
  });
});

describe('redirects', () => {
  it('to another port are followed, and no login goes along', async () => {
    const seen: (string | undefined)[] = [];
    const other = await kept(
      listen((request, response) => {
        seen.push(request.headers.authorization);
        response.end('module m\n');
      }),
    );
    const first = await kept(listen((_, response) => response.writeHead(301, { location: `${other}/x` }).end()));
    expect((await measured(first)).result).toMatchObject({ kind: 'answered', body: 'module m\n' });
    expect(seen).toEqual([undefined]);
  });

  it('a login is not sent in the clear', async () => {
    const url = await kept(listen((_, response) => response.end('x')));
    const { result } = await measured(url.replace('://', '://ann:pass@'));
    expect(result).toEqual({ kind: 'failed', message: 'refusing to pass credentials to insecure URL' });
  });
});

describe('the HTTP proxy of the environment', () => {
  it('is asked for plain addresses', async () => {
    process.env.HTTP_PROXY = (await kept(listen((request, response) => response.end(request.url)))).replace(
      '://',
      '://ann:pass@',
    );
    expect((await measured('http://goproxy.invalid/m?x=1')).result).toMatchObject({
      kind: 'answered',
      body: 'http://goproxy.invalid/m?x=1',
      via: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
    });
  });

  it('gets the login, and no answer shows it', async () => {
    const echo = listen((request, response) => response.end(JSON.stringify(request.headers)));
    process.env.HTTP_PROXY = (await kept(echo)).replace('://', '://ann:pass@');
    const { result } = await measured('http://goproxy.invalid/m');
    expect(result).toMatchObject({ body: expect.stringContaining('"proxy-authorization":"Basic ***"') });
  });

  it('refuses the way through', async () => {
    const login = 'HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n';
    process.env.HTTPS_PROXY = await kept(listenRaw((socket) => void socket.end(login)));
    const { result } = await measured('https://goproxy.invalid/m');
    expect(result).toMatchObject({ kind: 'answered', status: 407 });
    expect((await measured('http://127.0.0.1:9/')).result).not.toHaveProperty('via');
  });
});
