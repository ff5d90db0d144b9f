import { constants } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  type ConnectionOptions,
  connect,
  createSecureContext,
  type SecureContext,
  type TLSSocket,
  type TLSSocketOptions,
} from 'node:tls';
import type { Ending, TlsOffer, TlsTranscript } from '../../core/host.ts';
import { readServerFlight } from '../../read/tls/server-flight.ts';
import { maskSecrets } from '../mask.ts';
import { clock, type Line, since } from './line.ts';

/**
 * Suites in the order of Go's crypto/tls. From TLS 1.2 on grpc-go leaves out those that HTTP/2 forbids; who also takes older versions
 * is shown all.
 */
const http2Suites = [
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
];
/** Go signs with keys of any size, and so must what we take: the level of OpenSSL is the lowest. */
const anySize = '@SECLEVEL=0';
const curves = 'X25519:P-256:P-384:P-521';
const signatures = [
  'rsa_pss_rsae_sha256',
  'ecdsa_secp256r1_sha256',
  'ed25519',
  'rsa_pss_rsae_sha384',
  'rsa_pss_rsae_sha512',
  'RSA+SHA256',
  'RSA+SHA384',
  'RSA+SHA512',
  'ECDSA+SHA384',
  'ECDSA+SHA512',
  'RSA+SHA1',
  'ECDSA+SHA1',
].join(':');

/** OpenSSL takes no more of a chain; Go takes 256 KiB. */
const maxChainBytes = 100 * 1024;
/** First bytes of what is no TLS. */
const toldBytes = 1024;

/** TLS over a connection. `socket` is there where both sides agreed. */
export async function secure(
  line: Line,
  offer: TlsOffer,
  timeoutMs: number,
): Promise<{ tls: Handshake; socket?: TLSSocket }> {
  const start = clock();
  const handshake = new Handshake(line, start);
  let socket: TLSSocket;
  try {
    const options: ConnectionOptions & Pick<TLSSocketOptions, 'requestOCSP'> = {
      socket: line.tap,
      secureContext: contextOf(offer),
      rejectUnauthorized: false,
      requestOCSP: true,
      ...(offer.serverName !== undefined && { servername: offer.serverName }),
      ...(offer.alpn.length > 0 && { ALPNProtocols: [...offer.alpn] }),
    };
    socket = connect(options);
  } catch (error) {
    handshake.fail(error);
    line.finish('failed');
    return { tls: handshake };
  }
  socket.on('keylog', (text: Buffer) => handshake.learn(text.toString('latin1')));
  socket.on('OCSPResponse', () => {});
  const waited = await line.wait<boolean>(timeoutMs, (done) => {
    socket.on('error', (error) => {
      handshake.fail(error);
      done(false);
      // The socket knows better, where it is the end of that, too.
      setImmediate(() => line.finish(handshake.ending));
    });
    socket.once('secureConnect', () => done(true));
  });
  if (waited.kind === 'done' && waited.value) {
    handshake.agree(socket);
    return { tls: handshake, socket };
  }
  handshake.ms = since(start);
  await new Promise((resolve) => setImmediate(resolve));
  line.finish(waited.kind === 'timeout' && handshake.ending !== 'too-much' ? 'timeout' : handshake.ending);
  return { tls: handshake };
}

function contextOf({ minVersion, maxVersion, identity }: TlsOffer): SecureContext {
  const old = minVersion === 'TLSv1' || minVersion === 'TLSv1.1';
  return createSecureContext({
    // No roots: the chain is judged elsewhere, and loading them takes long.
    ca: [],
    minVersion,
    maxVersion,
    ciphers: [...http2Suites, ...(old ? ['ALL'] : []), anySize].join(':'),
    ecdhCurve: curves,
    // Go neither asks for secure renegotiation, nor takes any.
    secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT | constants.SSL_OP_NO_RENEGOTIATION,
    ...(!old && { sigalgs: signatures }),
    ...(identity && { cert: readFileSync(identity.certificateFile), key: readFileSync(identity.keyFile) }),
  });
}

/** What is known of a handshake, while it goes on and afterwards. */
export class Handshake {
  readonly #line: Line;
  readonly #start: number;
  #secret: Buffer | undefined;
  #failure: string | undefined;
  #agreed: { cipher: string; version: string | null; alpn: string | false | null } | undefined;
  #received: Buffer | undefined;
  alert: number | undefined;
  ms = 0;

  constructor(line: Line, start: number) {
    this.#line = line;
    this.#start = start;
  }

  /** Takes a line of the key log. */
  learn(text: string): void {
    const secret = /^SERVER_HANDSHAKE_TRAFFIC_SECRET [0-9a-f]+ ([0-9a-f]+)\s*$/.exec(text)?.[1];
    if (secret) this.#secret = Buffer.from(secret, 'hex');
  }

  agree(socket: TLSSocket): void {
    this.ms = since(this.#start);
    const { standardName } = socket.getCipher() as { standardName: string };
    this.#agreed = { cipher: standardName, version: socket.getProtocol(), alpn: socket.alpnProtocol };
    this.#received = this.#line.kept;
    this.#line.keepNothing();
  }

  /** An error of the local library; also after the handshake. */
  fail(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    const { code = '' } = error as { code?: string };
    const number = /SSL alert number (\d+)/.exec(message)?.[1];
    if (number !== undefined) {
      // What is said to somebody who has given up is about that.
      if (this.#line.end?.by !== 'timeout') this.alert ??= Number(number);
    }
    // The end of the connection is told by the connection.
    else if (!connectionErrors.has(code)) this.#failure ??= maskSecrets(reasonOf(message)).slice(0, toldBytes);
  }

  /** What an error of the library means for the connection. */
  get ending(): Ending {
    if (this.alert !== undefined) return 'alert';
    if (this.#flight().chainBytes > maxChainBytes) return 'too-much';
    // It sees the end that the peer said, as the connection sees that of the socket.
    return this.#failure === undefined ? 'peer-closed' : 'protocol-error';
  }

  /** Asks for a client certificate. */
  get asksForCertificate(): boolean {
    return this.#flight().clientCertificate !== undefined;
  }

  #flight() {
    return readServerFlight(this.#received ?? this.#line.kept, this.#secret);
  }

  transcript(): TlsTranscript {
    const flight = this.#flight();
    const agreed = this.#agreed;
    const version = agreed?.version ?? flight.version;
    const alpn = agreed ? agreed.alpn || undefined : flight.alpn;
    const alert = this.alert ?? flight.alert;
    const done = agreed !== undefined;
    return {
      done,
      ms: this.ms,
      ...(version && { version }),
      ...(agreed && { cipher: agreed.cipher }),
      ...(alpn !== undefined && { alpn }),
      chain: flight.chain.map(base64),
      chainBytes: flight.chainBytes,
      ...(flight.clientCertificate && {
        clientCertificate: { authorities: flight.clientCertificate.authorities.map(base64) },
      }),
      ...(alert !== undefined && { alert }),
      stapled: flight.stapled,
      ...(flight.instead && { instead: base64(flight.instead.subarray(0, toldBytes)) }),
      ...(this.#failure !== undefined && alert === undefined && !flight.instead && { failure: this.#failure }),
    };
  }
}

/** OpenSSL puts a number of the thread before the reason, and places in its sources around it. */
function reasonOf(message: string): string {
  return /\berror:[0-9A-F]+:[^:]*:[^:]*:([^:\n]+)/.exec(message)?.[1] ?? message.trim();
}

const connectionErrors = new Set(['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED']);

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
