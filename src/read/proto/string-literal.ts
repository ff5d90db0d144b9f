const escapes = /\\([0-7]{1,3}|[xX][0-9a-fA-F]{1,2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)/gs;
const controls: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11 };
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** What the inside of a string literal stands for. Octal and hexadecimal escapes are bytes, and bytes together are UTF-8. */
export function unescapeString(inside: string): string {
  const bytes: number[] = [];
  let from = 0;
  for (const found of inside.matchAll(escapes)) {
    append(bytes, inside.slice(from, found.index));
    from = found.index + found[0].length;
    appendEscape(bytes, found[1] ?? '');
  }
  append(bytes, inside.slice(from));
  return decoder.decode(Uint8Array.from(bytes));
}

function append(bytes: number[], text: string): void {
  if (text === '') return;
  for (const byte of encoder.encode(text)) bytes.push(byte);
}

function appendEscape(bytes: number[], body: string): void {
  const first = body.charAt(0);
  const control = controls[first];
  if (first >= '0' && first <= '7') bytes.push(Number.parseInt(body, 8) & 0xff);
  else if (body.length === 1) append(bytes, control === undefined ? first : String.fromCharCode(control));
  else if (first === 'x' || first === 'X') bytes.push(Number.parseInt(body.slice(1), 16));
  else {
    const point = Number.parseInt(body.slice(1), 16);
    append(bytes, String.fromCodePoint(point > 0x10ffff ? 0xfffd : point));
  }
}
