import { createHash, createPrivateKey, sign } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mustRun } from './process.ts';

/** One certificate that openssl makes. */
export interface CertificateSpec {
  /** The files are NAME.pem and NAME.key. */
  readonly name: string;
  /** As openssl reads it: `/O=Acme/CN=Acme Root`. */
  readonly subject: string;
  /** Name of the certificate that signs it, made before; left out: it signs itself. */
  readonly issuer?: string;
  /** Default: a key on the curve P-256. `keyOf` takes the key of another certificate instead. */
  readonly key?: 'ec' | 'dsa' | `rsa:${number}`;
  readonly keyOf?: string;
  /** Default: sha256. */
  readonly digest?: 'md5' | 'sha1' | 'sha256';
  /** Times in ISO 8601, whole seconds. */
  readonly from: string;
  readonly to: string;
  /** Lines of an extension section of openssl.cnf; none: a certificate of X.509 version 1. */
  readonly extensions: readonly string[];
  /** Its key is kept as NAME-key.pem, and encrypted as NAME-encrypted-key.pem: for cases in which both are loaded. */
  readonly keepsKey?: boolean;
  /** Decimal; default: always the same for a name, positive and of eight bytes. */
  readonly serial?: string;
  /** openssl writes none below zero, so the sign bit is set afterwards and the certificate is signed again. */
  readonly negativeSerial?: boolean;
}

/** Lines for an authority. */
export const authority: readonly string[] = [
  'basicConstraints=critical,CA:TRUE',
  'keyUsage=critical,keyCertSign,cRLSign',
  'subjectKeyIdentifier=hash',
];

/** Lines for a server with these names, such as `DNS:greeter.example` and `IP:10.0.0.5`. */
export function server(...names: readonly string[]): string[] {
  return [
    'basicConstraints=critical,CA:FALSE',
    'keyUsage=critical,digitalSignature',
    'extendedKeyUsage=serverAuth',
    ...(names.length > 0 ? [`subjectAltName=${names.join(',')}`] : []),
  ];
}

/** Lines for a client. */
export const client: readonly string[] = [
  'basicConstraints=critical,CA:FALSE',
  'keyUsage=critical,digitalSignature',
  'extendedKeyUsage=clientAuth',
];

/** Makes a certificate and its key in the folder. */
export async function makeCertificate(folder: string, spec: CertificateSpec): Promise<void> {
  const work = join(folder, `.${spec.name}`);
  await mkdir(work, { recursive: true });
  const openssl = (...words: string[]) =>
    mustRun(['openssl', ...words], {
      cwd: folder,
      env: { PATH: process.env.PATH ?? '', HOME: folder },
      timeoutMs: LIMIT_MS,
    });
  const key = `${spec.name}.key`;
  if (spec.keyOf) await writeFile(join(folder, key), await readFile(join(folder, `${spec.keyOf}.key`)));
  else {
    if (spec.key === 'dsa') await openssl('genpkey', '-genparam', ...dsaWords, '-out', join(work, 'params'));
    await openssl('genpkey', ...keyWords(spec.key ?? 'ec', work), '-out', key);
  }
  await writeFile(join(work, 'cnf'), configuration(work, spec));
  await writeFile(join(work, 'index.txt'), '');
  await writeFile(join(work, 'serial'), spec.serial === undefined ? serialOf(spec.name) : hex(spec.serial));
  const request = join(work, 'csr');
  await openssl(
    'req',
    '-new',
    '-config',
    join(work, 'cnf'),
    '-key',
    key,
    '-utf8',
    '-subj',
    spec.subject,
    '-out',
    request,
  );
  const signer = spec.issuer
    ? ['-keyfile', `${spec.issuer}.key`, '-cert', `${spec.issuer}.pem`]
    : ['-selfsign', '-keyfile', key];
  const dates = ['-startdate', asn1(spec.from), '-enddate', asn1(spec.to)];
  const digest = ['-md', spec.digest ?? 'sha256'];
  const out = ['-in', request, '-out', `${spec.name}.pem`];
  await openssl('ca', '-batch', '-notext', '-config', join(work, 'cnf'), ...signer, ...dates, ...digest, ...out);
  if (spec.keepsKey) {
    await openssl('pkcs8', '-topk8', '-nocrypt', '-in', key, '-out', `${spec.name}-key.pem`);
    const password = ['-passout', 'pass:test', '-v2', 'aes-128-cbc'];
    await openssl('pkcs8', '-topk8', '-in', key, ...password, '-out', `${spec.name}-encrypted-key.pem`);
  }
  await rm(work, { recursive: true });
  if (spec.negativeSerial) await negate(folder, spec);
}

/** A list of revoked certificates. */
export interface RevocationListSpec {
  /** The file is NAME.pem. */
  readonly name: string;
  readonly issuer: string;
  /** Names of certificates, made before. */
  readonly revoked: readonly string[];
  readonly from: string;
  readonly to: string;
}

