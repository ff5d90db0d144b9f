import type { ConstraintRules, VerificationRules } from '../../knowledge/go-verification.ts';
import type { AlternativeName, Certificate, NameTrees } from '../../read/x509/certificate.ts';
import { domainValid, type Mailbox, parseMailbox, reverseLabels } from '../../read/x509/domain.ts';
import { goQuote, lowerAscii } from '../../read/x509/go-text.ts';
import { containsIp, networkText } from './networks.ts';
import { uriDomain } from './uri-domain.ts';

/** How many comparisons Go makes for one authority. */
const MOST_COMPARISONS = 250000;

const notAuthorized = 'x509: a root or intermediate certificate is not authorized to sign for this name: ';

/** Whether a name is below a constraint, or Go's words for why that cannot be told. */
type Match = boolean | { readonly fault: string };

/** Checks the constraints of an authority against the names of all certificates below it, as Go does up to 1.25. Go's words, or undefined. */
export function buildingConstraintFault(
  authority: Certificate,
  below: readonly Certificate[],
  rules: VerificationRules,
): string | undefined {
  if (!authority.nameConstraints) return undefined;
  const checker = new Checker(authority.nameConstraints.permitted, authority.nameConstraints.excluded, rules);
  for (const certificate of below) {
    for (const name of certificate.alternativeNames) {
      const fault = checker.faultOf(name);
      if (fault !== undefined) return fault;
    }
  }
  return undefined;
}

class Checker {
  #comparisons = 0;
  readonly #labels = new Map<string, readonly string[] | undefined>();
  readonly permitted: NameTrees;
  readonly excluded: NameTrees;
  readonly rules: VerificationRules;

  constructor(permitted: NameTrees, excluded: NameTrees, rules: VerificationRules) {
    this.permitted = permitted;
    this.excluded = excluded;
    this.rules = rules;
  }

  get #constraints(): ConstraintRules {
    return this.rules.constraints;
  }

  get #leadingDot(): boolean {
    return this.rules.parse.domains === 'leading-dot';
  }

  faultOf(name: AlternativeName): string | undefined {
    switch (name.kind) {
      case 'email': {
        const mailbox = parseMailbox(name.text, this.#leadingDot);
        if (!mailbox) return 'x509: cannot parse rfc822Name {"" ""}';
        const matches = (one: string, excluded: boolean) => this.#matchesMailbox(mailbox, one, excluded);
        return this.#check('email address', name.text, this.permitted.emails, this.excluded.emails, matches, goQuote);
      }
      case 'dns': {
        if (!domainValid(name.text, false, this.rules.parse)) return `x509: cannot parse dnsName ${goQuote(name.text)}`;
        const matches = (one: string, excluded: boolean) => this.#matchesDomain(name.text, one, excluded);
        return this.#check('DNS name', name.text, this.permitted.dns, this.excluded.dns, matches, goQuote);
      }
      case 'uri': {
        const zones = this.#constraints.zonesInUris;
        const domain = uriDomain(name.url, { lowerCase: false, hostNamed: false, zones });
        const matches = (one: string, excluded: boolean) =>
          'fault' in domain ? domain : this.#matchesDomain(domain.domain, one, excluded);
        return this.#check('URI', name.text, this.permitted.uris, this.excluded.uris, matches, goQuote);
      }
      case 'ip': {
        const matches = (one: NameTrees['ip'][number]) =>
          one.address.length === name.bytes.length && containsIp(one, name.bytes);
        const text = (one: NameTrees['ip'][number]) => goQuote(networkText(one));
        return this.#check('IP address', name.text, this.permitted.ip, this.excluded.ip, matches, text);
      }
    }
  }

  #check<T>(
    kind: string,
    name: string,
    permitted: readonly T[],
    excluded: readonly T[],
    matches: (one: T, excluded: boolean) => Match,
    text: (one: T) => string,
  ): string | undefined {
    this.#comparisons += excluded.length;
    if (this.#comparisons > MOST_COMPARISONS) return 'x509: unknown error';
    for (const one of excluded) {
      const match = matches(one, true);
      if (typeof match === 'object') return notAuthorized + match.fault;
      if (match) return `${notAuthorized}${kind} ${goQuote(name)} is excluded by constraint ${text(one)}`;
    }
    this.#comparisons += permitted.length;
    if (this.#comparisons > MOST_COMPARISONS) return 'x509: unknown error';
    let allowed = permitted.length === 0;
    for (const one of permitted) {
      const match = matches(one, false);
      if (typeof match === 'object') return notAuthorized + match.fault;
      allowed = match;
      if (allowed) break;
    }
    return allowed ? undefined : `${notAuthorized}${kind} ${goQuote(name)} is not permitted by any constraint`;
  }

  #matchesMailbox(mailbox: Mailbox, constraint: string, excluded: boolean): Match {
    if (!constraint.includes('@')) return this.#matchesDomain(mailbox.domain, constraint, excluded);
    const wanted = parseMailbox(constraint, this.#leadingDot);
    if (!wanted) return { fault: `x509: internal error: cannot parse constraint ${goQuote(constraint)}` };
    return mailbox.local === wanted.local && lowerAscii(mailbox.domain) === lowerAscii(wanted.domain);
  }

  #matchesDomain(domain: string, written: string, excluded: boolean): Match {
    if (written === '') return true;
    let labels = this.#reversed(domain);
    if (!labels) return { fault: `x509: internal error: cannot parse domain ${goQuote(domain)}` };
    const subdomains = written.startsWith('.');
    const constraint = subdomains ? written.slice(1) : written;
    let wanted = this.#reversed(constraint);
    if (!wanted) return { fault: `x509: internal error: cannot parse domain ${goQuote(constraint)}` };
    if (labels.length < wanted.length || (subdomains && labels.length === wanted.length)) return false;
    const { wildcards } = this.#constraints;
    const fewest = wildcards === 'any' ? 1 : 2;
    if (excluded && wildcards !== 'no' && domain.startsWith('*') && labels.length > 1 && wanted.length >= fewest) {
      labels = labels.slice(0, -1);
      wanted = wanted.slice(0, -1);
    }
    return wanted.every((label, i) => label === labels?.[i]);
  }

  /** Labels in lower case, from the last one on. */
  #reversed(domain: string): readonly string[] | undefined {
    if (!this.#labels.has(domain)) this.#labels.set(domain, reverseLabels(lowerAscii(domain), this.#leadingDot));
    return this.#labels.get(domain);
  }
}
