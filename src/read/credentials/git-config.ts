/** What a git configuration says of how hosts are reached. */
export interface GitConfig {
  /** `url.TO.insteadOf FROM`: addresses that begin with FROM are asked at TO. */
  readonly rewrites: readonly { readonly from: string; readonly to: string }[];
  /** Addresses with a credential helper or an extra header of their own; an empty one stands for all. */
  readonly helped: readonly string[];
}

const SECTION = /^\s*\[\s*([A-Za-z0-9.-]+)(?:\s+"((?:[^"\\]|\\.)*)")?\s*\]\s*(.*)$/;
const SETTING = /^\s*([A-Za-z][A-Za-z0-9-]*)\s*=\s*(.*?)\s*$/;

/** Reads the parts of a git configuration that decide how a host is reached. Never throws; in time linear in the text. */
export function parseGitConfig(text: string): GitConfig {
  const rewrites: { from: string; to: string }[] = [];
  const helped: string[] = [];
  let section = '';
  let name = '';
  for (const raw of text.split('\n')) {
    const line = raw.replace(/\r$/, '');
    const head = line.length <= longestLine ? SECTION.exec(line) : null;
    if (head) {
      section = (head[1] ?? '').toLowerCase();
      name = (head[2] ?? '').replace(/\\(.)/g, '$1');
    }
    const setting = line.length <= longestLine ? SETTING.exec(head ? (head[3] ?? '') : line) : null;
    const key = setting?.[1]?.toLowerCase();
    const value = (setting?.[2] ?? '').replace(/^"(.*)"$/, '$1');
    if (section === 'url' && key === 'insteadof') {
      rewrites.push({ from: value, to: name });
    } else if ((section === 'credential' && key === 'helper') || (section === 'http' && key === 'extraheader')) {
      // An empty helper takes the earlier ones away.
      if (value !== '') helped.push(name);
    }
  }
  return { rewrites, helped };
}

/** Keeps a hostile line from the regular expressions. */
const longestLine = 4096;
