/** A command as a user would type it: words with anything unusual in them are quoted. */
export function commandLine(argv: readonly string[]): string {
  return argv.map((word) => (/^[\w@%+=:,./\\-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(' ');
}

/** The same in a folder below the project. The name of a folder is a stranger's text, and this line is there to be copied. */
export function commandInFolder(argv: readonly string[], folder: string | undefined): string {
  return folder ? `(cd ${commandLine([folder])} && ${commandLine(argv)})` : commandLine(argv);
}
