const head = /^\s*(?:function\s+([\w:.-]+)\s*(?:\(\s*\))?|([\w:.-]+)\s*\(\s*\))\s*\{?\s*$/;

/** The shell function in whose body a line stands, as people lay them out: head and closing brace at the same indent. */
export function functionAt(lines: readonly string[], line: number): string | undefined {
  for (let at = line - 2; at >= 0; at -= 1) {
    const text = lines[at] ?? '';
    // A brace alone at the margin ends the function before.
    if (/^\}/.test(text)) return undefined;
    const match = head.exec(text);
    if (match) return match[1] ?? match[2];
  }
  return undefined;
}

/** True where a name is written more often than it is defined: somebody may call it. */
export function isCalled(name: string, texts: Iterable<string>): boolean {
  const escaped = name.replace(/[.-]/g, '\\$&');
  const word = new RegExp(`(?<![\\w:.-])${escaped}(?![\\w:.-])`);
  for (const text of texts) {
    for (const line of text.split('\n')) {
      const match = head.exec(line.replace(/\{.*$/, '{').trimEnd());
      const defines = (match?.[1] ?? match?.[2]) === name;
      if (!defines && !/^\s*#/.test(line) && word.test(line)) return true;
    }
  }
  return false;
}
