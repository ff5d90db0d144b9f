import { type CommandGroup, readCommandFile } from './command-file.ts';
import type { ShellLine, ShellWord } from './shell-words.ts';

/** A Go program that a script installs. */
export interface ToolInstall {
  file: string;
  /** 1-based. */
  line: number;
  /** `install` puts the program into GOBIN; `get` did before Go 1.18; `get-tool` only writes go.mod; `build` is `go build -o`. */
  verb: 'install' | 'get' | 'get-tool' | 'build';
  /** As written, without the version: an import path, or `./cmd/x`. */
  package: string;
  /** What stands after the @: `v1.36.6`, `latest`, or an unresolved `$(VERSION)`. Absent: go.mod decides. */
  version?: string;
  /** The folder it goes to, when GOBIN or `-o` says so. */
  gobin?: string;
}

const GO = /^(?:.*[\\/])?go(?:\d[\w.]*)?(?:\.exe)?$|^\$+[({]?GO(?:_?CMD|_?BIN|LANG)?[)}]?$/;
/** Most scripts install nothing: one look saves reading them. */
const WORTH_READING = /\bgo\S{0,12}\s+(?:-C\s+\S+\s+)?(?:install|get|build)\b/i;
const VALUE_FLAGS = new Set([
  '-C',
  '-o',
  '-p',
  '-asmflags',
  '-buildmode',
  '-compiler',
  '-gccgoflags',
  '-gcflags',
  '-installsuffix',
  '-ldflags',
  '-mod',
  '-modfile',
  '-overlay',
  '-pgo',
  '-pkgdir',
  '-tags',
  '-toolexec',
]);

/** Index of the verb behind `go` (`go -C folder` too); -1 when there is none. */
function findVerb(words: ShellWord[]): number {
  const go = words.slice(0, 12).findIndex((word, i) => GO.test(word.text) && isVerb(words[verbIndex(words, i)]));
  return go < 0 ? -1 : verbIndex(words, go);
}

function verbIndex(words: ShellWord[], go: number): number {
  return words[go + 1]?.text === '-C' ? go + 3 : go + 1;
}

function isVerb(word: ShellWord | undefined): boolean {
  return /^(?:install|get|build)$/.test(word?.text ?? '');
}

interface GoArguments {
  packages: string[];
  flags: Map<string, string>;
}

function goArguments(words: ShellWord[]): GoArguments {
  const flags = new Map<string, string>();
  const packages: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const text = words[i]?.text ?? '';
    const [, name = '', value] = /^-?(-[\w]+)(?:=(.*))?$/s.exec(text) ?? [];
    if (name === '') packages.push(text);
    else flags.set(name, value ?? (VALUE_FLAGS.has(name) ? (words[++i]?.text ?? '') : ''));
  }
  return { packages, flags };
}

function verbOf(word: string, flags: Map<string, string>): ToolInstall['verb'] | undefined {
  if (word === 'install') return 'install';
  if (word === 'get') return flags.has('-tool') ? 'get-tool' : 'get';
  return word === 'build' && flags.has('-o') ? 'build' : undefined;
}

function folderOf(file: string): string {
  const slash = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
  return slash < 0 ? '.' : file.slice(0, slash);
}

/** What `xargs go install` gets is not in the script. */
function isPackage(text: string): boolean {
  return text !== '' && text !== '%' && text !== '{}' && !text.startsWith('>');
}

function splitVersion(text: string): { package: string; version?: string } {
  const at = text.indexOf('@');
  return at <= 0 || text.startsWith('$')
    ? { package: text }
    : { package: text.slice(0, at), version: text.slice(at + 1) };
}

function readLine(file: string, line: ShellLine): ToolInstall[] {
  const at = line.commented || line.container ? -1 : findVerb(line.words);
  if (at < 0 || /^(?:echo|printf)$/.test(line.words[0]?.text ?? '')) return [];
  const { packages, flags } = goArguments(line.words.slice(at + 1));
  const verb = verbOf(line.words[at]?.text ?? '', flags);
  if (!verb) return [];
  const output = flags.get('-o');
  const gobin = verb === 'build' && output ? folderOf(output) : line.gobin;
  const common = { file, line: line.line, verb };
  return packages.filter(isPackage).map((text) => ({ ...common, ...splitVersion(text), ...(gobin ? { gobin } : {}) }));
}

/**
 * Finds `go install`, `go get` and `go build -o` in a Makefile, Taskfile, justfile or script. Comments and commands inside
 * of containers are left out. Never throws.
 *
 * @param path decides by its name what the text is.
 * @param groups the commands of the text, where the caller has read them already.
 */
export function readToolInstalls(path: string, text: string, groups?: readonly CommandGroup[]): ToolInstall[] {
  if (!WORTH_READING.test(text)) return [];
  return (groups ?? readCommandFile(path, text)).flatMap((group) =>
    group.lines.flatMap((line) => readLine(path, line)),
  );
}
