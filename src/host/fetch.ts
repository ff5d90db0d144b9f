import { readFileSync } from 'node:fs';
import * as http from 'node:http';
import * as https from 'node:https';
import { isIP, type Socket } from 'node:net';
import { pipeline, type Readable } from 'node:stream';
import * as tls from 'node:tls';
import { createGunzip } from 'node:zlib';
import type { FetchOptions, FetchResult } from '../core/host.ts';
import { systemRootFiles } from '../knowledge/system-roots.ts';
import { maskSecrets } from './mask.ts';
import { webProxyFor } from './web-proxy.ts';

/** As many as the go command follows. */
const maxRedirects = 10;
/** What is kept of a body. */
const keptBytes = 64 * 1024;
/** A longer one is no answer to a question of ours. Counted after unpacking; the go command refuses a go.mod above it too. */
const maxBodyBytes = 16 * 1024 * 1024;
/** The limit of Go's net/http. */
const maxHeaderBytes = 10 * 1024 * 1024;

/** One request on its way. */
interface Call extends FetchOptions {
  readonly limit: AbortSignal;
  /** How far it came: what running out of time means depends on it. */
  stage: 'resolving' | 'connecting' | 'securing' | 'connected' | 'answering';
  /** Host and port of the HTTP proxy that the last hop went through. */
  via?: string;
}

/**
 * One GET as the go command sends it (cmd/go/internal/web): with the HTTP proxies of the environment, the roots of the system and
 * gzip; redirects are followed, but not to other schemes, and a login goes to no other address than the one it was written in.
 */
export async function get(url: string, options: FetchOptions): Promise<FetchResult> {
  const call: Call = { ...options, limit: AbortSignal.timeout(options.timeoutMs), stage: 'connecting' };
  try {
    return await follow(new URL(unmasked(url)), call);
  } catch (error) {
    return problem(error, call);
  }
}

async function follow(first: URL, call: Call): Promise<FetchResult> {
  let url = first;
  for (let hops = 0; hops <= maxRedirects; hops++) {
    const response = await request(url, call);
    const next = redirectOf(response, url);
    if (!next) return answer(response, call);
    response.destroy();
    if (first.protocol === 'https:' && next.protocol === 'http:') {
      throw new Error(`redirected from secure URL ${url} to insecure URL ${next}`);
    }
    url = next;
  }
  return { kind: 'redirects', message: `stopped after ${maxRedirects} redirects` };
}

function redirectOf({ statusCode = 0, headers }: http.IncomingMessage, url: URL): URL | undefined {
  const redirects = [301, 302, 303, 307, 308].includes(statusCode);
  return redirects && headers.location ? new URL(headers.location, url) : undefined;
}

function request(url: URL, call: Call): Promise<http.IncomingMessage> {
  const { protocol } = url;
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error(`unsupported protocol scheme "${protocol}"`);
  if (protocol === 'http:' && url.username) throw new Error('refusing to pass credentials to insecure URL');
  const proxy = webProxyFor(url, process.env);
  call.stage = 'connecting';
  delete call.via;
  if (!proxy) return send(url, call, protocol === 'https:' ? { secureContext: roots() } : {});
  call.via = proxy.host;
  if (!/^https?:$/.test(proxy.protocol)) throw new Error(`cannot go through a proxy of the kind ${proxy.protocol}`);
  return protocol === 'https:' ? throughTunnel(url, proxy, call) : throughProxy(url, proxy, call);
}

/** A plain request is handed to the HTTP proxy as a whole. */
function throughProxy(url: URL, proxy: URL, call: Call): Promise<http.IncomingMessage> {
  const path = `${url.origin}${url.pathname}${url.search}`;
  return send(placeOf(proxy), call, { path, headers: { host: url.host, ...loginTo(proxy) } });
}

