import { Der, hex, tag } from './der.ts';
import { Fault, need } from './fault.ts';
import { goString, hasRawBytes, isIa5, isUtf8, latin1 } from './go-text.ts';
import type { ParseRules } from './rules.ts';

/** One attribute of a distinguished name. */
export interface Attribute {
  readonly type: string;
  readonly value: string;
}

/** Attributes in their order, the borders of RDNs gone, as Go keeps them. */
export function readName(whole: Uint8Array, rules: ParseRules): Attribute[] {
  const rdns = need(new Der(whole).inside(tag.sequence), 'invalid RDNSequence');
  const found: Attribute[] = [];
  while (!rdns.empty) {
    const set = need(rdns.inside(tag.set), 'invalid RDNSequence');
    while (!set.empty) {
      const pair = need(set.inside(tag.sequence), 'invalid RDNSequence: invalid attribute');
      const type = need(pair.oid(), 'invalid RDNSequence: invalid attribute type');
      const value = need(pair.any(), 'invalid RDNSequence: invalid attribute value');
      found.push({ type, value: readString(value.tag, value.body, rules) });
    }
  }
  return found;
}

function readString(kind: number, body: Uint8Array, rules: ParseRules): string {
  switch (kind) {
    case tag.t61:
      return rules.t61Latin1 ? latin1(body) : goString(body);
    case tag.printable:
      return checked(body, /^[A-Za-z0-9'()+,\-./ :=?*&]*$/, 'PrintableString');
    case tag.utf8:
      if (!isUtf8(body)) throw invalid('invalid UTF-8 string');
      return goString(body);
    case tag.bmp:
      return bmp(body, rules);
    case tag.ia5:
      if (!isIa5(body)) throw invalid('invalid IA5String');
      return goString(body);
    case tag.numeric:
      return checked(body, /^[0-9 ]*$/, 'NumericString');
    default:
      // What is no text is part of no name that is printed.
      if (rules.anyAttributes) return '';
      throw invalid(`unsupported string type: ${kind}`);
  }
}

function invalid(words: string): Fault {
  return new Fault(`x509: invalid RDNSequence: invalid attribute value: ${words}`);
}

function checked(body: Uint8Array, allowed: RegExp, kind: string): string {
  const text = goString(body);
  if (!isIa5(body) || !allowed.test(text)) throw invalid(`invalid ${kind}`);
  return text;
}

function bmp(body: Uint8Array, { strictBmp }: ParseRules): string {
  if (body.length % 2 !== 0) throw invalid('invalid BMPString');
  const end = body.at(-1) === 0 && body.at(-2) === 0 ? body.length - 2 : body.length;
  let text = '';
  for (let i = 0; i < end; i += 2) {
    const unit = ((body[i] ?? 0) << 8) | (body[i + 1] ?? 0);
    if (strictBmp && noCharacter(unit)) throw invalid('invalid BMPString');
    text += String.fromCharCode(unit);
  }
  // Halves of pairs become the replacement character, as in Go.
  return text.replace(/[\ud800-\udfff]/gu, '\ufffd');
}

function noCharacter(unit: number): boolean {
  return unit >= 0xfffe || (unit >= 0xfdd0 && unit <= 0xfdef) || (unit >= 0xd800 && unit <= 0xdfff);
}

/** The attributes that Go knows by name, in the order in which it writes them, which is from the last to the first. */
const known: readonly (readonly [type: string, short: string])[] = [
  ['2.5.4.5', 'SERIALNUMBER'],
  ['2.5.4.3', 'CN'],
  ['2.5.4.11', 'OU'],
  ['2.5.4.10', 'O'],
  ['2.5.4.17', 'POSTALCODE'],
  ['2.5.4.9', 'STREET'],
  ['2.5.4.7', 'L'],
  ['2.5.4.8', 'ST'],
  ['2.5.4.6', 'C'],
];

/** Of these only the last one counts. */
const single = new Set(['2.5.4.3', '2.5.4.5']);

/** As Go's pkix.Name prints itself. */
export function nameText(attributes: readonly Attribute[]): string {
  const parts: string[] = [];
  for (const [type, short] of known) {
    const values = valuesOf(attributes, type);
    if (values.length > 0) parts.push(values.map((value) => `${short}=${escaped(value)}`).join('+'));
  }
  const others = attributes.filter(({ type }) => !known.some(([one]) => one === type)).reverse();
  return [...parts, ...others.map(otherText)].join(',');
}

function valuesOf(attributes: readonly Attribute[], type: string): string[] {
  const values = attributes.filter((one) => one.type === type).map(({ value }) => value);
  if (!single.has(type)) return values;
  const last = values.at(-1);
  return last ? [last] : [];
}

/** The common name that counts. */
export function commonNameOf(attributes: readonly Attribute[]): string {
  return attributes.findLast(({ type }) => type === '2.5.4.3')?.value ?? '';
}

/** The first organization. */
export function organizationOf(attributes: readonly Attribute[]): string {
  return attributes.find(({ type }) => type === '2.5.4.10')?.value ?? '';
}

/** Go writes what it does not know by name as DER, and as text only where it cannot. */
function otherText({ type, value }: Attribute): string {
  if (hasRawBytes(value)) return `${type}=${escaped(value)}`;
  const bytes = new TextEncoder().encode(value);
  const printable = /^[A-Za-z0-9'()+,\-./ :=?]*$/.test(value);
  return `${type}=#${hex(Uint8Array.from([printable ? tag.printable : tag.utf8, ...derLength(bytes.length), ...bytes]))}`;
}

function derLength(length: number): number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 | bytes.length, ...bytes];
}

function escaped(value: string): string {
  return value.replace(/[,+"\\<>;]|^[ #]| $/g, '\\$&');
}
