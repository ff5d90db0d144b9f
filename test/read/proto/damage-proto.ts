import { damageText } from '../damage.ts';
import { pick, type Random } from '../mutate.ts';

const junk = [
  ...['message', 'enum', 'oneof', 'extend', 'option', 'reserved', 'extensions', 'group', 'map', 'rpc', 'stream', 'max'],
  ...['optional ', 'repeated ', 'export ', 'local ', 'import ', 'public ', 'to ', 'syntax = "proto2";', 'package a;'],
  ...['{', '}', '[', ']', '(', ')', '<', '>', ';', ',', '=', '.', '-', ':', '"', "'", '\\', '/*', '*/', '//', '\n'],
  ...['0x', '08', '1e', '1.', '99999999999999999999', '\u0000', '\uFEFF', 'é', '\u{1F600}', '\r', '"\\q"', '"a" "b"'],
];

/** A file with one to four words put in, taken out, or moved. */
export function damageProto(text: string, random: Random): string {
  if (random() < 0.4) return damageText(text, random);
  let words = text.split(/\b/);
  for (let left = 1 + Math.floor(random() * 4); left > 0; left--) {
    const at = Math.floor(random() * words.length);
    const kind = random();
    if (kind < 0.5) words = [...words.slice(0, at), pick(random, junk), ...words.slice(at)];
    else if (kind < 0.8) words = [...words.slice(0, at), ...words.slice(at + 1)];
    else words = [...words.slice(0, at), words[at] ?? '', pick(random, words), ...words.slice(at + 1)];
  }
  return words.join('');
}
