import { commandLine } from '../core/command-line.ts';

/** A command as a user would type it, in a folder below the project. The name of a folder is a stranger's text, and this line is there to be copied. */
export function commandInFolder(argv: readonly string[], folder: string | undefined): string {
  return folder ? `(cd ${commandLine([folder])} && ${commandLine(argv)})` : commandLine(argv);
}
