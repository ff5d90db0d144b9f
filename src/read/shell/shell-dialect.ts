/** The languages that write commands down. */
export type DialectName = 'sh' | 'make' | 'task' | 'just' | 'cmd' | 'powershell';

/** A place where the text of a command depends on something else. */
export interface Reference {
  /** Index after the reference. */
  end: number;
  /** Who replaces it: the shell, make, or the template language of task and just. `command` is the output of a program. */
  scope: 'shell' | 'make' | 'template' | 'command';
  /** Variable name; for make the whole expression between the brackets. */
  name: string;
  /** `x` in `${NAME:-x}`. */
  fallback?: string;
  /** `${NAME[@]}` stays several words even in quotes. */
  splits?: boolean;
}

/** What differs between the languages. */
export interface Dialect {
  name: DialectName;
  escape: '\\' | '^' | '`';
  /** Whether the escape character means something inside of double quotes. */
  escapesInQuotes: string;
  singleQuotes: boolean;
  hashComments: boolean;
  pathSeparator: ':' | ';';
  reference(text: string, at: number): Reference | undefined;
}

/** Longest reference that is looked for: keeps unbalanced brackets from costing quadratic time. */
const MAX_REFERENCE = 4096;
const CLOSERS: Record<string, string> = { '(': ')', '{': '}' };

/** Index after the bracket that closes the one at `at`; -1 when none does. */
function afterClose(text: string, at: number): number {
  const open = text[at] ?? '';
  const close = CLOSERS[open];
  const end = Math.min(text.length, at + MAX_REFERENCE);
  let depth = 0;
  for (let i = at; i < end; i++) {
    if (text[i] === open) depth++;
    else if (text[i] === close && --depth === 0) return i + 1;
  }
  return -1;
}

function backticks(text: string, at: number): Reference | undefined {
  const end = text.indexOf('`', at + 1);
  return end < 0 ? undefined : { end: end + 1, scope: 'command', name: text.slice(at + 1, end) };
}

function braces(text: string, at: number): Reference | undefined {
  const end = afterClose(text, at + 1);
  if (end < 0) return undefined;
  const inner = text.slice(at + 2, end - 1);
  const match = /^(\w+)(?:(\[[@*]\])|:?[-=]([\s\S]*))?$/.exec(inner);
  if (!match?.[1]) return { end, scope: 'command', name: inner };
  const fallback = match[3] === undefined ? {} : { fallback: match[3].replace(/^"(.*)"$/s, '$1') };
  return { end, scope: 'shell', name: match[1], ...fallback, ...(match[2] ? { splits: true } : {}) };
}

const NAME = /\$(\w+|[@*#?$!-])/y;

function plainName(text: string, at: number): Reference | undefined {
  NAME.lastIndex = at;
  const name = NAME.exec(text)?.[1];
  return name === undefined ? undefined : { end: at + 1 + name.length, scope: 'shell', name };
}

function shellReference(text: string, at: number): Reference | undefined {
  if (text[at] === '`') return backticks(text, at);
  if (text[at] !== '$') return undefined;
  if (text[at + 1] === '{') return braces(text, at);
  if (text[at + 1] !== '(') return plainName(text, at);
  const end = afterClose(text, at + 1);
  return end < 0 ? undefined : { end, scope: 'command', name: text.slice(at + 2, end - 1) };
}

function makeReference(text: string, at: number): Reference | undefined {
  if (text[at] !== '$') return shellReference(text, at);
  const next = text[at + 1] ?? '';
  if (next === '$') return shellReference(text, at + 1);
  if (CLOSERS[next] === undefined) {
    return /[\w@<^?*+|%]/.test(next) ? { end: at + 2, scope: 'make', name: next } : undefined;
  }
  const end = afterClose(text, at + 1);
  return end < 0 ? undefined : { end, scope: 'make', name: text.slice(at + 2, end - 1) };
}

function templateReference(text: string, at: number): Reference | undefined {
  if (!text.startsWith('{{', at)) return shellReference(text, at);
  const end = text.indexOf('}}', at);
  if (end < 0) return undefined;
  const name = text
    .slice(at + 2, end)
    .replace(/^-|-$/g, '')
    .trim()
    .replace(/^\./, '');
  return { end: end + 2, scope: 'template', name };
}

const PERCENT = /%%?(~?\w+)%?/y;

function cmdReference(text: string, at: number): Reference | undefined {
  if (text[at] !== '%') return undefined;
  PERCENT.lastIndex = at;
  const match = PERCENT.exec(text);
  return match ? { end: at + match[0].length, scope: 'shell', name: match[1] ?? '' } : undefined;
}

const POWERSHELL = /\$(?:\{([^}\n]+)\}|((?:\w+:)?\w+))/y;

function powershellReference(text: string, at: number): Reference | undefined {
  if (text[at] !== '$') return undefined;
  if (text[at + 1] === '(') return shellReference(text, at);
  POWERSHELL.lastIndex = at;
  const match = POWERSHELL.exec(text);
  const name = match?.[1] ?? match?.[2];
  return match && name ? { end: at + match[0].length, scope: 'shell', name: name.replace(/^env:/i, '') } : undefined;
}

const SH = {
  escape: '\\',
  escapesInQuotes: '"\\$`\n',
  singleQuotes: true,
  hashComments: true,
  pathSeparator: ':',
} as const;

/** The dialects by name. */
export const DIALECTS: Record<DialectName, Dialect> = {
  sh: { ...SH, name: 'sh', reference: shellReference },
  make: { ...SH, name: 'make', reference: makeReference },
  task: { ...SH, name: 'task', reference: templateReference },
  just: { ...SH, name: 'just', reference: templateReference },
  cmd: {
    name: 'cmd',
    escape: '^',
    escapesInQuotes: '',
    singleQuotes: false,
    hashComments: false,
    pathSeparator: ';',
    reference: cmdReference,
  },
  powershell: {
    name: 'powershell',
    escape: '`',
    escapesInQuotes: '"`$\n',
    singleQuotes: true,
    hashComments: true,
    pathSeparator: ';',
    reference: powershellReference,
  },
};
