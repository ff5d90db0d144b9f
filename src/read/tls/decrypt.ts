import { createDecipheriv, createHmac } from 'node:crypto';
import { contentTypes, type TlsRecord } from './records.ts';

interface Suite {
  readonly hash: 'sha256' | 'sha384';
  readonly cipher: 'aes-128-gcm' | 'aes-256-gcm' | 'chacha20-poly1305';
  readonly keyBytes: number;
}

/** Cipher suites of TLS 1.3 by their number (RFC 8446, B.4). */
const suites: Readonly<Record<number, Suite>> = {
  4865: { hash: 'sha256', cipher: 'aes-128-gcm', keyBytes: 16 },
  4866: { hash: 'sha384', cipher: 'aes-256-gcm', keyBytes: 32 },
  4867: { hash: 'sha256', cipher: 'chacha20-poly1305', keyBytes: 32 },
};

const tagBytes = 16;

/** What an encrypted record held. */
export interface Plain {
  readonly type: number;
  readonly fragment: Uint8Array;
}

/**
 * Opens records of TLS 1.3 that were sealed with one traffic secret, in their order, up to the first that was not. `suite` is the number
 * that the server chose.
 */
export function decryptRecords(records: readonly TlsRecord[], suite: number, secret: Uint8Array): Plain[] {
  const kind = suites[suite];
  if (!kind) return [];
  const key = expandLabel(kind.hash, secret, 'key', kind.keyBytes);
  const iv = expandLabel(kind.hash, secret, 'iv', 12);
  const opened: Plain[] = [];
  for (const record of records) {
    if (record.type !== contentTypes.applicationData) continue;
    const plain = open(record, kind, key, nonce(iv, opened.length));
    if (!plain) break;
    opened.push(plain);
  }
  return opened;
}

function open({ header, fragment }: TlsRecord, { cipher }: Suite, key: Buffer, iv: Buffer): Plain | undefined {
  if (fragment.length <= tagBytes) return undefined;
  try {
    // The types know each cipher by a signature of its own.
    const decipher = createDecipheriv(cipher as 'chacha20-poly1305', key, iv, { authTagLength: tagBytes });
    decipher.setAAD(header, { plaintextLength: fragment.length - tagBytes });
    decipher.setAuthTag(fragment.subarray(fragment.length - tagBytes));
    const inner = Buffer.concat([decipher.update(fragment.subarray(0, -tagBytes)), decipher.final()]);
    // The type stands at the end, before zeros that only pad.
    let end = inner.length - 1;
    while (end > 0 && inner[end] === 0) end -= 1;
    return { type: inner[end] ?? 0, fragment: inner.subarray(0, end) };
  } catch {
    return undefined;
  }
}

/** The number of the record is laid over the end of the vector. */
function nonce(iv: Buffer, sequence: number): Buffer {
  const mixed = Buffer.from(iv);
  mixed.writeUInt32BE((mixed.readUInt32BE(8) ^ sequence) >>> 0, 8);
  return mixed;
}

/** HKDF-Expand-Label (RFC 8446, 7.1); what is asked for fits into one block of every hash here. */
function expandLabel(hash: string, secret: Uint8Array, label: string, length: number): Buffer {
  const name = Buffer.from(`tls13 ${label}`);
  const info = Buffer.concat([Buffer.from([0, length, name.length]), name, Buffer.from([0, 1])]);
  return createHmac(hash, secret).update(info).digest().subarray(0, length);
}
