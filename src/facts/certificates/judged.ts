import { type Ask, defineFact } from '../../core/fact.ts';
import { absent, known, unknown, valueIfKnown } from '../../core/outcome.ts';
import type { Certificate } from '../../read/x509/certificate.ts';
import { judgeChain } from '../../wire/go-verdict/judge.ts';
import type { GoVerdict, Refusal } from '../../wire/go-verdict/verdict.ts';
import { type TlsFile, tlsCode } from '../source/tls-code.ts';
import {
  type CertificateRole,
  type CertificateUse,
  goOf,
  type LoadedCertificate,
  type Loader,
  loadedCertificates,
  type ProjectGo,
  projectIssuers,
} from './loaded.ts';

/** A name that a client of the project asks this server for, and the line that says so. */
export interface AskedName {
  readonly name: string;
  readonly loader: Loader;
}

/** Files of the project that lead to an authority that a client or server of the project trusts. */
export interface Trust {
  /** Files with the authorities. */
  readonly files: readonly string[];
  /** The lines that load them. */
  readonly loaders: readonly Loader[];
  /** One of them leads to the certificate. */
  readonly leads: boolean;
  /** What is wrong where none leads: the authority has the issuer's name and did not sign, or its signer lies in another file. */
  readonly remade?: { readonly file: string; readonly authority: string };
  readonly missing?: { readonly file: string; readonly intermediate: string; readonly authority: string };
}

/** A loaded file, and what Go says of the certificates in it. */
export interface JudgedCertificate {
  readonly loaded: LoadedCertificate;
  /** What it is mostly loaded for: what servers show comes first. */
  readonly role: CertificateRole;
  /** The line that loads it for that: the first of those without a condition. */
  readonly use: CertificateUse;
  readonly go: ProjectGo;
  /** Milliseconds since 1970. */
  readonly now: number;
  /**
   * What a Go client says of this server, or a Go server of this client, where it trusts the authority of the last certificate. Undefined
   * for authorities.
   */
  readonly verdict?: GoVerdict;
  /** All that it refuses, the first one first. */
  readonly refusals: readonly Refusal[];
  /** The authorities of the project that are meant for it; undefined where there are none. */
  readonly trust?: Trust;
  /** The name that clients of the project ask for, where it is known for sure. */
  readonly asked?: AskedName;
  /** Go's words where the name is another one. */
  readonly nameRefusal?: { readonly refusal: Refusal; readonly text: string };
}

const order: readonly CertificateRole[] = ['server', 'client', 'unknown', 'authority', 'client-authority'];

/** The pairs of certificate and key in which a file is loaded. A bundle holds no key: then nobody knows whether they match. */
export const keyPairs = defineFact<LoadedCertificate>('certificate.key-pairs', 'certificate', async (ask, { id }) => {
  const all = await ask.get(loadedCertificates);
  if (all.kind !== 'known') return all;
  const loaded = all.value.find(({ file }) => file === id);
  if (!loaded) return absent('file-missing', { file: id });
  return loaded.unrecorded === undefined ? known(loaded) : unknown('file-unrecorded', { file: loaded.unrecorded });
});

/** Go's verdict on a file that the project loads; pure, but for the time of this machine. */
export const judgedCertificate = defineFact<JudgedCertificate>(
  'certificate.judged',
  'certificate',
  async (ask, { id }) => {
    const all = await ask.get(loadedCertificates);
    if (all.kind !== 'known') return all;
    const loaded = all.value.find(({ file }) => file === id);
    const use = loaded && mainUse(loaded);
    if (!loaded || !use) return absent('file-missing', { file: id });
    if (loaded.unrecorded === id) return unknown('file-unrecorded', { file: id });
    const go = await goOf(ask, use.module);
    const now = ask.host.now();
    const base = { loaded, role: use.role, use, go, now, refusals: [] };
    const [leaf] = loaded.certificates;
    if (!leaf || use.role === 'authority' || use.role === 'client-authority') return known(base);
    // Another certificate of the file is the one that is meant to be shown.
    if (loaded.uses.some(({ keyFault }) => keyFault?.refusal === 'order')) return known(base);
    const usage = use.role === 'client' ? 'client' : 'server';
    const trust = await trustOf(ask, loaded, usage, all.value, go);
    const judge = (roots: readonly Certificate[], serverName: string): GoVerdict =>
      judgeChain({
        chain: loaded.certificates.map(({ der }) => der),
        roots: roots.map(({ der }) => der),
        serverName,
        now,
        usage,
        ...go,
      });
    const roots = trust?.leads ? rootsFor(usage, all.value) : assumedRoots(loaded.certificates);
    // An authority may itself be out of its time: that is said of its own file.
    const verdict = judge(roots, ownName(leaf));
    const asked = usage === 'server' ? await askedName(ask, loaded, all.value, go) : undefined;
    const named = asked && judge(roots, asked.name);
    const nameRefusal = named?.refusal === 'name-differs' || named?.refusal === 'no-ip-san' ? named : undefined;
    return known({
      ...base,
      verdict,
      refusals: verdict.refusal ? [verdict.refusal, ...verdict.next] : [],
      ...(trust && { trust }),
      ...(asked && { asked }),
      ...(nameRefusal?.refusal && { nameRefusal: { refusal: nameRefusal.refusal, text: nameRefusal.text } }),
    });
  },
);

function mainUse({ uses }: LoadedCertificate): CertificateUse | undefined {
  const rank = ({ role, by, flag }: CertificateUse): number =>
    order.indexOf(role) * 4 + (flag === undefined ? 0 : 2) + (by === 'go' ? 0 : 1);
  return [...uses].sort((a, b) => rank(a) - rank(b))[0];
}

