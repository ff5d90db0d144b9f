import { decryptRecords } from './decrypt.ts';
import {
  contentTypes,
  type HandshakeMessage,
  number,
  readMessages,
  readRecords,
  type TlsRecord,
  vector,
} from './records.ts';

/** What a server said in its handshake, as far as it came. */
export interface ServerFlight {
  /** `TLSv1.3`: what the server chose. */
  readonly version?: string;
  /** Number of the cipher suite. */
  readonly suite?: number;
  readonly alpn?: string;
  /** DER, in the order in which they were sent; at most {@link maxCertificates}. */
  readonly chain: readonly Uint8Array[];
  /** As the message says, also where its end did not come. */
  readonly chainBytes: number;
  /** The server asks for a client certificate: DER of the names of authorities that it accepts. */
  readonly clientCertificate?: { readonly authorities: readonly Uint8Array[] };
  readonly stapled: boolean;
  /** A fatal alert that was sent in the clear. */
  readonly alert?: number;
  /** What came is no TLS: its first bytes. */
  readonly instead?: Uint8Array;
}

const maxCertificates = 64;
const maxAuthorities = 200;

const messageTypes = { serverHello: 2, encryptedExtensions: 8, certificate: 11, certificateRequest: 13, status: 22 };
const extensions = { statusRequest: 5, alpn: 16, supportedVersions: 43, authorities: 47 };
/** The level of an alert that ends it all. */
const fatal = 2;
const tls13 = 0x0304;
const versions: Readonly<Record<number, string>> = {
  768: 'SSLv3',
  769: 'TLSv1',
  770: 'TLSv1.1',
  771: 'TLSv1.2',
  [tls13]: 'TLSv1.3',
};

/** The random of a ServerHello that only asks for another key share (RFC 8446, 4.1.3). */
const retry = Buffer.from('cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c', 'hex');

/**
 * Reads what a server sent from the first byte on. In TLS 1.3 most of it is sealed: `secret` is the handshake traffic secret of the
 * server. Never throws, and takes linear time.
 */
export function readServerFlight(received: Uint8Array, secret?: Uint8Array): ServerFlight {
  const { records, rest, foreign } = readRecords(received);
  if (records.length === 0 && foreign) return { chain: [], chainBytes: 0, stapled: false, instead: rest };
  const sealedFrom = records.findIndex(({ type }) => type === contentTypes.applicationData);
  const clear = sealedFrom < 0 ? records : records.slice(0, sealedFrom);
  const changed = clear.findIndex(({ type }) => type === contentTypes.changeCipherSpec);
  const unfinished = sealedFrom < 0 && rest[0] === contentTypes.handshake ? rest.subarray(5) : new Uint8Array();
  const before = changed < 0 ? messagesOf(clear, unfinished) : messagesOf(clear.slice(0, changed));
  // Up to TLS 1.2 all is sealed from here on. Who only asked for another key share goes on in the clear.
  const messages = changed < 0 || helloOf(before) ? before : messagesOf(clear, unfinished);
  const hello = helloOf(messages);
  const sealed =
    hello?.version === tls13 && secret
      ? readMessages(
          Buffer.concat(
            decryptRecords(records, hello.suite, secret)
              .filter(({ type }) => type === contentTypes.handshake)
              .map(({ fragment }) => fragment),
          ),
        )
      : [];
  const alert = clear.find(({ type, fragment }) => type === contentTypes.alert && fragment[0] === fatal);
  const number = alert?.fragment[1];
  return {
    ...(hello && { version: versions[hello.version] ?? hello.version.toString(16), suite: hello.suite }),
    ...(hello?.alpn !== undefined && { alpn: hello.alpn }),
    ...(number !== undefined && { alert: number }),
    ...(hello?.version === tls13 ? readNew(sealed) : readOld(messages)),
  };
}

function messagesOf(records: readonly TlsRecord[], unfinished: Uint8Array = new Uint8Array()): HandshakeMessage[] {
  const fragments = records.filter(({ type }) => type === contentTypes.handshake).map(({ fragment }) => fragment);
  return readMessages(Buffer.concat([...fragments, unfinished]));
}

function helloOf(messages: readonly HandshakeMessage[]): Hello | undefined {
  return messages.map(readHello).findLast((one) => one !== undefined);
}

interface Hello {
  readonly version: number;
  readonly suite: number;
  readonly alpn?: string;
}

