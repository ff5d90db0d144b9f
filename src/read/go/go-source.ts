/** What the head of a Go file tells without parsing its body. */
export interface GoSourceHead {
  readonly package?: string;
  readonly imports: readonly GoImport[];
  /** The file is left out of ordinary builds: `//go:build ignore` or a build tag of the same meaning. */
  readonly ignored: boolean;
  /** Some build constraint decides whether the file is built: a system, a tag such as `tools` or `integration`. */
  readonly constrained: boolean;
}

export interface GoImport {
  readonly path: string;
  readonly line: number;
  /** The name that the file gives the package: a word, `_` or `.`. */
  readonly alias?: string;
}

interface Token {
  readonly kind: 'word' | 'string' | 'punctuation' | 'end';
  readonly text: string;
  readonly line: number;
}

/** Yields the tokens of Go source: comments are skipped, strings keep their content, `;` stands for a line's end too. */
class Scanner {
  readonly #text: string;
  #at = 0;
  #line = 1;
  /** Text of the line comments met so far, for build constraints. */
  readonly comments: string[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  next(): Token {
    for (;;) {
      const char = this.#text[this.#at];
      if (char === undefined) return { kind: 'end', text: '', line: this.#line };
      if (char === '\n') this.#newLine();
      else if (char <= ' ' || char === '\ufeff') this.#at += 1;
      else if (this.#text.startsWith('//', this.#at)) this.#lineComment();
      else if (this.#text.startsWith('/*', this.#at)) this.#blockComment();
      else return this.#token(char);
    }
  }

  #newLine(): void {
    this.#at += 1;
    this.#line += 1;
  }

  #lineComment(): void {
    const end = this.#text.indexOf('\n', this.#at);
    const stop = end < 0 ? this.#text.length : end;
    this.comments.push(this.#text.slice(this.#at, stop).trimEnd());
    this.#at = stop;
  }

  #blockComment(): void {
    const end = this.#text.indexOf('*/', this.#at + 2);
    const stop = end < 0 ? this.#text.length : end + 2;
    for (let at = this.#at; at < stop; at += 1) if (this.#text[at] === '\n') this.#line += 1;
    this.#at = stop;
  }

  #token(char: string): Token {
    const line = this.#line;
    if (char === '"' || char === '`') return { kind: 'string', text: this.#string(char), line };
    const word = /[\p{L}_][\p{L}\p{N}_]*/uy;
    word.lastIndex = this.#at;
    const found = word.exec(this.#text)?.[0];
    this.#at += found?.length ?? 1;
    return found ? { kind: 'word', text: found, line } : { kind: 'punctuation', text: char, line };
  }

  #string(quote: string): string {
    const start = this.#at + 1;
    let at = start;
    while (at < this.#text.length && this.#text[at] !== quote) {
      if (this.#text[at] === '\n') this.#line += 1;
      at += quote === '"' && this.#text[at] === '\\' ? 2 : 1;
    }
    this.#at = Math.min(at + 1, this.#text.length);
    return this.#text.slice(start, at);
  }
}

/** Reads package clause, imports and build constraint. They stand before everything else in a Go file, so a prefix is enough. */
export function readGoSourceHead(text: string): GoSourceHead {
  const scanner = new Scanner(text);
  if (scanner.next().text !== 'package') return { imports: [], ignored: false, constrained: false };
  const ignored = scanner.comments.some((comment) => /^\/\/(go:build|\s*\+build)\s+ignore\b/.test(comment));
  const constrained = scanner.comments.some((comment) => /^\/\/(go:build|\s*\+build)\s/.test(comment));
  const name = scanner.next();
  const imports: GoImport[] = [];
  for (let token = scanner.next(); token.text === 'import' || token.text === ';'; token = scanner.next()) {
    if (token.text === 'import') readImport(scanner, imports);
  }
  return { ...(name.kind === 'word' && { package: name.text }), imports, ignored, constrained };
}

function readImport(scanner: Scanner, imports: GoImport[]): void {
  let token = scanner.next();
  const grouped = token.text === '(' && token.kind === 'punctuation';
  let alias: string | undefined;
  while (token.kind !== 'end' && !(token.kind === 'punctuation' && token.text === ')')) {
    if (token.kind === 'string') {
      imports.push({ path: token.text, line: token.line, ...(alias !== undefined && { alias }) });
      if (!grouped) return;
    }
    alias = token.kind === 'word' || token.text === '.' ? token.text : undefined;
    token = scanner.next();
  }
}
