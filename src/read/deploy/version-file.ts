import { parse } from 'smol-toml';
import type { Place } from '../source-text.ts';

/** A tool and the version that a file of a version manager asks for. */
export interface VersionEntry extends Place {
  /** As the manager calls it: `go`, `golang`, `protoc`, `go:google.golang.org/grpc/cmd/protoc-gen-go-grpc`. */
  tool: string;
  /** As written, without a leading `go`; the first where several are given. */
  version: string;
  /** Further versions, for when the first is not installed. */
  others: string[];
  lineText: string;
}

/** What a version file says, and why it could not be read. */
export interface VersionFile {
  entries: VersionEntry[];
  problem?: Place & { message: string };
}

function linesOf(text: string): string[] {
  return text.replace(/^\uFEFF/, '').split(/\r?\n/);
}

/** `.go-version`: the first line that is no comment. */
function readGoVersion(text: string): VersionEntry[] {
  const lines = linesOf(text);
  const at = lines.findIndex((line) => /^[^#\s]/.test(line.trim()));
  const lineText = lines[at] ?? '';
  const version = lineText.trim().replace(/^go/, '');
  return at < 0 ? [] : [{ tool: 'go', version, others: [], line: at + 1, column: 1, lineText }];
}

/** `.tool-versions`: `golang 1.22.3`, later versions are for when the first is missing. */
function readToolVersions(text: string): VersionEntry[] {
  return linesOf(text).flatMap((lineText, at) => {
    const [tool, version, ...others] = lineText.replace(/#.*$/, '').trim().split(/\s+/);
    return tool && version ? [{ tool, version, others, line: at + 1, column: 1, lineText }] : [];
  });
}

/** `[tools]` of a mise.toml: a text, a list, or a table with `version`. */
function readMise(text: string): VersionFile {
  const lines = linesOf(text);
  try {
    const { tools } = parse(lines.join('\n')) as { tools?: unknown };
    if (typeof tools !== 'object' || tools === null) return { entries: [] };
    return { entries: Object.entries(tools).flatMap(([tool, value]) => miseEntry(tool, value, lines)) };
  } catch (error) {
    const { line = 1, column = 1, message = String(error) } = error as Partial<Place> & { message?: string };
    return { entries: [], problem: { line, column, message: message.split('\n')[0] ?? '' } };
  }
}

function miseEntry(tool: string, value: unknown, lines: readonly string[]): VersionEntry[] {
  const [version, ...others] = (Array.isArray(value) ? value : [value]).flatMap(miseVersion);
  if (version === undefined) return [];
  const at = lines.findIndex((line) => line.trimStart().replace(/^["']/, '').startsWith(tool));
  const lineText = lines[at] ?? '';
  const column = lineText.length - lineText.trimStart().length + 1;
  return [{ tool, version, others, line: at + 1 || 1, column, lineText }];
}

function miseVersion(value: unknown): string[] {
  const named = typeof value === 'object' && value !== null ? (value as { version?: unknown }).version : value;
  if (typeof named !== 'string' && typeof named !== 'number') return [];
  return [String(named).replace(/^go(?=\d)/, '')];
}

/** Reads `.go-version`, `.tool-versions` or a mise.toml; `path` decides which one it is. Never throws. */
export function readVersionFile(path: string, text: string): VersionFile {
  if (/\.toml$/.test(path)) return readMise(text);
  return { entries: /\.tool-versions$/.test(path) ? readToolVersions(text) : readGoVersion(text) };
}
