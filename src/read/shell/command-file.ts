import { type CommandFileKind, commandFileKind } from '../file-kind.ts';
import { readGoGenerate } from './go-generate.ts';
import { parseJustfile } from './justfile.ts';
import { parseMakefile } from './makefile.ts';
import type { DialectName } from './shell-dialect.ts';
import { readShell, type ShellLine } from './shell-words.ts';
import { parseTaskfile } from './taskfile.ts';

/** Commands that belong together, with the name of the target, task or recipe. */
export interface CommandGroup {
  target?: string;
  /** Of a makefile: whether the target runs even where a file or folder is called like it. */
  phony?: boolean;
  lines: ShellLine[];
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
