import type { LineError } from '../modules/go-mod-syntax.ts';

/** One setting of the file that GOENV names; of two with the same key the later one counts. */
export interface GoEnvEntry {
  readonly key: string;
  /** Exactly as the go command takes it: quotes, spaces and a carriage return at the end belong to it. */
  readonly value: string;
  readonly line: number;
}

/** What the go command's own configuration file says (`go help environment`, `go env -w`). */
export interface GoEnvFile {
  readonly entries: GoEnvEntry[];
  /** Lines that the go command passes over in silence, or takes otherwise than they look. Lines count from 1. */
  readonly errors: LineError[];
}

function ignoredBecause(line: string): string {
  if (line.startsWith('\uFEFF')) return 'the file starts with a byte order mark: the go command ignores this line';
  if (!line.includes('=')) return 'no = in it: the go command ignores this line';
  return 'does not start with a capital letter: the go command ignores this line';
}

function readLine(file: GoEnvFile, text: string, line: number): void {
  const equals = text.indexOf('=');
  if (equals < 0 || !/^[A-Z]/.test(text)) {
    if (text.trim() !== '' && !text.startsWith('#')) file.errors.push({ line, message: ignoredBecause(text) });
    return;
  }
  const key = text.slice(0, equals);
  const value = text.slice(equals + 1);
  if (/\s/.test(key)) {
    file.errors.push({ line, message: 'a space in the name: the go command looks for the name without it' });
    return;
  }
  if (value.endsWith('\r')) file.errors.push({ line, message: 'the value ends in a carriage return' });
  file.entries.push({ key, value, line });
}

/** Reads the GOENV file: KEY=VALUE lines, nothing is unquoted or expanded. Never throws. */
export function parseGoEnvFile(text: string): GoEnvFile {
  const file: GoEnvFile = { entries: [], errors: [] };
  for (const [index, line] of text.split('\n').entries()) readLine(file, line, index + 1);
  return file;
}
