import type { ConstraintRules, VerificationRules } from '../../knowledge/go-verification.ts';
import type { Certificate, NameTrees } from '../../read/x509/certificate.ts';
import { domainValid, type Mailbox, parseMailbox } from '../../read/x509/domain.ts';
import { goQuote, lowerAscii } from '../../read/x509/go-text.ts';
import { urlText } from '../../read/x509/go-url.ts';
import { compareBytes, containsIp, masked, type Network, networkText } from './networks.ts';
import { uriDomain } from './uri-domain.ts';

/** The constraint that a name was found below; undefined where it is below none. */
type Query<Name> = (name: Name) => string | undefined;

/** Both sides of the constraints of one kind; undefined where there is none. */
interface Sides<Name> {
  readonly kind: string;
  readonly permitted: Query<Name> | undefined;
  readonly excluded: Query<Name> | undefined;
}

interface Constraints {
  /** Place of its authority in the chain. */
  readonly at: number;
  readonly ip: Sides<Uint8Array>;
  readonly dns: Sides<string>;
  readonly uri: Sides<string>;
  readonly email: Sides<Mailbox>;
}

/** Checks all constraints of a built chain, as Go does from 1.26 on. What Go says after "for this name", or undefined. */
export function chainConstraintFault(chain: readonly Certificate[], rules: VerificationRules): string | undefined {
  const all = chain.flatMap((certificate, at) =>
    certificate.nameConstraints ? [constraintsOf(certificate.nameConstraints, at, rules.constraints)] : [],
  );
  for (const [i, certificate] of chain.entries()) {
    if (certificate.rawAlternativeNames === undefined) continue;
    const above = all.filter(({ at }) => at > i);
    if (above.length === 0) return undefined;
    const fault = namesFault(certificate, above, rules);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function constraintsOf(
  { permitted, excluded }: { permitted: NameTrees; excluded: NameTrees },
  at: number,
  rules: ConstraintRules,
): Constraints {
  return {
    at,
    ip: { kind: 'IP address', permitted: networks(permitted.ip, rules), excluded: networks(excluded.ip, rules) },
    dns: {
      kind: 'DNS name',
      permitted: domains(permitted.dns, true, rules),
      excluded: domains(excluded.dns, false, rules),
    },
    uri: {
      kind: 'URI',
      permitted: domains(permitted.uris, true, rules),
      excluded: domains(excluded.uris, false, rules),
    },
    email: {
      kind: 'email address',
      permitted: mailboxes(permitted.emails, true, rules),
      excluded: mailboxes(excluded.emails, false, rules),
    },
  };
}

function namesFault(
  certificate: Certificate,
  above: readonly Constraints[],
  rules: VerificationRules,
): string | undefined {
  const uris: { domain: string; text: string }[] = [];
  const emails: Mailbox[] = [];
  const leadingDot = rules.parse.domains === 'leading-dot';
  for (const name of certificate.alternativeNames) {
    if (name.kind !== 'uri') continue;
    const domain = uriDomain(name.url, { lowerCase: true, hostNamed: true, zones: true });
    if ('fault' in domain) return domain.fault;
    uris.push({ domain: domain.domain, text: urlText(name.url) });
  }
  for (const name of certificate.alternativeNames) {
    if (name.kind !== 'email') continue;
    const mailbox = parseMailbox(name.text, leadingDot);
    const broken = rules.parse.checkedMailboxes && mailbox && !checkedDomain(mailbox.domain, rules);
    if (!mailbox || broken) return `cannot parse rfc822Name ${goQuote(name.text)}`;
    emails.push({ ...mailbox, domain: lowerAscii(mailbox.domain) });
  }
  for (const one of above) {
    const fault = faultBelow(one, certificate, uris, emails, rules);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function checkedDomain(domain: string, rules: VerificationRules): boolean {
  return domainValid(domain, false, rules.parse) && !domain.includes('@');
}

function faultBelow(
  constraints: Constraints,
  certificate: Certificate,
  uris: readonly { domain: string; text: string }[],
  emails: readonly Mailbox[],
  { parse }: VerificationRules,
): string | undefined {
  for (const name of certificate.alternativeNames) {
    const fault = name.kind === 'ip' ? sidesFault(constraints.ip, name.bytes, name.text) : undefined;
    if (fault !== undefined) return fault;
  }
  for (const name of certificate.dnsNames) {
    if (!domainValid(name, false, parse)) return `x509: cannot parse dnsName ${goQuote(name)}`;
    const fault = sidesFault(constraints.dns, name, name);
    if (fault !== undefined) return fault;
  }
  for (const { domain, text } of uris) {
    if (!domainValid(domain, false, parse)) return `x509: internal error: URI SAN ${goQuote(text)} failed to parse`;
    const fault = sidesFault(constraints.uri, domain, text);
    if (fault !== undefined) return fault;
  }
  for (const mailbox of emails) {
    const text = `${mailbox.local}@${mailbox.domain}`;
    if (!domainValid(mailbox.domain, false, parse)) return `x509: cannot parse rfc822Name ${goQuote(text)}`;
    const fault = sidesFault(constraints.email, mailbox, text);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function sidesFault<Name>({ kind, permitted, excluded }: Sides<Name>, name: Name, text: string): string | undefined {
  if (permitted && permitted(name) === undefined) return `${kind} ${goQuote(text)} is not permitted by any constraint`;
  const by = excluded?.(name);
  return by === undefined ? undefined : `${kind} ${goQuote(text)} is excluded by constraint ${goQuote(by)}`;
}

/** In their order, without those that stand below the one before. */
function pruned<T>(all: readonly T[], compare: (a: T, b: T) => number, below: (a: T, b: T) => boolean): T[] {
  const kept: T[] = [];
  for (const one of [...all].sort(compare)) {
    const before = kept.at(-1);
    if (before === undefined || !below(before, one)) kept.push(one);
  }
  return kept;
}

/** The constraint that is equal, or else the last one before, where it holds. */
function search<T>(set: readonly T[], compare: (one: T) => number, holds: (one: T) => boolean): T | undefined {
  let low = 0;
  let high = set.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = set[middle];
    if (one !== undefined && compare(one) < 0) low = middle + 1;
    else high = middle;
  }
  const found = set[low];
  if (found !== undefined && compare(found) === 0) return found;
  const before = set[Math.max(0, low - 1)];
  return before !== undefined && holds(before) ? before : undefined;
}

function networks(all: readonly Network[], { networksMasked }: ConstraintRules): Query<Uint8Array> | undefined {
  if (all.length === 0) return undefined;
  const prepared = networksMasked ? all.map(masked) : all;
  const order = (a: Network, b: Network) => compareBytes(a.address, b.address) || compareBytes(a.mask, b.mask);
  const sets = [4, 16].map((length) =>
    pruned(
      prepared.filter(({ address }) => address.length === length),
      order,
      below,
    ),
  );
  return (ip) => {
    const set = sets[ip.length === 4 ? 0 : 1] ?? [];
    const found = search(
      set,
      ({ address }) => compareBytes(address, ip),
      (one) => containsIp(one, ip),
    );
    return found && networkText(found);
  };
}

function below(outer: Network, inner: Network): boolean {
  const last = inner.address.map((byte, i) => byte | (~(inner.mask[i] ?? 0) & 0xff));
  return containsIp(outer, inner.address) && containsIp(outer, last);
}

function domains(
  all: readonly string[],
  permitted: boolean,
  { lowerCase }: ConstraintRules,
): Query<string> | undefined {
  if (all.length === 0) return undefined;
  if (all.includes('')) return () => '';
  const set = pruned(all, compareDomains, isSuffix);
  const parents = new Map<string, string>();
  if (!permitted) {
    for (const name of set) {
      const written = lowerCase ? lowerAscii(name) : name;
      const parent = withoutFirstLabel(written);
      if (parent !== '') parents.set(parent, written);
    }
  }
  return (name) => {
    const found = search(
      set,
      (one) => compareDomains(one, name),
      (one) => isSuffix(one, name),
    );
    if (found !== undefined || permitted || !name.startsWith('*')) return found;
    return parents.get(withoutFirstLabel(lowerCase ? lowerAscii(name) : name));
  };
}

/** `.example.com` of `www.example.com`; empty where there is one label. */
function withoutFirstLabel(name: string): string {
  const dot = name.indexOf('.');
  return dot < 0 ? '' : name.slice(dot);
}

/** From the last character to the first, a dot before all others. */
function compareDomains(a: string, b: string): number {
  const key = (name: string, i: number) => {
    const char = lowerAscii(name.charAt(i));
    return char === '.' ? 0 : char.charCodeAt(0);
  };
  let i = a.length - 1;
  let j = b.length - 1;
  for (; i >= 0 && j >= 0; i--, j--) {
    const difference = key(a, i) - key(b, j);
    if (difference !== 0) return Math.sign(difference);
  }
  return Math.sign(i - j);
}

/** A constraint and a name below it, or the same. */
function isSuffix(constraint: string, name: string): boolean {
  if (!lowerAscii(name).endsWith(lowerAscii(constraint))) return false;
  if (constraint.startsWith('.') || name.length === constraint.length) return true;
  return name.charAt(name.length - constraint.length - 1) === '.';
}

function mailboxes(all: readonly string[], permitted: boolean, rules: ConstraintRules): Query<Mailbox> | undefined {
  if (all.length === 0) return undefined;
  const exact = new Map<string, Mailbox>();
  for (const text of all) {
    const mailbox = text.includes('@') ? parseMailbox(text, false) : undefined;
    if (!mailbox) continue;
    const folded = { ...mailbox, domain: lowerAscii(mailbox.domain) };
    // Releases that keep one domain for each local part forget the others.
    exact.set(rules.byMailbox ? `${folded.local}@${folded.domain}` : folded.local, folded);
  }
  const byDomain = domains(
    all.filter((text) => !text.includes('@')),
    permitted,
    rules,
  );
  return (mailbox) => {
    const key = rules.byMailbox ? `${mailbox.local}@${mailbox.domain}` : mailbox.local;
    const found = exact.get(key);
    if (found && found.domain === mailbox.domain) {
      return rules.byMailbox ? key : `@${mailbox.domain}`;
    }
    return byDomain?.(mailbox.domain);
  };
}
