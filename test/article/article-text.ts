import { createHash } from 'node:crypto';

/** What is compared of a line: spaces do not count. */
export function normalised(line: string): string {
  return line.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** Of some lines, so that the project can tell them again without holding them. */
export function hashOf(lines: readonly string[]): string {
  return createHash('sha256').update(lines.map(normalised).join('\n')).digest('hex').slice(0, 16);
}

/** Numbers that are said, not those inside of names (`x509`, `mig-1g`) or redirections (`2>&1`); without separators of thousands. */
export function numbersOf(text: string): string[] {
  const found = text.matchAll(/(?<![\p{Script=Latin}\p{N}_.\-/&])[vV]?(\d[\d,]*(?:\.\d+)*)(?![>&])/gu);
  return [...new Set([...found].map(([, number = '']) => number.replaceAll(',', '').replace(/\.$/, '')))];
}
