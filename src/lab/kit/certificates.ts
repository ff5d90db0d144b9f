import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeCertificate } from './make-certificate.ts';

// Certificates made by openssl in a folder of the run. Keys are made there, too, and vanish with it.

/** One certificate; everything but the subject has a default that is fine. */
export interface CertificateSpec {
  /** Common name; empty: a subject without one. */
  readonly subject: string;
  /** Id of the issuer; left out: it signs itself. */
  readonly issuer?: string;
  /** Values of the subject alternative name as openssl writes them: `DNS:localhost`, `IP:127.0.0.1`. */
  readonly names?: readonly string[];
  /** An authority; a number: with that path length. */
  readonly authority?: true | number;
  /** Extended key usages as openssl writes them; default: none. */
  readonly usages?: readonly string[];
  /** Days as `YYYYMMDD`; default: from 2020 to 2049. */
  readonly from?: string;
  readonly until?: string;
  readonly digest?: 'sha1' | 'sha256';
  /** Default: a curve, P-256. */
  readonly key?: `rsa:${number}`;
  /** Id of another certificate whose key it has. */
  readonly keyOf?: string;
  /** Its number is below zero. */
  readonly negativeSerial?: true;
  /** Further lines of the section of extensions. */
  readonly extensions?: readonly string[];
  /** Version 1: no extensions at all. */
  readonly versionOne?: true;
}

/** Certificates by their ids. An issuer stands before those that it signs. */
export type Certificates = Readonly<Record<string, CertificateSpec>>;

/** The folder with the certificates of a run. */
export class CertificateFolder {
  readonly #folder: string;
  readonly #specs: Certificates;
  readonly #made = new Map<string, Promise<void>>();

  private constructor(folder: string, specs: Certificates) {
    this.#folder = folder;
    this.#specs = specs;
  }

  static async open(folder: string, specs: Certificates): Promise<CertificateFolder> {
    await mkdir(folder, { recursive: true });
    return new CertificateFolder(folder, specs);
  }

  /** The file with these, one after the other, in PEM. */
  async file(ids: readonly string[]): Promise<string> {
    for (const id of ids) await this.#ensure(id);
    const [only, ...more] = ids;
    if (only !== undefined && more.length === 0) return this.#at(only, 'pem');
    const texts = await Promise.all(ids.map((id) => readFile(this.#at(id, 'pem'), 'utf8')));
    const target = join(this.#folder, `${ids.join('+')}.pem`);
    await writeFile(target, texts.join(''));
    return target;
  }

  /** The file with the private key of a certificate. */
  async key(id: string): Promise<string> {
    await this.#ensure(id);
    return this.#at(id, 'key');
  }

  #ensure(id: string): Promise<void> {
    const pending = this.#made.get(id) ?? this.#make(id);
    this.#made.set(id, pending);
    return pending;
  }

  async #make(id: string): Promise<void> {
    const { subject, issuer, keyOf, key, digest, from = '20200101', until = '20490101', ...rest } = this.#specOf(id);
    for (const one of [issuer, keyOf]) if (one !== undefined) await this.#ensure(one);
    await makeCertificate(this.#folder, {
      name: id,
      subject: subject === '' ? '/' : `/CN=${subject}`,
      ...(issuer !== undefined && { issuer }),
      ...(keyOf !== undefined && { keyOf }),
      ...(key && { key }),
      ...(digest && { digest }),
      from: midnight(from),
      to: midnight(until),
      extensions: rest.versionOne ? [] : extensionsOf(rest),
      serial: this.#serial(id),
      ...(rest.negativeSerial && { negativeSerial: true }),
    });
  }

  #serial(id: string): string {
    return String(1000 + Object.keys(this.#specs).indexOf(id));
  }

  #specOf(id: string): CertificateSpec {
    const spec = this.#specs[id];
    if (spec === undefined) throw new Error(`no certificate ${id}`);
    return spec;
  }

  #at(id: string, ending: string): string {
    return join(this.#folder, `${id}.${ending}`);
  }
}

function midnight(day: string): string {
  return `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T00:00:00Z`;
}

function extensionsOf({
  names,
  authority,
  usages,
  extensions = [],
}: Pick<CertificateSpec, 'names' | 'authority' | 'usages' | 'extensions'>): string[] {
  const length = typeof authority === 'number' ? `,pathlen:${authority}` : '';
  const basic = authority === undefined ? 'basicConstraints=CA:FALSE' : `basicConstraints=critical,CA:TRUE${length}`;
  const usage = authority === undefined ? 'digitalSignature,keyEncipherment' : 'keyCertSign,cRLSign';
  return [
    ...(extensions.some((line) => line.startsWith('basicConstraints')) ? [] : [basic]),
    ...(extensions.some((line) => line.startsWith('keyUsage')) ? [] : [`keyUsage=critical,${usage}`]),
    'subjectKeyIdentifier=hash',
    'authorityKeyIdentifier=keyid',
    ...(names ? [`subjectAltName=${names.join(',')}`] : []),
    ...(usages ? [`extendedKeyUsage=${usages.join(',')}`] : []),
    ...extensions,
    '',
  ];
}
