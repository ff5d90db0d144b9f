import { Lexer } from 'yaml';
import type { Comment } from './comment-scan.ts';
import { shellComments } from './shell-comments.ts';

/** Keys whose value is a script: a `#` in it is the shell's comment. */
const scripts = /^(?:run|script|before_script|after_script|cmds?|commands?|args|entrypoint|inlineScript)$/;

/** What the library puts between the pieces of a file, and that is not in the file. */
const marks: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001f']);

/** Characters; the library is slow on what nobody writes by hand. */
const longest = 512 * 1024;

/** The comments of a YAML file, and of the scripts in it. */
export function yamlComments(text: string): Comment[] {
  const comments: Comment[] = [];
  if (text.length > longest) return comments;
  const lines = new LineCount(text);
  let scalar = false;
  let header = '';
  let key = '';
  let last = '';
  for (const lexeme of new Lexer().lex(text)) {
    if (marks.has(lexeme)) {
      scalar = lexeme === '\u001f';
      continue;
    }
    const { line, before } = lines.pass(lexeme);
    if (scalar) {
      if (header !== '' && scripts.test(key)) comments.push(...shellComments(lexeme, line));
      last = lexeme;
      header = '';
    } else if (lexeme.startsWith('#')) comments.push({ text: lexeme.slice(1), line, alone: before.trim() === '' });
    else if (lexeme === ':') key = last;
    else if (/^[|>]/.test(lexeme)) header = lexeme;
    else if (/^["']/.test(lexeme)) last = lexeme.slice(1, -1);
    scalar = false;
  }
  return comments;
}

/** Follows pieces through the text that they were cut from. */
class LineCount {
  readonly #text: string;
  #at = 0;
  #line = 1;
  #lineStart = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Where a piece begins, and what stands before it on its line. */
  pass(piece: string): { line: number; before: string } {
    // The library leaves a byte order mark out.
    if (this.#at === 0 && this.#text.startsWith('\ufeff') && !piece.startsWith('\ufeff')) this.#at = 1;
    const place = { line: this.#line, before: this.#text.slice(this.#lineStart, this.#at) };
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', end + 1)) {
      this.#line += 1;
      this.#lineStart = this.#at + end + 1;
    }
    this.#at += piece.length;
    return place;
  }
}
