import type { VerificationRules } from '../../knowledge/go-verification.ts';
import type { Certificate } from '../../read/x509/certificate.ts';
import { lowerAscii } from '../../read/x509/go-text.ts';
import { ipText, parseAddr, parseIp, sameIp } from '../../read/x509/ip.ts';

/** Why a certificate is not one for a name, and Go's words. */
export interface NameFault {
  readonly kind: 'name-differs' | 'no-ip-san' | 'common-name-only';
  readonly text: string;
}

/** Go's VerifyHostname: undefined where the certificate is one for this host. */
export function nameFault(certificate: Certificate, host: string, rules: VerificationRules): NameFault | undefined {
  const bare = host.length >= 3 && host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host;
  const ip = hostIp(bare, rules);
  if (ip) {
    for (const name of certificate.alternativeNames) {
      if (name.kind === 'ip' && sameIp(name.bytes, ip)) return undefined;
    }
    return faultOf(certificate, rules.hostsWithZones ? ipText(ip) : bare, rules);
  }
  const candidate = lowerAscii(host);
  const plain = validHost(candidate.replace(/\.$/, ''), false, rules);
  const labels = labelsOf(candidate);
  const matches = certificate.dnsNames.some((name) =>
    plain && validHost(name, true, rules) ? matchesPattern(name, labels) : matchesExactly(name, candidate),
  );
  return matches ? undefined : faultOf(certificate, host, rules);
}

function hostIp(text: string, { hostsWithZones }: VerificationRules): Uint8Array | undefined {
  if (!hostsWithZones) return parseIp(text);
  const parsed = parseAddr(text);
  return 'bytes' in parsed ? parsed.bytes : undefined;
}

function faultOf(certificate: Certificate, host: string, { listedNames }: VerificationRules): NameFault {
  const { commonName, dnsNames, ipAddresses, rawAlternativeNames } = certificate;
  if (rawAlternativeNames === undefined && matchesPattern(commonName, labelsOf(host))) {
    return { kind: 'common-name-only', text: 'x509: certificate relies on legacy Common Name field, use SANs instead' };
  }
  const ip = parseIp(host) !== undefined;
  const names = ip ? ipAddresses : dnsNames;
  if (ip && names.length === 0) {
    return {
      kind: 'no-ip-san',
      text: `x509: cannot validate certificate for ${host} because it doesn't contain any IP SANs`,
    };
  }
  return { kind: 'name-differs', text: `x509: ${differs(names, host, ip ? 'IP SANs' : 'names', listedNames)}` };
}

function differs(names: readonly string[], host: string, what: string, listedNames: number): string {
  if (names.length >= listedNames) {
    return `certificate is valid for ${names.length} ${what}, but none matched ${host}`;
  }
  const list = names.join(', ');
  if (list === '') return `certificate is not valid for any names, but wanted to match ${host}`;
  return `certificate is valid for ${list}, not ${host}`;
}

function labelsOf(host: string): string[] {
  return lowerAscii(host.replace(/\.$/, '')).split('.');
}

/** Letters, digits, hyphens that do not stand first, and the underscore that many names have. */
function validHost(host: string, pattern: boolean, { bareWildcardRefused }: VerificationRules): boolean {
  if (host === '' || (host === '*' && bareWildcardRefused)) return false;
  const [first = '', ...rest] = host.split('.');
  const fine = (label: string) => /^[A-Za-z0-9_][A-Za-z0-9_-]*$/.test(label);
  return ((pattern && first === '*') || fine(first)) && rest.every(fine);
}

function matchesPattern(name: string, host: readonly string[]): boolean {
  if (name === '' || host.join('.') === '') return false;
  const labels = lowerAscii(name).split('.');
  return labels.length === host.length && labels.every((label, i) => (i === 0 && label === '*') || label === host[i]);
}

function matchesExactly(a: string, b: string): boolean {
  return !['', '.'].includes(a) && !['', '.'].includes(b) && lowerAscii(a) === lowerAscii(b);
}
