/** Module caches and proxies write capital letters as `!` and the small letter, for file systems that do not tell them apart. */
export function escapeUpper(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}

/** The capital letters again. */
export function unescapeUpper(text: string): string {
  return text.replace(/!([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
