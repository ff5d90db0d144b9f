import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';

/** One import or re-export of a module. */
export interface Import {
  /** The module that is imported: a path below src for our own, else the name of a package. */
  readonly target: string;
  /** Only types: it is gone when the program runs. */
  readonly typeOnly: boolean;
}

/** A source file of ours. */
export interface SourceFile {
  /** Below src, with `/`. */
  readonly path: string;
  /** Without comments. */
  readonly code: string;
  readonly imports: readonly Import[];
}

/** Every TypeScript file below a folder. */
export function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
    .map((path) => readSource(path, readFileSync(join(folder, path), 'utf8')));
}

export function readSource(path: string, text: string): SourceFile {
  const code = withoutComments(text);
  return { path, code, imports: importsOf(path, code) };
}

/** Strings are stepped over, so that `'https://x'` stays whole. */
function withoutComments(text: string): string {
  const token = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
  return text.replace(token, (found) => (found.startsWith('/') ? ' ' : found));
}

const statement = /^(?:import|export)\b([^'";]*?)\bfrom\s*'([^']+)'|^import\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;

function importsOf(path: string, code: string): Import[] {
  return [...code.matchAll(statement)].map(([, clause = '', from, bare, dynamic]) => ({
    target: resolved(path, from ?? bare ?? dynamic ?? ''),
    typeOnly: from !== undefined && isTypeOnly(clause),
  }));
}

/** `import type { A }`, or braces with nothing but `type` in them. */
function isTypeOnly(clause: string): boolean {
  if (/^\s*type\b/.test(clause)) return true;
  const names = /^\s*\{([\s\S]*)\}\s*$/.exec(clause)?.[1]?.split(',') ?? [];
  const given = names.map((name) => name.trim()).filter((name) => name !== '');
  return given.length > 0 && given.every((name) => name.startsWith('type '));
}

function resolved(path: string, target: string): string {
  return target.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), target)) : target;
}

/** Rings of files that import each other when the program runs, each once, as `a > b > a`. */
export function cycles(files: readonly SourceFile[]): string[] {
  const edges = new Map(files.map(({ path, imports }) => [path, imports.filter((one) => !one.typeOnly)]));
  const found = new Set<string>();
  const done = new Set<string>();
  const visit = (path: string, above: readonly string[]): void => {
    const start = above.indexOf(path);
    if (start >= 0) found.add(ring(above.slice(start)));
    if (start >= 0 || done.has(path)) return;
    for (const { target } of edges.get(path) ?? []) visit(target, [...above, path]);
    done.add(path);
  };
  for (const path of edges.keys()) visit(path, []);
  return [...found];
}

/** Written from its first name in the alphabet, so that it is the same from wherever it was entered. */
function ring(paths: readonly string[]): string {
  const first = paths.indexOf([...paths].sort()[0] ?? '');
  const turned = [...paths.slice(first), ...paths.slice(0, first)];
  return [...turned, turned[0]].join(' > ');
}