function readHello({ type, body }: HandshakeMessage): Hello | undefined {
  if (type !== messageTypes.serverHello || body.length < 38) return undefined;
  if (retry.equals(body.subarray(2, 34))) return undefined;
  const session = vector(body, 34, 1);
  if (!session) return undefined;
  const at = 35 + session.length;
  const found = readExtensions(vector(body, at + 3, 2));
  const chosen = found.get(extensions.supportedVersions);
  const alpn = readAlpn(found.get(extensions.alpn));
  return {
    version: chosen?.length === 2 ? number(chosen, 0, 2) : number(body, 0, 2),
    suite: number(body, at, 2),
    ...(alpn !== undefined && { alpn }),
  };
}

type FromMessages = Pick<ServerFlight, 'alpn' | 'chain' | 'chainBytes' | 'clientCertificate' | 'stapled'>;

/** TLS 1.2 and before. */
function readOld(messages: readonly HandshakeMessage[]): FromMessages {
  const certificate = messages.find(({ type }) => type === messageTypes.certificate);
  const request = messages.find(({ type }) => type === messageTypes.certificateRequest);
  const entries = certificate ? items(certificate.body.subarray(3), 3, maxCertificates) : [];
  return {
    chain: entries,
    chainBytes: certificate?.length ?? 0,
    stapled: messages.some(({ type }) => type === messageTypes.status),
    ...(request && { clientCertificate: { authorities: oldAuthorities(request.body, true) } }),
  };
}

/** Types of certificates, from TLS 1.2 on algorithms of signatures, and the names. */
function oldAuthorities(body: Uint8Array, algorithms: boolean): Uint8Array[] {
  const types = vector(body, 0, 1);
  if (!types) return [];
  const at = 1 + types.length;
  const signatures = algorithms ? vector(body, at, 2) : undefined;
  const names = vector(body, signatures ? at + 2 + signatures.length : at, 2);
  return names ? items(names, 2, maxAuthorities) : [];
}

/** TLS 1.3. */
function readNew(messages: readonly HandshakeMessage[]): FromMessages {
  const certificate = messages.find(({ type }) => type === messageTypes.certificate);
  const request = messages.find(({ type }) => type === messageTypes.certificateRequest);
  const encrypted = messages.find(({ type }) => type === messageTypes.encryptedExtensions);
  const alpn = encrypted && readAlpn(readExtensions(vector(encrypted.body, 0, 2)).get(extensions.alpn));
  const entries = certificate ? readEntries(certificate.body) : [];
  const [leaf] = entries;
  return {
    chain: entries.map(({ der }) => der),
    chainBytes: certificate?.length ?? 0,
    stapled: leaf !== undefined && readExtensions(leaf.extensions).has(extensions.statusRequest),
    ...(alpn !== undefined && { alpn }),
    ...(request && { clientCertificate: { authorities: newAuthorities(request.body) } }),
  };
}

interface Entry {
  readonly der: Uint8Array;
  readonly extensions: Uint8Array;
}

function readEntries(body: Uint8Array): Entry[] {
  const context = vector(body, 0, 1);
  if (!context) return [];
  const entries: Entry[] = [];
  for (let at = 1 + context.length + 3; entries.length < maxCertificates; ) {
    const der = vector(body, at, 3);
    if (!der || at >= body.length) break;
    at += 3 + der.length;
    const more = vector(body, at, 2);
    entries.push({ der, extensions: more ?? new Uint8Array() });
    if (!more) break;
    at += 2 + more.length;
  }
  return entries;
}

function newAuthorities(body: Uint8Array): Uint8Array[] {
  const context = vector(body, 0, 1);
  if (!context) return [];
  const found = readExtensions(vector(body, 1 + context.length, 2)).get(extensions.authorities);
  const names = found && vector(found, 0, 2);
  return names ? items(names, 2, maxAuthorities) : [];
}

/** The body of each extension by its number; the first of a kind counts. */
function readExtensions(bytes: Uint8Array | undefined): Map<number, Uint8Array> {
  const found = new Map<number, Uint8Array>();
  if (!bytes) return found;
  for (let at = 0; at + 4 <= bytes.length; ) {
    const kind = number(bytes, at, 2);
    const body = vector(bytes, at + 2, 2);
    if (!body) break;
    if (!found.has(kind)) found.set(kind, body);
    at += 4 + body.length;
  }
  return found;
}

/** A server chooses one. */
function readAlpn(body: Uint8Array | undefined): string | undefined {
  const list = body && vector(body, 0, 2);
  const [name] = list ? items(list, 1, 1) : [];
  return name && Buffer.from(name).toString('latin1');
}

/** Vectors one after the other, those that are whole. */
function items(bytes: Uint8Array, lengthBytes: number, most: number): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let at = 0; at < bytes.length && found.length < most; ) {
    const item = vector(bytes, at, lengthBytes);
    if (!item) break;
    found.push(item);
    at += lengthBytes + item.length;
  }
  return found;
}