/** A name that the certificate has, so that nothing but its other faults shows. */
function ownName({ dnsNames, ipAddresses, commonName }: Certificate): string {
  const [name] = dnsNames;
  return name?.replace(/^\*\./, 'any.') ?? ipAddresses[0] ?? (commonName || 'localhost');
}

/** Who signed the last certificate is taken to be trusted; where it is not here, that certificate is. */
function assumedRoots(certificates: readonly Certificate[]): Certificate[] {
  const last = certificates.at(-1);
  return last ? [last] : [];
}

/** Authorities that the other side of the project loads. */
function rootsFor(usage: 'server' | 'client', all: readonly LoadedCertificate[]): Certificate[] {
  return authoritiesFor(usage, all).flatMap(({ certificates }) => certificates);
}

function authoritiesFor(usage: 'server' | 'client', all: readonly LoadedCertificate[]): LoadedCertificate[] {
  const role = usage === 'server' ? 'authority' : 'client-authority';
  return all.filter(({ uses }) => uses.some((use) => use.role === role && use.by === 'go'));
}

/** Whether an authority of the project leads to the certificate; time, names and usages are left aside. */
function leads(certificates: readonly Certificate[], roots: readonly Certificate[], go: ProjectGo): boolean {
  const [leaf] = certificates;
  if (!leaf) return false;
  const verdict = judgeChain({
    chain: certificates.map(({ der }) => der),
    roots: roots.map(({ der }) => der),
    serverName: '',
    // Inside of the time of the certificate, so that time is no reason.
    now: leaf.notAfter,
    usage: 'client',
    ...go,
  });
  const all = verdict.refusal ? [verdict.refusal, ...verdict.next] : [];
  return !all.some((one) => one === 'unknown-authority' || one === 'authority-remade' || one === 'issuer-remade');
}

async function trustOf(
  ask: Ask,
  loaded: LoadedCertificate,
  usage: 'server' | 'client',
  all: readonly LoadedCertificate[],
  go: ProjectGo,
): Promise<Trust | undefined> {
  const authorities = authoritiesFor(usage, all);
  const [leaf] = loaded.certificates;
  if (authorities.length === 0 || !leaf) return undefined;
  const role = usage === 'server' ? 'authority' : 'client-authority';
  const base = {
    files: authorities.map(({ file }) => file),
    loaders: authorities.flatMap(({ uses }) => uses.filter((use) => use.role === role).map(({ loader }) => loader)),
  };
  if (leads(loaded.certificates, rootsFor(usage, all), go)) return { ...base, leads: true };
  const last = loaded.certificates.at(-1) ?? leaf;
  for (const { file, certificates } of authorities) {
    const authority = certificates.find(({ rawSubject }) => same(rawSubject, last.rawIssuer));
    if (authority) return { ...base, leads: false, remade: { file, authority: authority.subject } };
  }
  // The issuer lies in another file of the project, and with it the chain leads to an authority.
  for (const { file, certificate } of valueIfKnown(await ask.get(projectIssuers)) ?? []) {
    if (file === loaded.file || !same(certificate.rawSubject, last.rawIssuer)) continue;
    const found = authorities.find(({ certificates }) =>
      leads([...loaded.certificates, certificate], certificates, go),
    );
    if (found)
      return { ...base, leads: false, missing: { file, intermediate: certificate.subject, authority: found.file } };
  }
  return { ...base, leads: false };
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/**
 * The name that clients of the project ask this server for. Sure only where the authority that a client loads leads to this
 * certificate and to no other one that a server of the project shows.
 */
async function askedName(
  ask: Ask,
  loaded: LoadedCertificate,
  all: readonly LoadedCertificate[],
  go: ProjectGo,
): Promise<AskedName | undefined> {
  const servers = all.filter(({ uses }) => uses.some(({ role }) => role === 'server'));
  const names = new Map<string, AskedName>();
  const code = valueIfKnown(await ask.get(tlsCode)) ?? [];
  for (const authority of authoritiesFor('server', all)) {
    const led = servers.filter(({ certificates }) => leads(certificates, authority.certificates, go));
    if (led.length !== 1 || led[0]?.file !== loaded.file) continue;
    for (const use of authority.uses.filter(({ role, by }) => role === 'authority' && by === 'go')) {
      const name = use.serverName ?? dialledHost(code.find(({ path }) => path === use.loader.file));
      if (name !== undefined) names.set(name, { name, loader: use.loader });
    }
  }
  return names.size === 1 ? [...names.values()][0] : undefined;
}

/** The host that a file dials, where it loads for one dial only and the target is a constant. */
function dialledHost(file: TlsFile | undefined): string | undefined {
  const [dial, more] = file?.dials ?? [];
  if (!file || !dial || more || dial.security !== 'tls' || dial.target === undefined) return undefined;
  if (file.loads.filter(({ kind }) => kind === 'pool').length !== 1) return undefined;
  return hostOf(dial.target);
}

/** `dns:///svc.example:443` and `svc.example:443`: `svc.example`. Undefined for what is no host and port. */
function hostOf(target: string): string | undefined {
  const plain = target.replace(/^(?:dns|passthrough):\/\/\/?/, '');
  const found = /^(\[[0-9a-f:.]+\]|[\w.-]+):\d+$/i.exec(plain)?.[1];
  return found?.replace(/^\[|\]$/g, '');
}
