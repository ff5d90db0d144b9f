/** One item of GOFLAGS. */
export interface GoFlag {
  /** As it is written, quotes included. */
  readonly text: string;
  /** Without quotes, dashes and value: `mod`, `ldflags`. Empty for what is no flag. */
  readonly name: string;
  /** What stands between the quotes. */
  readonly bare: string;
}

/** The items of GOFLAGS, split as go does it: a quote counts at the start of an item. Undefined where one is left open. */
export function parseGoFlags(value: string): GoFlag[] | undefined {
  const item = /\s*(?:'([^']*)'|"([^"]*)"|([^\s'"]\S*))(?=\s|$)/y;
  const flags: GoFlag[] = [];
  const text = value.trimEnd();
  while (item.lastIndex < text.length) {
    const match = item.exec(text);
    if (!match) return undefined;
    const bare = match[1] ?? match[2] ?? match[3] ?? '';
    flags.push({ text: match[0].trim(), bare, name: /^--?([^-=][^=]*)/.exec(bare)?.[1] ?? '' });
  }
  return flags;
}

/** True for the item that a complaint of go is about (texts of Go 1.17 and 1.26). */
export function isRefusedBy(complaint: string): (flag: GoFlag) => boolean {
  const word = /non-flag "(.*)"/.exec(complaint)?.[1];
  if (word !== undefined) return ({ bare }) => bare === word;
  const named = /unknown flag -(\S+)|for flag -(\S+) \(from|^(?:go: )?-(mod)=/.exec(complaint)?.slice(1).find(Boolean);
  return ({ name }) => name === named;
}
