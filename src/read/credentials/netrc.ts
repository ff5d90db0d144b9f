/** For which hosts a .netrc file holds a login. Never the logins. */
export interface Netrc {
  readonly hosts: readonly string[];
  /** A `default` entry, for every other host. */
  readonly forAll: boolean;
}

const isFollowed: ReadonlySet<string> = new Set(['login', 'password', 'account']);

/** Reads the hosts of a .netrc (as curl and Go do: words, `macdef` up to a blank line). Never throws. */
export function parseNetrc(text: string): Netrc {
  const hosts: string[] = [];
  let forAll = false;
  let inMacro = false;
  let expectHost = false;
  for (const line of text.split('\n')) {
    const words = line.split(/\s+/).filter((word) => word !== '');
    if (inMacro) {
      inMacro = words.length > 0;
      continue;
    }
    for (const [at, word] of words.entries()) {
      if (word.startsWith('#') && at === 0) break;
      // What follows such a word is a value, whatever it looks like.
      if (at > 0 && isFollowed.has(words[at - 1] ?? '') && !expectHost) continue;
      if (expectHost) hosts.push(word);
      expectHost = !expectHost && word === 'machine';
      if (word === 'default') forAll = true;
      if (word === 'macdef') inMacro = true;
    }
  }
  return { hosts, forAll };
}
