import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mustRun } from './process.ts';

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
  /** Decimal; default: a number that follows from the id. */
  readonly serial?: string;
  /** Further lines of the section of extensions. */
  readonly extensions?: readonly string[];
  /** Version 1: no extensions at all. */
  readonly versionOne?: true;
}

/** Certificates by their ids. An issuer stands before those that it signs. */
export type Certificates = Readonly<Record<string, CertificateSpec>>;

const opensslMs = 60_000;

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
    return this.#at(this.#specOf(id).keyOf ?? id, 'key');
  }

  #ensure(id: string): Promise<void> {
    const pending = this.#made.get(id) ?? this.#make(id);
    this.#made.set(id, pending);
    return pending;
  }

  async #make(id: string): Promise<void> {
    const spec = this.#specOf(id);
    if (spec.issuer !== undefined) await this.#ensure(spec.issuer);
    if (spec.keyOf === undefined) await this.#makeKey(id, spec);
    else await this.#ensure(spec.keyOf);
    await this.#request(id, spec);
    if (spec.versionOne || spec.serial?.startsWith('-')) await this.#signSimply(id, spec);
    else await this.#sign(id, spec);
  }

  async #makeKey(id: string, { key }: CertificateSpec): Promise<void> {
    const kind = key === undefined ? ['EC', '-pkeyopt', 'ec_paramgen_curve:P-256'] : ['RSA', '-pkeyopt', bits(key)];
    await this.#openssl(['genpkey', '-algorithm', ...kind, '-out', this.#at(id, 'key')]);
  }

  async #request(id: string, spec: CertificateSpec): Promise<void> {
    const subject = spec.subject === '' ? '/' : `/CN=${spec.subject}`;
    const key = this.#at(spec.keyOf ?? id, 'key');
    await writeFile(this.#at(id, 'ext'), extensionsOf(spec).join('\n'));
    await this.#openssl(['req', '-new', '-key', key, '-subj', subject, '-utf8', '-out', this.#at(id, 'csr')]);
  }

  /** `openssl ca` is the one that takes dates. */
  async #sign(id: string, spec: CertificateSpec): Promise<void> {
    const config = this.#at(id, 'conf');
    await writeFile(this.#at(id, 'index'), '');
    await writeFile(this.#at(id, 'serial'), hex(spec.serial ?? this.#serial(id)));
    await writeFile(config, configuration(this.#at(id, 'index'), this.#at(id, 'serial'), this.#folder));
    const { issuer } = spec;
    const by =
      issuer === undefined
        ? ['-selfsign', '-keyfile', this.#at(spec.keyOf ?? id, 'key')]
        : ['-cert', this.#at(issuer, 'pem'), '-keyfile', await this.key(issuer)];
    const dates = ['-startdate', `${spec.from ?? '20200101'}000000Z`, '-enddate', `${spec.until ?? '20490101'}000000Z`];
    await this.#openssl([
      ...['ca', '-batch', '-notext', '-config', config, '-in', this.#at(id, 'csr'), '-out', this.#at(id, 'pem')],
      ...['-md', spec.digest ?? 'sha256', '-extfile', this.#at(id, 'ext'), ...dates, ...by],
    ]);
  }

  /** `openssl x509` takes what `openssl ca` refuses: a number below zero, and no extensions at all. */
  async #signSimply(id: string, spec: CertificateSpec): Promise<void> {
    const { issuer } = spec;
    const by =
      issuer === undefined
        ? ['-signkey', this.#at(id, 'key')]
        : ['-CA', this.#at(issuer, 'pem'), '-CAkey', await this.key(issuer)];
    const extensions = spec.versionOne ? [] : ['-extfile', this.#at(id, 'ext')];
    await this.#openssl([
      ...['x509', '-req', '-in', this.#at(id, 'csr'), '-out', this.#at(id, 'pem'), '-days', '3000'],
      ...['-set_serial', spec.serial ?? this.#serial(id), `-${spec.digest ?? 'sha256'}`, ...extensions, ...by],
    ]);
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

  async #openssl(args: readonly string[]): Promise<void> {
    const env = { PATH: process.env.PATH ?? '', HOME: this.#folder };
    await mustRun(['openssl', ...args], { cwd: this.#folder, env, timeoutMs: opensslMs });
  }
}

function bits(key: `rsa:${number}`): string {
  return `rsa_keygen_bits:${key.slice('rsa:'.length)}`;
}

function hex(serial: string): string {
  const digits = BigInt(serial).toString(16);
  return `${digits.length % 2 === 0 ? '' : '0'}${digits}\n`;
}

function extensionsOf({ names, authority, usages, extensions = [] }: CertificateSpec): string[] {
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

function configuration(index: string, serial: string, folder: string): string {
  return `[ca]
default_ca = lab
[lab]
database = ${index}
serial = ${serial}
new_certs_dir = ${folder}
policy = any
unique_subject = no
email_in_dn = no
[any]
commonName = optional
`;
}
