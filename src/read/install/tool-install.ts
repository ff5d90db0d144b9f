import { type CommandGroup, readCommandFile } from '../shell/command-file.ts';
import type { ShellLine, ShellWord } from '../shell/shell-words.ts';
import { pinOf, programOf } from './go-program.ts';
import type { ToolInstall } from './installation.ts';
import { readPackages } from './package-install.ts';
import { readDownload } from './tool-download.ts';

const GO = /^(?:.*[\\/])?go(?:\d[\w.]*)?(?:\.exe)?$|^\$+[({]?GO(?:_?CMD|_?BIN|LANG)?[)}]?$/;
/** Most scripts install nothing: one look saves reading them. */
const WORTH_READING = /\bgo\S{0,12}\s+(?:-C\s+\S+\s+)?(?:install|get|build|run)\b|proto|buf|golangci/i;
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
  return /^(?:install|get|build|run)$/.test(word?.text ?? '');
}

interface GoArguments {
  packages: ShellWord[];
  flags: Map<string, string>;
}

function goArguments(words: ShellWord[]): GoArguments {
  const flags = new Map<string, string>();
  const packages: ShellWord[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    const [, name = '', value] = /^-?(-[\w]+)(?:=(.*))?$/s.exec(word?.text ?? '') ?? [];
    if (name === '') packages.push(...(word ? [word] : []));
    else flags.set(name, value ?? (VALUE_FLAGS.has(name) ? (words[++i]?.text ?? '') : ''));
  }
  return { packages, flags };
}

function verbOf(word: string, flags: Map<string, string>): ToolInstall['verb'] | undefined {
  if (word === 'install' || word === 'run') return word;
  if (word === 'get') return flags.has('-tool') ? 'get-tool' : 'get';
  return word === 'build' && flags.has('-o') ? 'build' : undefined;
}

function folderOf(file: string): string {
  const slash = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
  return slash < 0 ? '.' : file.slice(0, slash);
}

/** What `xargs go install` gets is not in the script, and values of flags that a variable brings along are no packages. */
function isPackage(text: string): boolean {
  return text !== '%' && text !== '{}' && /^[\w.~$({/\\][^\s='"]*(?:\$\(.*\))?$/.test(text);
}

function splitVersion(text: string): { package: string; version?: string } {
  const at = text.indexOf('@');
  return at <= 0 || text.startsWith('$')
    ? { package: text }
    : { package: text.slice(0, at), version: text.slice(at + 1) };
}

function readGo(line: ShellLine): Omit<ToolInstall, 'file'>[] {
  const at = findVerb(line.words);
  if (at < 0) return [];
  const { packages, flags } = goArguments(line.words.slice(at + 1));
  const verb = verbOf(line.words[at]?.text ?? '', flags);
  if (!verb) return [];
  const output = flags.get('-o');
  const gobin = verb === 'build' && output ? folderOf(output) : line.gobin;
  // What follows the package is for the program; without a version it is one of the project's own.
  const named = verb === 'run' ? packages.slice(0, 1).filter(({ text }) => text.includes('@')) : packages;
  return named
    .filter(({ text }) => isPackage(text))
    .map(({ text, line: at, column }) => {
      const split = splitVersion(text);
      const rest = { verb, name: programOf(split.package), ...split, pin: pinOf(split.version) };
      return { ...placeOf(line), line: at, column, ...rest, ...(gobin ? { gobin } : {}) };
    });
}

function placeOf({ line, column, text, folder }: ShellLine): Pick<ToolInstall, 'line' | 'column' | 'text' | 'folder'> {
  return { line, column, text, ...(folder ? { folder } : {}) };
}

/**
 * The tools that commands install. Comments and commands inside of containers are left out. Never throws.
 *
 * @param lines in order: `curl ... | sh -s -- v1.2.3` tells the version one command later.
 */
export function installsIn(file: string, lines: readonly ShellLine[]): ToolInstall[] {
  return lines.flatMap((line, at) => {
    if (line.commented || line.container || /^(?:echo|printf|test|\[)$/.test(line.words[0]?.text ?? '')) return [];
    const others = [...readPackages(line.words), ...readDownload(line, lines[at + 1])];
    return [...readGo(line), ...others.map((other) => ({ ...placeOf(line), ...other }))].map((one) => ({
      file,
      ...one,
    }));
  });
}

/**
 * Finds what is installed in a Makefile, Taskfile, justfile or script; see {@link installsIn}. Never throws.
 *
 * @param path decides by its name what the text is.
 * @param groups the commands of the text, where the caller has read them already.
 */
export function readToolInstalls(path: string, text: string, groups?: readonly CommandGroup[]): ToolInstall[] {
  if (!WORTH_READING.test(text)) return [];
  return (groups ?? readCommandFile(path, text)).flatMap(({ lines }) => installsIn(path, lines));
}