/** Makes a revocation list in the folder. */
export async function makeList(folder: string, { name, issuer, revoked, from, to }: RevocationListSpec): Promise<void> {
  const work = join(folder, `.${name}`);
  await mkdir(work, { recursive: true });
  // A number makes it a list of version 2, which is the only one that Go reads.
  const numbered = configuration(work, { extensions: [] }).replace('[lab]\n', `[lab]\ncrlnumber=${work}/number\n`);
  await writeFile(join(work, 'cnf'), numbered);
  await writeFile(join(work, 'number'), '01\n');
  const line = (one: string): string =>
    `R\t${utc(to)}\t${utc(from)},keyCompromise\t${serialOf(one).trim()}\tunknown\t/CN=x\n`;
  await writeFile(join(work, 'index.txt'), revoked.map(line).join(''));
  const times = ['-crl_lastupdate', asn1(from), '-crl_nextupdate', asn1(to)];
  const signer = ['-keyfile', `${issuer}.key`, '-cert', `${issuer}.pem`, '-md', 'sha256'];
  await mustRun(
    ['openssl', 'ca', '-gencrl', '-config', join(work, 'cnf'), ...signer, ...times, '-out', `${name}.pem`],
    { cwd: folder, env: { PATH: process.env.PATH ?? '', HOME: folder }, timeoutMs: LIMIT_MS },
  );
  await rm(work, { recursive: true });
}

/** `360101000000Z`, as the database of openssl has it. */
function utc(time: string): string {
  return asn1(time).slice(2);
}

const LIMIT_MS = 60_000;
const LARGE_BITS = 4096;

/** OpenSSL makes the numbers that DSA keys share first. */
const dsaWords = ['-algorithm', 'DSA', '-pkeyopt', 'dsa_paramgen_bits:2048'];

function keyWords(key: NonNullable<CertificateSpec['key']>, work: string): string[] {
  if (key === 'dsa') return ['-paramfile', join(work, 'params')];
  const [kind, bits = ''] = key.split(':');
  if (kind === 'rsa') {
    // Large primes take minutes; four smaller ones make as long a key.
    const primes = Number(bits) > LARGE_BITS ? ['-pkeyopt', 'rsa_keygen_primes:4'] : [];
    return ['-algorithm', 'RSA', '-pkeyopt', `rsa_keygen_bits:${bits}`, ...primes];
  }
  return ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-pkeyopt', 'ec_param_enc:named_curve'];
}

function configuration(work: string, { extensions }: Pick<CertificateSpec, 'extensions'>): string {
  return [
    '[req]\ndistinguished_name=dn\nstring_mask=utf8only\n[dn]',
    '[ca]\ndefault_ca=lab',
    `[lab]\ndatabase=${work}/index.txt\nnew_certs_dir=${work}\nserial=${work}/serial\npolicy=any\nunique_subject=no`,
    ...(extensions.length > 0 ? ['x509_extensions=ext'] : []),
    'preserve=yes',
    '[any]\ncountryName=optional\norganizationName=optional\ncommonName=optional',
    ...(extensions.length > 0 ? ['[ext]', ...extensions] : []),
    '',
  ].join('\n');
}

/** Always the same for a name, positive and of eight bytes. */
function serialOf(name: string): string {
  return `4${createHash('sha256').update(name).digest('hex').slice(0, 15).toUpperCase()}\n`;
}

function hex(serial: string): string {
  const digits = BigInt(serial).toString(16);
  return `${digits.length % 2 === 0 ? '' : '0'}${digits}\n`;
}

function asn1(time: string): string {
  return `${new Date(time).toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
}

/** Sets the sign bit of the serial, and signs again. */
async function negate(folder: string, { name, issuer = name }: CertificateSpec): Promise<void> {
  const text = await readFile(join(folder, `${name}.pem`), 'latin1');
  const der = Buffer.from(text.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64');
  const [tbs, algorithm] = elements(der.subarray(headerOf(der)));
  if (!tbs || !algorithm) throw new Error(`${name}.pem: no certificate`);
  // Version (five bytes in all), then the serial.
  const serial = headerOf(tbs) + 5;
  if (tbs[serial] !== 2) throw new Error(`${name}.pem: no serial`);
  const first = serial + 2;
  tbs[first] = (tbs[first] ?? 0) | 0x80;
  const key = createPrivateKey(await readFile(join(folder, `${issuer}.key`)));
  const signature = wrapped(3, Buffer.concat([Buffer.from([0]), sign('sha256', tbs, key)]));
  const whole = wrapped(0x30, Buffer.concat([tbs, algorithm, signature]));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  await writeFile(
    join(folder, `${name}.pem`),
    ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
  );
}

/** Bytes of tag and length of a DER element. */
function headerOf(der: Buffer): number {
  const length = der[1] ?? 0;
  return length < 0x80 ? 2 : 2 + (length & 0x7f);
}

function elements(content: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 0; at < content.length; ) {
    const rest = content.subarray(at);
    const head = headerOf(rest);
    const length = head === 2 ? (rest[1] ?? 0) : rest.readUIntBE(2, head - 2);
    found.push(Buffer.from(rest.subarray(0, head + length)));
    at += head + length;
  }
  return found;
}

function wrapped(tag: number, content: Buffer): Buffer {
  const length = content.length;
  const head =
    length < 0x80 ? [tag, length] : length < 0x100 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from(head), content]);
}
