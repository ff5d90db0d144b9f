import type { NameTrees } from './certificate.ts';
import { constructed, context, Der, hex, tag } from './der.ts';
import { domainValid, parseMailbox } from './domain.ts';
import { Fault, need } from './fault.ts';
import { goQuote, goString, isIa5 } from './go-text.ts';
import { parseIp, to4 } from './ip.ts';
import type { ParseRules } from './rules.ts';

/** What a name constraints extension says. `handled`: it has only kinds of names that Go reads. */
export interface ReadNameConstraints {
  readonly permitted: NameTrees;
  readonly excluded: NameTrees;
  readonly handled: boolean;
}

/** Reads the value of a name constraints extension. */
export function readNameConstraints(value: Uint8Array, rules: ParseRules): ReadNameConstraints {
  const words = 'invalid NameConstraints extension';
  const outer = new Der(value);
  const der = need(outer.inside(tag.sequence), words);
  const permitted = outer.empty ? need(der.optional(constructed(0)), words) : need(undefined, words);
  const excluded = need(der.optional(constructed(1)), words);
  if (!der.empty) throw new Fault(`x509: ${words}`);
  if (!permitted?.length && !excluded?.length) throw new Fault('x509: empty name constraints extension');
  const allowed = trees(permitted ?? new Uint8Array(), rules);
  const forbidden = trees(excluded ?? new Uint8Array(), rules);
  return { permitted: allowed, excluded: forbidden, handled: allowed.handled && forbidden.handled };
}

function trees(body: Uint8Array, rules: ParseRules): NameTrees & { handled: boolean } {
  const found = {
    dns: [] as string[],
    ip: [] as NameTrees['ip'][number][],
    emails: [] as string[],
    uris: [] as string[],
  };
  let handled = true;
  const der = new Der(body);
  while (!der.empty) {
    const words = 'invalid NameConstraints extension';
    const base = need(need(der.inside(tag.sequence), words).any(), words);
    if (base.tag === context(2)) found.dns.push(dns(base.body, rules));
    else if (base.tag === context(7)) found.ip.push(ip(base.body, rules));
    else if (base.tag === context(1)) found.emails.push(email(base.body, rules));
    else if (base.tag === context(6)) found.uris.push(uri(base.body, rules));
    else handled = false;
  }
  return { ...found, handled };
}

function ascii(body: Uint8Array): string {
  const text = goString(body);
  if (!isIa5(body))
    throw new Fault(`x509: invalid constraint value: x509: ${goQuote(text)} cannot be encoded as an IA5String`);
  return text;
}

function dns(body: Uint8Array, rules: ParseRules): string {
  const text = ascii(body);
  if (!domainValid(text, true, rules)) throw new Fault(`x509: failed to parse dnsName constraint ${goQuote(text)}`);
  return text;
}

function ip(body: Uint8Array, rules: ParseRules): { address: Uint8Array; mask: Uint8Array } {
  if (body.length !== 8 && body.length !== 32) {
    throw new Fault(`x509: IP constraint contained value of length ${body.length}`);
  }
  const mask = body.subarray(body.length / 2);
  if (!/^1*0*$/.test([...mask].map((byte) => byte.toString(2).padStart(8, '0')).join(''))) {
    throw new Fault(`x509: IP constraint contained invalid mask ${hex(mask)}`);
  }
  const address = body.subarray(0, body.length / 2);
  if (address.length === 16 && to4(address) && !rules.mappedAddresses) {
    throw new Fault('x509: IP constraint contained IPv4-mapped IPv6 address');
  }
  return { address, mask };
}

function email(body: Uint8Array, rules: ParseRules): string {
  const text = ascii(body);
  const fine = text.includes('@') ? mailboxValid(text, rules) : domainValid(text, true, rules);
  if (!fine) throw new Fault(`x509: failed to parse rfc822Name constraint ${goQuote(text)}`);
  return text;
}

function mailboxValid(text: string, rules: ParseRules): boolean {
  const mailbox = parseMailbox(text, rules.domains === 'leading-dot');
  if (!mailbox || !rules.checkedMailboxes) return mailbox !== undefined;
  return domainValid(mailbox.domain, false, rules) && !mailbox.domain.includes('@');
}

function uri(body: Uint8Array, rules: ParseRules): string {
  const text = ascii(body);
  if (parseIp(text)) throw new Fault(`x509: failed to parse URI constraint ${goQuote(text)}: cannot be IP address`);
  if (!domainValid(text, true, rules)) throw new Fault(`x509: failed to parse URI constraint ${goQuote(text)}`);
  return text;
}