/** For a secure one it opens a way through. */
async function throughTunnel(url: URL, proxy: URL, call: Call): Promise<http.IncomingMessage> {
  const host = `${url.hostname}:${url.port || 443}`;
  const socket = await new Promise<Socket>((resolve, reject) => {
    const opening = starter(proxy)(placeOf(proxy), {
      ...common(call),
      method: 'CONNECT',
      path: host,
      headers: { host, ...loginTo(proxy) },
    });
    opening.on('socket', (one) => watch(one, call, proxy.hostname));
    opening.on('error', reject);
    opening.on('connect', ({ statusCode = 0, statusMessage = '' }, opened: Socket) => {
      if (statusCode === 200) return resolve(opened);
      opened.destroy();
      reject(new NoTunnel(statusCode, statusMessage));
    });
    opening.end();
  });
  const servername = url.hostname.replace(/^\[|\]$/g, '');
  return send(url, call, { createConnection: () => tls.connect({ socket, servername, secureContext: roots() }) });
}

/** The HTTP proxy did not open a way. */
class NoTunnel extends Error {
  readonly status: number;

  constructor(status: number, text: string) {
    super(`${status} ${text}`.trim());
    this.status = status;
  }
}

function placeOf(proxy: URL): URL {
  return new URL(`${proxy.protocol}//${proxy.host}`);
}

