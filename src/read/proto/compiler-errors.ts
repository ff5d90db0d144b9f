/** What a compiler of .proto files says of one place. */
export interface CompilerError {
  /** As it names the file: an import name or a path; undefined where it names none. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  /** `imports`: follows from what is wrong with an imported file. */
  readonly kind: 'not-found' | 'cycle' | 'imports' | 'other';
  /** Of `not-found`: the name that was looked for; buf only tells where it stands. */
  readonly name?: string;
}

/** Characters of what a compiler prints that are looked at: thousands of errors. */
const readCharacters = 1024 * 1024;

const placed = /^(.*?):(\d+):(\d+): (.*)$/;
const lost = /^(.*): File not found\.$/;

/** Reads what protoc prints; warnings are left out, and lines that are no message. */
export function readProtocErrors(output: string): readonly CompilerError[] {
  return output
    .slice(0, readCharacters)
    .split('\n')
    .flatMap((raw): CompilerError[] => {
      const line = raw.replace(/\r$/, '');
      const [, file = '', row, column, message = ''] = placed.exec(line) ?? [];
      if (row === undefined) {
        const name = lost.exec(line)?.[1];
        return name === undefined ? [] : [{ message: line, kind: 'not-found', name }];
      }
      if (message.startsWith('warning: ')) return [];
      return [{ file, line: Number(row), column: Number(column), message, kind: kindOf(message) }];
    });
}

/** Reads what `buf build --error-format=json` prints: one object a line. */
export function readBufErrors(output: string): readonly CompilerError[] {
  return output
    .slice(0, readCharacters)
    .split('\n')
    .flatMap((line): CompilerError[] => {
      const value = objectOf(line);
      const message = value?.message;
      if (typeof message !== 'string') return [];
      const { path, start_line: row, start_column: column } = value as Record<string, unknown>;
      return [
        {
          ...(typeof path === 'string' && { file: path }),
          ...(typeof row === 'number' && { line: row }),
          ...(typeof column === 'number' && { column }),
          message,
          kind: kindOf(message),
        },
      ];
    });
}

function objectOf(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function kindOf(message: string): CompilerError['kind'] {
  if (message.startsWith('File recursively imports itself') || message.startsWith('detected cyclic import'))
    return 'cycle';
  if (/^Import ".*" (?:was not found or had errors|has not been loaded)\.$/.test(message)) return 'imports';
  return message === 'imported file does not exist' ? 'not-found' : 'other';
}
