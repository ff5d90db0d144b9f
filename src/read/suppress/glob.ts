/**
 * Whether a path of a project fits a pattern: `*` and `?` stay within one name, `**` stands for any number of folders. A
 * pattern that fits a folder fits everything in it: `pb` means `pb/**`.
 */
export function fitsGlob(pattern: string, path: string): boolean {
  const names = pattern.replace(/^\.\//, '').replace(/\/+$/, '').split('/');
  return fits(names, path.split('/'));
}

/** Goes through the names from behind; a row tells for each rest of the path whether the rest of the pattern fits it. */
function fits(pattern: readonly string[], path: readonly string[]): boolean {
  // What is left of the path after the pattern has ended lies in a folder that fits.
  let row = path.map(() => true).concat(true);
  for (const name of [...pattern].reverse()) {
    const next: boolean[] = Array<boolean>(path.length + 1).fill(false);
    for (let at = path.length; at >= 0; at -= 1) {
      const here = path[at];
      if (name === '**') next[at] = (row[at] ?? false) || (next[at + 1] ?? false);
      else next[at] = here !== undefined && fitsName(name, here) && (row[at + 1] ?? false);
    }
    row = next;
  }
  return row[0] ?? false;
}

/** Goes back to the last star only, which is enough, and takes no more than the product of the lengths. */
function fitsName(pattern: string, name: string): boolean {
  let star = -1;
  let resume = 0;
  let p = 0;
  let n = 0;
  while (n < name.length) {
    if (p < pattern.length && pattern[p] !== '*' && (pattern[p] === '?' || pattern[p] === name[n])) {
      p += 1;
      n += 1;
    } else if (pattern[p] === '*') {
      star = p;
      resume = n;
      p += 1;
    } else if (star >= 0) {
      p = star + 1;
      resume += 1;
      n = resume;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(p));
}