function loginTo(proxy: URL): Record<string, string> {
  if (!proxy.username) return {};
  const login = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(login).toString('base64')}` };
}

function starter(url: URL): typeof http.request {
  return url.protocol === 'https:' ? https.request : http.request;
}

function common(call: Call) {
  // By default only 250 ms are given to each address of a name.
  return { agent: false as const, signal: call.limit, autoSelectFamilyAttemptTimeout: Math.ceil(call.timeoutMs / 3) };
}

function send(
  url: URL,
  call: Call,
  more: https.RequestOptions & { secureContext?: tls.SecureContext },
): Promise<http.IncomingMessage> {
  const headers = { 'accept-encoding': 'gzip', 'user-agent': 'grpc-doctor', ...more.headers };
  return new Promise((resolve, reject) => {
    const sent = starter(url)(url, { ...common(call), maxHeaderSize: maxHeaderBytes, ...more, headers }, resolve);
    sent.on('socket', (socket) => watch(socket, call, url.hostname));
    sent.on('error', reject);
    // A change of protocol that nobody asked for is an answer to the go command, and no good one. Its body would never end.
    sent.on('upgrade', (response, socket) => {
      socket.destroy();
      response.push(null);
      resolve(response);
    });
    // However it went: a question that nobody answers any more would end the program in the middle.
    sent.on('close', () => reject(new Error('the connection was closed')));
    sent.end();
  });
}

/**
 * A peer that takes the connection and makes no TLS of it is one that Go gives up after a while, unlike one that does not answer; and for
 * a name it waits less long than for a connection.
 */
function watch(socket: Socket, call: Call, host: string): void {
  const secure = socket instanceof tls.TLSSocket;
  const reach = (stage: Call['stage']) => (): void => {
    call.stage = stage;
  };
  if (socket.connecting) {
    // An address is not looked up.
    if (isIP(host.replace(/^\[|\]$/g, '')) === 0) reach('resolving')();
    socket.once('lookup', reach('connecting'));
    socket.once('connect', reach(secure ? 'securing' : 'connected'));
  } else reach(secure ? 'securing' : 'connected')();
  socket.once('secureConnect', reach('connected'));
}

/** Reads the body as it comes: no more of it is held than is kept. */
async function answer(response: http.IncomingMessage, call: Call): Promise<FetchResult> {
  call.stage = 'answering';
  const kept: Buffer[] = [];
  let size = 0;
  for await (const chunk of unpacked(response)) {
    if (size < (call.bytes ?? keptBytes)) kept.push(chunk);
    size += chunk.length;
    if (call.enough !== undefined && size >= call.enough) break;
    if (size > Math.max(maxBodyBytes, call.bytes ?? 0))
      return { kind: 'endless', message: `more than ${maxBodyBytes} bytes` };
  }
  const { date } = response.headers;
  const age = Number(response.headers.age ?? 0);
  return {
    kind: 'answered',
    status: response.statusCode ?? 0,
    contentType: response.headers['content-type'] ?? '',
    // A server may repeat what it was asked with.
    body: call.bytes !== undefined ? '' : maskSecrets(Buffer.concat(kept).subarray(0, keptBytes).toString('utf8')),
    at: Date.now(),
    ...(call.bytes !== undefined && size <= call.bytes && { bytes: Buffer.concat(kept).toString('base64') }),
    ...(date && { date }),
    ...(age > 0 && { age }),
    ...(call.via && { via: call.via }),
  };
}

function unpacked(response: http.IncomingMessage): AsyncIterable<Buffer> {
  const packed = response.headers['content-encoding']?.toLowerCase() === 'gzip';
  // Whoever stops reading the one ends the other; an error comes out of the one that is read.
  const stream: Readable = packed ? pipeline(response, createGunzip(), () => {}) : response;
  return stream as AsyncIterable<Buffer>;
}

function problem(error: unknown, call: Call): FetchResult {
  const via = call.via ? { via: call.via } : {};
  if (call.limit.aborted) {
    return { kind: outOfTime[call.stage], message: waitedFor[call.stage] ?? `no end in ${call.timeoutMs} ms`, ...via };
  }
  const message = maskSecrets(error instanceof Error ? error.message || codeOf(error) : String(error));
  // For the go command this is no answer of the address, and 404 none that lets it go on.
  if (error instanceof NoTunnel && error.status !== 404 && error.status !== 410) {
    return { kind: 'answered', status: error.status, contentType: '', body: '', ...via };
  }
  return { kind: kindOf(codeOf(error), message), message, ...via };
}

const outOfTime = {
  resolving: 'timeout',
  connecting: 'timeout',
  securing: 'tls',
  connected: 'silent',
  answering: 'endless',
} as const;
const waitedFor: Partial<Record<Call['stage'], string>> = {
  resolving: 'look-up timeout',
  securing: 'TLS handshake timeout',
};

function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? '';
}

function kindOf(code: string, message: string): Exclude<FetchResult['kind'], 'answered'> {
  if (code === 'ECONNREFUSED') return 'refused';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'no-such-host';
  if (code === 'ETIMEDOUT') return 'timeout';
  if (code === 'HPE_HEADER_OVERFLOW') return 'endless';
  return /CERT|TLS|SSL|SELF_SIGNED|ISSUER|VERIFY|EPROTO/.test(code) || /\bTLS\b/.test(message) ? 'tls' : 'failed';
}

let context: tls.SecureContext | undefined;

/** Our own roots and those of the system: a company's proxy is often signed by a root of the company. */
function roots(): tls.SecureContext {
  context ??= contextOf([...tls.rootCertificates, ...ofSystem()]) ?? tls.createSecureContext();
  return context;
}

function contextOf(ca: string[]): tls.SecureContext | undefined {
  try {
    return tls.createSecureContext({ ca });
  } catch {
    // A file that holds something else.
    return undefined;
  }
}

function ofSystem(): string[] {
  const { getCACertificates } = tls as { getCACertificates?: (kind: 'system') => string[] };
  const named = process.env.SSL_CERT_FILE;
  const files = [
    named ? [named] : (systemRootFiles(process.platform) ?? []),
    process.env.NODE_EXTRA_CA_CERTS ?? [],
  ].flat();
  return [...(getCACertificates?.('system') ?? []), ...files.flatMap((file) => textOf(file) ?? [])];
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** The reader sees `***` for credentials; the request needs them. They are looked up in the environment again. */
function unmasked(url: string): string {
  if (!url.includes('***')) return url;
  for (const value of Object.values(process.env)) {
    if (!value?.includes('://')) continue;
    for (const entry of value.split(/[,|]/).map((one) => one.trim())) {
      const masked = maskSecrets(entry);
      if (masked !== entry && url.startsWith(masked)) return entry + url.slice(masked.length);
    }
  }
  return url;
}
