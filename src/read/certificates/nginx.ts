import type { NamedFile } from './settings.ts';

interface Token {
  readonly text: string;
  readonly line: number;
}

/** Longer files are made by programs. */
const maxLength = 512 * 1024;

const directives: Readonly<Record<string, Pick<NamedFile, 'names' | 'side'>>> = {
  ssl_certificate: { names: 'certificate', side: 'server' },
  ssl_certificate_key: { names: 'key', side: 'server' },
  ssl_client_certificate: { names: 'authority', side: 'server' },
  ssl_trusted_certificate: { names: 'authority', side: 'server' },
  ...Object.fromEntries(
    ['grpc', 'proxy', 'uwsgi'].flatMap((what) => [
      [`${what}_ssl_certificate`, { names: 'certificate', side: 'client' }],
      [`${what}_ssl_certificate_key`, { names: 'key', side: 'client' }],
      [`${what}_ssl_trusted_certificate`, { names: 'authority', side: 'client' }],
    ]),
  ),
};

/** The certificate files that a configuration of nginx names; those of one block belong together. Never throws. */
export function readNginx(text: string): NamedFile[] {
  if (text.length > maxLength || !text.includes('ssl_')) return [];
  const lines = text.split('\n');
  const found: NamedFile[] = [];
  const blocks: number[] = [0];
  let made = 0;
  let words: Token[] = [];
  for (const token of tokens(text)) {
    if (token.text === '{') {
      made += 1;
      blocks.push(made);
      words = [];
    } else if (token.text === '}') {
      if (blocks.length > 1) blocks.pop();
      words = [];
    } else if (token.text === ';') {
      const [name, path, more] = words;
      const setting = name && Object.hasOwn(directives, name.text) ? directives[name.text] : undefined;
      if (setting && name && path && !more && !path.text.includes('$') && !/^(?:engine|data|store):/.test(path.text))
        found.push({
          ...setting,
          path: path.text,
          line: name.line,
          text: (lines[name.line - 1] ?? '').trim(),
          group: 2 * (blocks.at(-1) ?? 0) + (setting.side === 'client' ? 1 : 0),
        });
      words = [];
    } else words.push(token);
  }
  return found;
}

/** Words and the signs `{`, `}`, `;`. A word in quotes is one. */
function* tokens(text: string): Generator<Token> {
  let line = 1;
  let word = '';
  let from = 1;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    const isSign = char === '{' || char === '}' || char === ';';
    if (isSign || char <= ' ' || (char === '#' && word === '')) {
      if (word !== '') yield { text: word, line: from };
      word = '';
      if (isSign) yield { text: char, line };
      if (char === '\n') line += 1;
      if (char === '#') {
        while (at + 1 < text.length && text.charAt(at + 1) !== '\n') at += 1;
      }
      continue;
    }
    if (word === '') from = line;
    if ((char === '"' || char === "'") && word === '') {
      const end = text.indexOf(char, at + 1);
      const quoted = text.slice(at + 1, end < 0 ? text.length : end);
      line += quoted.split('\n').length - 1;
      word = quoted;
      at = end < 0 ? text.length : end;
    } else word += char;
  }
}
