import type { AlternativeName, Certificate, PolicyRules } from './certificate.ts';
import { constructed, context, Der, hex, oidWellFormed, signed, tag } from './der.ts';
import { domainValid } from './domain.ts';
import { Fault, need } from './fault.ts';
import { goQuote, goString, isIa5 } from './go-text.ts';
import { parseUrl, urlText } from './go-url.ts';
import { ipText, to4 } from './ip.ts';
import { readNameConstraints } from './name-constraints.ts';
import type { ParseRules } from './rules.ts';

/** An extension as it stands. */
export interface Extension {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
}

/** Reads what stands in one Extension. */
export function readExtension(body: Uint8Array): Extension {
  const der = new Der(body);
  const oid = need(der.oid(), 'malformed extension OID field');
  const critical = der.next(tag.boolean) ? need(der.boolean(), 'malformed extension critical field') : false;
  return { oid, critical, value: need(der.body(tag.octetString), 'malformed extension value field') };
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What extensions tell of a certificate. */
export type Extended = Pick<
  Certificate,
  | 'keyUsage'
  | 'isCA'
  | 'basicConstraintsValid'
  | 'maxPathLength'
  | 'alternativeNames'
  | 'rawAlternativeNames'
  | 'nameConstraints'
  | 'crlDistributionPoints'
  | 'authorityKeyId'
  | 'subjectKeyId'
  | 'extendedKeyUsage'
  | 'policyRules'
  | 'ocspServers'
  | 'issuerAddresses'
  | 'unhandledCritical'
>;

type Out = Writable<Omit<Extended, 'policyRules' | 'unhandledCritical'>> & {
  policyRules: Writable<PolicyRules>;
  unhandledCritical: string[];
};

/** Where an extension is read, and whether all of it was understood. */
type Handler = (extension: Extension, out: Out, rules: ParseRules) => boolean;

/** Reads extensions in their order, as Go does: the first fault ends it. */
export function readExtensions(extensions: readonly Extension[], rules: ParseRules): Extended {
  const out: Out = {
    isCA: false,
    basicConstraintsValid: false,
    maxPathLength: 0,
    alternativeNames: [],
    crlDistributionPoints: [],
    extendedKeyUsage: [],
    policyRules: { policies: [], mappings: [] },
    ocspServers: [],
    issuerAddresses: [],
    unhandledCritical: [],
  };
  for (const extension of extensions) {
    const handled = handlers[extension.oid]?.(extension, out, rules) ?? false;
    if (extension.critical && !handled) out.unhandledCritical.push(extension.oid);
  }
  return out;
}

const handlers: Readonly<Record<string, Handler>> = {
  '2.5.29.15': ({ value }, out) => {
    const bits = need(new Der(value).bits(), 'invalid key usage');
    const length = bits.bytes.length * 8 - bits.unused;
    let usage = 0;
    for (let i = 0; i < Math.min(9, length); i++) usage |= (((bits.bytes[i >> 3] ?? 0) >> (7 - (i & 7))) & 1) << i;
    out.keyUsage = usage;
    return true;
  },
  '2.5.29.19': ({ value }, out, rules) => {
    const der = need(new Der(value).inside(tag.sequence), 'invalid basic constraints');
    out.isCA = der.next(tag.boolean) ? need(der.boolean(), 'invalid basic constraints') : false;
    out.maxPathLength = der.next(tag.integer) ? pathLength(der, rules) : -1;
    out.basicConstraintsValid = true;
    return true;
  },
  '2.5.29.17': ({ value }, out, rules) => {
    out.rawAlternativeNames = value;
    out.alternativeNames = alternativeNames(value, rules);
    return out.alternativeNames.length > 0;
  },
  '2.5.29.30': ({ value }, out, rules) => {
    const { permitted, excluded, handled } = readNameConstraints(value, rules);
    out.nameConstraints = { permitted, excluded };
    return handled;
  },
  '2.5.29.31': ({ value }, out) => {
    out.crlDistributionPoints = distributionPoints(value);
    return true;
  },
  '2.5.29.35': ({ critical, value }, out, rules) => {
    mustNotBeCritical(critical, 'authority key identifier', rules);
    const keyId = readAuthorityKeyId(value);
    if (keyId) out.authorityKeyId = keyId;
    return true;
  },
  '2.5.29.14': ({ critical, value }, out, rules) => {
    mustNotBeCritical(critical, 'subject key identifier', rules);
    out.subjectKeyId = need(new Der(value).body(tag.octetString), 'invalid subject key identifier');
    return true;
  },
  '2.5.29.37': ({ value }, out) => {
    const der = need(new Der(value).inside(tag.sequence), 'invalid extended key usages');
    const usages: string[] = [];
    while (!der.empty) usages.push(need(der.oid(), 'invalid extended key usages'));
    out.extendedKeyUsage = usages;
    return true;
  },
  '2.5.29.32': ({ value }, out, rules) => {
    out.policyRules.policies = policies(value, rules);
    return true;
  },
  '2.5.29.33': ({ value }, out, rules) => {
    if (!rules.policyExtensions) return false;
    out.policyRules.mappings = policyMappings(value);
    return true;
  },
  '2.5.29.36': ({ value }, out, rules) => {
    if (!rules.policyExtensions) return false;
    const der = need(new Der(value).inside(tag.sequence), 'invalid policy constraints extension');
    const explicit = skipCount(der, 0);
    const mapping = skipCount(der, 1);
    if (explicit !== undefined) out.policyRules.requireExplicit = explicit;
    if (mapping !== undefined) out.policyRules.inhibitMapping = mapping;
    return true;
  },
  '2.5.29.54': ({ value }, out, rules) => {
    if (!rules.policyExtensions) return false;
    out.policyRules.inhibitAny = Number(need(new Der(value).int64(), 'invalid inhibit any policy extension'));
    return true;
  },
  '1.3.6.1.5.5.7.1.1': ({ critical, value }, out, rules) => {
    mustNotBeCritical(critical, 'authority info access', rules);
    authorityInformation(value, out);
    return true;
  },
};

function mustNotBeCritical(critical: boolean, name: string, { strictExtensions }: ParseRules): void {
  if (critical && strictExtensions) throw new Fault(`x509: ${name} incorrectly marked critical`);
}

/** The key identifier of an authority key identifier; undefined where it has none. */
export function readAuthorityKeyId(value: Uint8Array): Uint8Array | undefined {
  const der = need(new Der(value).inside(tag.sequence), 'invalid authority key identifier');
  return der.next(context(0)) ? need(der.body(context(0)), 'invalid authority key identifier') : undefined;
}

function pathLength(der: Der, { unsignedPathLength }: ParseRules): number {
  const length = need(der.int64(), 'invalid basic constraints');
  if (unsignedPathLength && length < 0n) throw new Fault('x509: invalid basic constraints');
  return Number(length);
}

function alternativeNames(value: Uint8Array, rules: ParseRules): AlternativeName[] {
  const der = need(new Der(value).inside(tag.sequence), 'invalid subject alternative names');
  const names: AlternativeName[] = [];
  while (!der.empty) {
    const { tag: kind, body } = need(der.any(), 'invalid subject alternative name');
    if (kind === context(1)) names.push({ kind: 'email', text: ascii(body, 'rfc822Name') });
    else if (kind === context(2)) names.push({ kind: 'dns', text: ascii(body, 'dNSName') });
    else if (kind === context(6)) names.push(uri(ascii(body, 'uniformResourceIdentifier'), rules));
    else if (kind === context(7)) {
      if (body.length !== 4 && body.length !== 16) {
        throw new Fault(`x509: cannot parse IP address of length ${body.length}`);
      }
      if (body.length === 16 && to4(body) && !rules.mappedAddresses) {
        throw new Fault('x509: SAN iPAddress contains IPv4-mapped IPv6 address');
      }
      names.push({ kind: 'ip', text: ipText(body), bytes: body });
    }
  }
  return names;
}

function ascii(body: Uint8Array, name: string): string {
  if (!isIa5(body)) throw new Fault(`x509: SAN ${name} is malformed`);
  return goString(body);
}

function uri(text: string, rules: ParseRules): AlternativeName {
  const read = parseUrl(text, rules.url);
  if ('fault' in read) throw new Fault(`x509: cannot parse URI ${goQuote(text)}: ${read.fault}`);
  const { host } = read.url;
  if (host !== '' && !domainValid(host, false, rules)) {
    throw new Fault(`x509: cannot parse URI ${goQuote(text)}: invalid domain`);
  }
  return { kind: 'uri', text, url: read.url };
}

/** URIs of alternative names as Go prints them. */
export function uriTexts(names: readonly AlternativeName[]): string[] {
  return names.flatMap((name) => (name.kind === 'uri' ? [urlText(name.url)] : []));
}

function distributionPoints(value: Uint8Array): string[] {
  const points: string[] = [];
  const der = need(new Der(value).inside(tag.sequence), 'invalid CRL distribution points');
  while (!der.empty) {
    const point = need(der.inside(tag.sequence), 'invalid CRL distribution point');
    const name = need(point.optional(constructed(0)), 'invalid CRL distribution point');
    if (!name) continue;
    const full = need(new Der(name).inside(constructed(0)), 'invalid CRL distribution point');
    while (full.next(context(6))) points.push(goString(need(full.body(context(6)), 'invalid CRL distribution point')));
  }
  return points;
}

function policies(value: Uint8Array, rules: ParseRules): string[] {
  const words = 'invalid certificate policies';
  const der = need(new Der(value).inside(tag.sequence), words);
  const found = new Set<string>();
  const all: string[] = [];
  while (!der.empty) {
    const policy = need(der.inside(tag.sequence), words);
    if (rules.policies === 'small') {
      all.push(need(policy.oid(), words));
      continue;
    }
    const body = need(policy.body(tag.oid), words);
    const text = hex(body);
    if (rules.policies === 'distinct' && found.has(text)) throw new Fault(`x509: ${words}`);
    if (!oidWellFormed(body)) throw new Fault(`x509: ${words}`);
    found.add(text);
    all.push(text);
  }
  return all;
}

function policyMappings(value: Uint8Array): { issuer: string; subject: string }[] {
  const words = 'invalid policy mappings extension';
  const der = need(new Der(value).inside(tag.sequence), words);
  const found: { issuer: string; subject: string }[] = [];
  while (!der.empty) {
    const pair = need(der.inside(tag.sequence), words);
    const issuer = need(pair.body(tag.oid), words);
    found.push({ issuer: hex(issuer), subject: hex(need(pair.body(tag.oid), words)) });
  }
  return found;
}

function skipCount(der: Der, n: number): number | undefined {
  if (!der.next(context(n))) return undefined;
  const count = need(der.integer(context(n)), 'invalid policy constraints extension');
  if (count.length > 8) throw new Fault('x509: invalid policy constraints extension');
  return Number(signed(count));
}

const ocsp = '1.3.6.1.5.5.7.48.1';
const caIssuers = '1.3.6.1.5.5.7.48.2';

function authorityInformation(value: Uint8Array, out: Out): void {
  const words = 'invalid authority info access';
  const servers: string[] = [];
  const issuers: string[] = [];
  const der = need(new Der(value).inside(tag.sequence), words);
  while (!der.empty) {
    const description = need(der.inside(tag.sequence), words);
    const method = need(description.oid(), words);
    if (!description.next(context(6))) continue;
    const address = goString(need(description.body(context(6)), words));
    if (method === ocsp) servers.push(address);
    if (method === caIssuers) issuers.push(address);
  }
  out.ocspServers = servers;
  out.issuerAddresses = issuers;
}
