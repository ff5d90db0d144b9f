let letters: RegExp | undefined;

/** What Go prints as it is (`unicode.IsPrint`): letters, marks, numbers, punctuation and symbols, and of blanks only the usual one. */
export function isPrintable(character: string): boolean {
  if (/^[ -~]$/.test(character)) return true;
  // biome-ignore lint/complexity/useRegexLiterals: the engine gathers the classes of a literal whenever it reads the file, at great cost.
  letters ??= new RegExp('^[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}]$', 'u');
  return letters.test(character);
}
