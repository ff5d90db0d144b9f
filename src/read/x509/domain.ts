import type { ParseRules } from './rules.ts';

/** Labels from the last one to the first; undefined where Go takes the name for none. `leadingDot`: an empty label in front is let pass. */
export function reverseLabels(domain: string, leadingDot: boolean): string[] | undefined {
  if (domain === '') return [];
  let labels = domain.split('.').reverse();
  // Go before 1.23 stopped at a dot in front, without seeing the empty label.
  if (leadingDot && labels.at(-1) === '') labels = labels.slice(0, -1);
  return labels.every((label) => /^[\x21-\x7e]+$/.test(label)) ? labels : undefined;
}

/** Whether Go takes it for the name of a domain; a constraint may begin with a dot. */
export function domainValid(domain: string, constraint: boolean, rules: Pick<ParseRules, 'domains'>): boolean {
  const { domains } = rules;
  if (domains === 'leading-dot' || domains === 'labels') {
    const name = constraint && domain.startsWith('.') ? domain.slice(1) : domain;
    return reverseLabels(name, domains === 'leading-dot') !== undefined;
  }
  if (domain === '') return constraint || domains === 'characters';
  if (domain.endsWith('.')) return false;
  const labels = (constraint && domain.startsWith('.') ? domain.slice(1) : domain).split('.');
  if (domains === 'characters') return labels.every((label) => /^[\x21-\x7e]+$/.test(label));
  return domain.length <= 253 && labels.every((label) => label !== '' && label.length <= 63);
}

/** An email address: what stands before and after its `@`. */
export interface Mailbox {
  readonly local: string;
  readonly domain: string;
}

/** What Go's parser of RFC 2821 makes of a text of ASCII; undefined where it is none. */
export function parseMailbox(text: string, leadingDot: boolean): Mailbox | undefined {
  const local = text.startsWith('"') ? quotedLocal(text) : atomLocal(text);
  if (!local || text.charAt(local.end) !== '@') return undefined;
  const domain = text.slice(local.end + 1);
  return reverseLabels(domain, leadingDot) && { local: local.text, domain };
}

function quotedLocal(text: string): { text: string; end: number } | undefined {
  let out = '';
  for (let i = 1; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '"') return { text: out, end: i + 1 };
    if (char === '\\') {
      i++;
      if (!/^[\x01-\x09\x0b\x0c\x0e-\x7f]$/.test(text.charAt(i))) return undefined;
      out += text.charAt(i);
    } else if (/^[\x01-\x08\x0b\x0c\x0e-\x21\x23-\x5b\x5d-\x7f]$/.test(char)) out += char;
    else return undefined;
  }
  return undefined;
}

function atomLocal(text: string): { text: string; end: number } | undefined {
  let out = '';
  let end = 0;
  for (; end < text.length; end++) {
    const char = text.charAt(end);
    if (char === '\\') {
      end++;
      if (end === text.length) return undefined;
    } else if (!/[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~.]/.test(char)) break;
    out += text.charAt(end);
  }
  if (out === '' || out.startsWith('.') || out.endsWith('.') || out.includes('..')) return undefined;
  return { text: out, end };
}
