import { readGoGenerate } from './go-generate.ts';
import { parseJustfile } from './justfile.ts';
import { parseMakefile } from './makefile.ts';
import type { DialectName } from './shell-dialect.ts';
import { readShell, type ShellLine } from './shell-words.ts';
import { parseTaskfile } from './taskfile.ts';

/** The kinds of files that hold commands. */
export type CommandFileKind = 'makefile' | 'taskfile' | 'justfile' | 'shell' | 'cmd' | 'powershell' | 'go';

/** Commands that belong together, with the name of the target, task or recipe. */
export interface CommandGroup {
  target?: string;
  lines: ShellLine[];
}

const KINDS: [RegExp, CommandFileKind][] = [
  [/^(?:GNU)?makefile(?:\.[\w.-]+)?$|\.(?:mk|mak|make)$/i, 'makefile'],
  [/^taskfile(?:[._-][\w.-]+)?\.ya?ml$/i, 'taskfile'],
  [/^\.?justfile$|\.just$/i, 'justfile'],
  [/\.(?:sh|bash|zsh|ksh)$/i, 'shell'],
  [/\.(?:bat|cmd)$/i, 'cmd'],
  [/\.ps1$/i, 'powershell'],
  [/\.go$/, 'go'],
];

/** What a file holds, by its name; undefined when it is none of ours. `path` may have either kind of slash. */
export function commandFileKind(path: string): CommandFileKind | undefined {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return KINDS.find(([pattern]) => pattern.test(name))?.[1];
}

function shell(dialect: DialectName): (text: string) => CommandGroup[] {
  return (text) => [{ lines: readShell(text, { dialect }) }];
}

const READERS: Record<CommandFileKind, (text: string) => CommandGroup[]> = {
  makefile: (text) => parseMakefile(text).recipes,
  taskfile: (text) => parseTaskfile(text).tasks.map(({ name, lines }) => ({ target: name, lines })),
  justfile: (text) => parseJustfile(text).recipes.map(({ name, lines }) => ({ target: name, lines })),
  shell: shell('sh'),
  cmd: shell('cmd'),
  powershell: shell('powershell'),
  go: (text) => [{ lines: readGoGenerate(text) }],
};

/** All commands of a Makefile, Taskfile, justfile, script or Go file; none for other files. Never throws. */
export function readCommandFile(path: string, text: string): CommandGroup[] {
  const kind = commandFileKind(path);
  return kind ? READERS[kind](text) : [];
}
