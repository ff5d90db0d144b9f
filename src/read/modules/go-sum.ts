import type { LineError } from './go-mod-syntax.ts';

/** The hashes of one module version, each as it stands in the file: `h1:` and 32 bytes in base64. */
export interface GoSumEntry {
  /** Of the module's files. */
  h1?: string;
  /** Of the module's go.mod alone. */
  goMod?: string;
}

/** A line of go.sum with which something is wrong. */
export interface GoSumError extends LineError {
  /** `fields`: the go command refuses the whole file. `hash`: it can never match. `second`: it differs from an earlier line. */
  readonly kind: 'fields' | 'hash' | 'second';
  /** The line, without the blanks around it. */
  readonly text: string;
}

/** What a go.sum (or go.work.sum) file says. */
export interface GoSum {
  /** Keyed by path, one space, version: `google.golang.org/grpc v1.60.1`. */
  readonly entries: Map<string, GoSumEntry>;
  /** Lines that stop the go command, and hashes that it can never match. Lines count from 1. */
  readonly errors: GoSumError[];
}

const GO_MOD = '/go.mod';
const H1 = /^h1:[A-Za-z0-9+/]{43}=$/;

/** Go commands of 2018 wrote this, the hash of an empty go.mod, for what was no module; today's drop it. */
const EMPTY_GO_MOD = 'h1:G7mAYYxgmS0lVkHyy2hEOLQCFB0DlQFTMLWggykrydY=';

function readLine(sum: GoSum, text: string, line: number): void {
  const fields = text.split(/\s+/);
  const [path, fullVersion, hash] = fields;
  if (path === undefined || fullVersion === undefined || hash === undefined || fields.length !== 3) {
    const message = `expected path, version and hash, found ${fields.length} words`;
    sum.errors.push({ line, kind: 'fields', text, message });
    return;
  }
  if (hash === EMPTY_GO_MOD) return;
  if (!H1.test(hash)) {
    sum.errors.push({ line, kind: 'hash', text, message: `${hash} is not an h1: hash` });
    return;
  }
  const error = addHash(sum, path, fullVersion, hash);
  if (error) sum.errors.push({ line, kind: 'second', text, message: error });
}

/** Returns what is wrong with it. */
function addHash(sum: GoSum, path: string, fullVersion: string, hash: string): string | undefined {
  const ofGoMod = fullVersion.endsWith(GO_MOD);
  const key = `${path} ${ofGoMod ? fullVersion.slice(0, -GO_MOD.length) : fullVersion}`;
  const kind = ofGoMod ? 'goMod' : 'h1';
  const entry = sum.entries.get(key) ?? {};
  // The go command compares with the first hash, and stops when that differs.
  entry[kind] ??= hash;
  sum.entries.set(key, entry);
  return entry[kind] === hash ? undefined : `a second, different hash for ${path} ${fullVersion}`;
}

/**
 * Reads go.sum (Go Modules Reference, "go.sum files"). Blank lines and repeated equal lines are fine; of two different
 * hashes the first counts. Never throws; in time linear in the text.
 */
export function parseGoSum(text: string): GoSum {
  const sum: GoSum = { entries: new Map(), errors: [] };
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line !== '') readLine(sum, line, index + 1);
  }
  return sum;
}
