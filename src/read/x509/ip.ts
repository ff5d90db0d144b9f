import { goQuote } from './go-text.ts';

/** Bytes of an IP address, four or sixteen; or why it is none, as Go's netip says it. */
export type ParsedIp = { readonly bytes: Uint8Array; readonly zone: string } | { readonly fault: string };

/** What Go's netip.ParseAddr makes of a text. */
export function parseAddr(text: string): ParsedIp {
  for (const char of text) {
    if (char === '.') return v4(text);
    if (char === ':') return v6(text);
    if (char === '%') return fault(text, 'missing IPv6 address');
  }
  return fault(text, 'unable to parse IP');
}

/** What Go's net.ParseIP takes: no zone. Undefined where it is no address. */
export function parseIp(text: string): Uint8Array | undefined {
  const parsed = parseAddr(text);
  return 'bytes' in parsed && !text.includes('%') ? parsed.bytes : undefined;
}

function fault(input: string, message: string, at = ''): { fault: string } {
  return { fault: `ParseAddr(${goQuote(input)}): ${message}${at === '' ? '' : ` (at ${goQuote(at)})`}` };
}

function v4(text: string): ParsedIp {
  const fields = v4Fields(text, text);
  return 'fault' in fields ? fields : { bytes: Uint8Array.from(fields.fields), zone: '' };
}

/** Four numbers with dots; `input` is the whole text, of which `part` is the end. */
function v4Fields(input: string, part: string): { fields: number[] } | { fault: string } {
  const fields: number[] = [];
  let value = 0;
  let digits = 0;
  for (let i = 0; i < part.length; i++) {
    const char = part.charAt(i);
    if (char >= '0' && char <= '9') {
      if (digits === 1 && value === 0) return fault(input, 'IPv4 field has octet with leading zero');
      value = value * 10 + Number(char);
      digits++;
      if (value > 255) return fault(input, 'IPv4 field has value >255');
    } else if (char === '.') {
      if (i === 0 || i === part.length - 1 || part.charAt(i - 1) === '.')
        return fault(input, 'IPv4 field must have at least one digit', part.slice(i));
      if (fields.length === 3) return fault(input, 'IPv4 address too long');
      fields.push(value);
      value = 0;
      digits = 0;
    } else return fault(input, 'unexpected character', part.slice(i));
  }
  if (fields.length < 3) return fault(input, 'IPv4 address too short');
  return { fields: [...fields, value] };
}

function v6(input: string): ParsedIp {
  const percent = input.indexOf('%');
  const zone = percent < 0 ? '' : input.slice(percent + 1);
  if (percent >= 0 && zone === '') return fault(input, 'zone must be a non-empty string');
  let rest = percent < 0 ? input : input.slice(0, percent);
  const bytes: number[] = [];
  let gap = -1;
  if (rest.startsWith('::')) {
    gap = 0;
    rest = rest.slice(2);
    if (rest === '') return { bytes: new Uint8Array(16), zone };
  }
  while (bytes.length < 16) {
    const group = v6Group(input, rest);
    if ('fault' in group) return group;
    if (rest.charAt(group.length) === '.') {
      if (gap < 0 && bytes.length !== 12)
        return fault(input, 'embedded IPv4 address must replace the final 2 fields of the address', rest);
      if (bytes.length + 4 > 16)
        return fault(input, 'too many hex fields to fit an embedded IPv4 at the end of the address', rest);
      const fields = v4Fields(input, rest);
      if ('fault' in fields) return fields;
      bytes.push(...fields.fields);
      rest = '';
      break;
    }
    bytes.push(group.value >> 8, group.value & 0xff);
    rest = rest.slice(group.length);
    if (rest === '') break;
    if (!rest.startsWith(':')) return fault(input, 'unexpected character, want colon', rest);
    if (rest === ':') return fault(input, 'colon must be followed by more characters', rest);
    rest = rest.slice(1);
    if (rest.startsWith(':')) {
      if (gap >= 0) return fault(input, 'multiple :: in address', rest);
      gap = bytes.length;
      rest = rest.slice(1);
      if (rest === '') break;
    }
  }
  if (rest !== '') return fault(input, 'trailing garbage after address', rest);
  if (bytes.length < 16 && gap < 0) return fault(input, 'address string too short');
  if (bytes.length === 16 && gap >= 0) return fault(input, 'the :: must expand to at least one field of zeros');
  if (gap >= 0) bytes.splice(gap, 0, ...new Array<number>(16 - bytes.length).fill(0));
  return { bytes: Uint8Array.from(bytes), zone };
}

function v6Group(input: string, rest: string): { value: number; length: number } | { fault: string } {
  let value = 0;
  let length = 0;
  for (; length < rest.length; length++) {
    const digit = Number.parseInt(rest.charAt(length), 16);
    if (Number.isNaN(digit)) break;
    if (length > 3) return fault(input, 'each group must have 4 or less digits', rest);
    value = value * 16 + digit;
  }
  if (length === 0) return fault(input, 'each colon-separated field must have at least one digit', rest);
  return { value, length };
}

/** The four bytes of an IPv4 address, also where it is written as an IPv6 one. */
export function to4(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length === 4) return bytes;
  if (bytes.length !== 16) return undefined;
  for (let i = 0; i < 10; i++) if (bytes[i] !== 0) return undefined;
  return bytes[10] === 0xff && bytes[11] === 0xff ? bytes.subarray(12) : undefined;
}

/** As Go's net.IP prints it. */
export function ipText(bytes: Uint8Array): string {
  const four = to4(bytes);
  if (four) return four.join('.');
  const groups = Array.from({ length: 8 }, (_, i) => ((bytes[2 * i] ?? 0) << 8) | (bytes[2 * i + 1] ?? 0));
  let best = { at: -1, length: 1 };
  for (let i = 0; i < 8; i++) {
    let length = 0;
    while (groups[i + length] === 0) length++;
    if (length > best.length) best = { at: i, length };
  }
  const text = (part: number[]) => part.map((group) => group.toString(16)).join(':');
  if (best.at < 0) return text(groups);
  return `${text(groups.slice(0, best.at))}::${text(groups.slice(best.at + best.length))}`;
}

/** The same address, whether it is written as IPv4 or as IPv6. */
export function sameIp(a: Uint8Array, b: Uint8Array): boolean {
  const left = to4(a) ?? a;
  const right = to4(b) ?? b;
  return left.length === right.length && left.every((byte, i) => byte === right[i]);
}
