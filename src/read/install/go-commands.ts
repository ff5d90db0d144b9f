import type { ShellLine } from '../shell/shell-words.ts';

/** A command that loads the go.mod of the folder in which it runs. */
export interface GoCommand {
  kind: 'go';
  line: ShellLine;
  folder: string;
  /** `build`, `mod vendor`. */
  verb: string;
  packages: string[];
  /** The value of -mod: its own, or that of the GOFLAGS in force. */
  mod?: string;
  /** It has -modfile: another file stands in for go.mod. */
  modfile?: true;
  making?: Making;
}

/** A command that loads the go.mod of the folder in which it runs, or a make call that may do so. */
export type BuildCommand =
  | GoCommand
  | { kind: 'make'; line: ShellLine; folder: string; file?: string; targets: string[] };

/** What `go build` and `go install` are told about the program that they make. */
export interface Making {
  verb: 'build' | 'install';
  /** `-o` as written. */
  output?: string;
  tags: string[];
  ldflags: string;
  /** `-race`, `-buildmode` and the like: how the program is linked follows other rules. */
  special: boolean;
}

/** Measured with Go 1.22.12 below a go line of 1.25.0: these stop; env, version, mod edit, tool and install of PKG@V do not. */
const LOADING = new Set(['build', 'clean', 'fix', 'fmt', 'generate', 'get', 'install', 'list', 'run', 'test', 'vet']);
const LOADING_MOD = new Set(['download', 'graph', 'tidy', 'vendor', 'verify', 'why']);
const VALUE_FLAGS = new Set([
  '-o',
  '-tags',
  '-ldflags',
  '-gcflags',
  '-mod',
  '-run',
  '-p',
  '-covermode',
  '-coverprofile',
  '-timeout',
]);
const MAKE_VALUE_FLAGS = new Set(['-C', '-f', '-o', '-W', '-I']);

/** The build commands among the lines; `folder` is where each runs, as the lines write it. */
export function buildCommands(lines: readonly ShellLine[], start = '.'): BuildCommand[] {
  return lines.flatMap((line) => {
    if (line.commented || line.container) return [];
    return goCommand(line, line.folder ?? start) ?? makeCommand(line, line.folder ?? start) ?? [];
  });
}

function goCommand(line: ShellLine, folder: string): GoCommand | undefined {
  const words = line.words.map(({ text }) => text);
  const go = words.slice(0, 8).findIndex((text) => /^(?:.*[\\/])?go(?:\.exe)?$/.test(text));
  // `echo go build`, `command -v go`, `apt-get install go build-essential` only speak of it.
  if (go < 0 || (go > 0 && !/^(?:env|time|nice|sudo|gosu|su-exec|xvfb-run|retry|-[^vV]|[\w.]+=)/.test(words[0] ?? '')))
    return undefined;
  const inFolder = words[go + 1] === '-C' ? words[go + 2] : undefined;
  const rest = words.slice(go + (inFolder === undefined ? 1 : 3));
  const [verb = '', next = ''] = rest;
  if (!(LOADING.has(verb) || (verb === 'mod' && LOADING_MOD.has(next)))) return undefined;
  const packages = argumentsOf(rest.slice(1), VALUE_FLAGS);
  const mod = modFlag(rest) ?? modFlag((line.buildSettings?.GOFLAGS ?? '').split(/\s+/));
  if ((verb === 'install' || verb === 'run') && packages[0]?.includes('@')) return undefined;
  return {
    ...{ kind: 'go', line, folder: inFolder === undefined ? folder : join(folder, inFolder) },
    ...{ verb: verb === 'mod' ? `mod ${next}` : verb, packages },
    ...(mod && { mod }),
    ...(/(?:^|\s)--?modfile[=\s]/.test(`${rest.join(' ')} ${line.buildSettings?.GOFLAGS ?? ''}`) && { modfile: true }),
    ...((verb === 'build' || verb === 'install') && { making: makingOf(verb, line, rest.slice(1)) }),
  };
}

function makingOf(verb: Making['verb'], line: ShellLine, words: readonly string[]): Making {
  const all = [...(line.buildSettings?.GOFLAGS ?? '').split(/\s+/), ...words];
  const output = flagOf(words, 'o');
  return {
    verb,
    ...(output !== undefined && { output }),
    tags: (flagOf(all, 'tags') ?? '').split(/[\s,]+/).filter((tag) => tag !== ''),
    ldflags: flagOf(all, 'ldflags') ?? '',
    special: all.some((word) => /^--?(?:race|msan|asan|buildmode|linkshared|compiler|toolexec)\b/.test(word)),
  };
}

/** The value of `-name value` or `-name=value`; the last one counts. */
function flagOf(words: readonly string[], name: string): string | undefined {
  const at = words.findLastIndex((word) => new RegExp(`^--?${name}(?:=|$)`).test(word));
  const word = words[at];
  if (word === undefined) return undefined;
  return word.includes('=') ? word.slice(word.indexOf('=') + 1).replace(/^(["'])(.*)\1$/s, '$2') : words[at + 1];
}

/** The value of -mod; the last one counts. */
export function modFlag(words: readonly string[]): string | undefined {
  return flagOf(words, 'mod');
}

function makeCommand(line: ShellLine, folder: string): BuildCommand | undefined {
  const words = line.words.map(({ text }) => text);
  if (!/^(?:.*\/)?g?make$|^\$\(MAKE\)$/.test(words[0] ?? '')) return undefined;
  const inFolder = words[words.indexOf('-C') + 1];
  const file = words[words.indexOf('-f') + 1];
  const targets = argumentsOf(words.slice(1), MAKE_VALUE_FLAGS).filter((text) => !text.includes('='));
  return {
    kind: 'make',
    line,
    folder: words.includes('-C') && inFolder ? join(folder, inFolder) : folder,
    ...(words.includes('-f') && file ? { file } : {}),
    targets,
  };
}

function argumentsOf(words: readonly string[], valueFlags: ReadonlySet<string>): string[] {
  const found: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const text = words[i] ?? '';
    if (valueFlags.has(text)) i++;
    else if (!text.startsWith('-')) found.push(text);
  }
  return found;
}

function join(folder: string, below: string): string {
  return below.startsWith('/') ? below : `${folder}/${below}`;
}
