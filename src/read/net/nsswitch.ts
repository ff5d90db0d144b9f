import { fieldsOf } from './fields.ts';

/** Where a database is looked up: `files`, `dns`, `myhostname` … */
export interface NameSource {
  readonly source: string;
  /** It has no `[NOTFOUND=return]` and the like, or only what is so without them. */
  readonly standard: boolean;
}

/** Sources of `hosts:` in `/etc/nsswitch.conf`, or undefined where the file is not as Go reads it (net.parseNSSConf). */
export function hostSources(text: string): readonly NameSource[] | undefined {
  let sources: readonly NameSource[] = [];
  for (const line of text.split('\n')) {
    const content = (line.split('#', 1)[0] ?? '').trim();
    if (content === '') continue;
    const colon = content.indexOf(':');
    if (colon < 0) return undefined;
    const own = readSources(content.slice(colon + 1));
    if (!own) return undefined;
    if (content.slice(0, colon).trim() === 'hosts') sources = [...sources, ...own];
  }
  return sources;
}

function readSources(text: string): readonly NameSource[] | undefined {
  const sources: NameSource[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const source = rest.split(' ', 1)[0] ?? '';
    rest = rest.slice(source.length).trimStart();
    const end = rest.startsWith('[') ? rest.indexOf(']') : 0;
    if (end < 0) return undefined;
    const criteria = fieldsOf(rest.slice(1, Math.max(1, end)));
    if (criteria.some((word) => !/^(?=.{3})[^=]*=/.test(word.replace(/^!/, '')))) return undefined;
    if (end > 0) rest = rest.slice(end + 1).trimStart();
    sources.push({
      source,
      standard: criteria.every((word, index) => isStandard(word, index === criteria.length - 1)),
    });
  }
  return sources;
}

function isStandard(criterion: string, last: boolean): boolean {
  const [status = '', action = ''] = criterion.toLowerCase().split('=');
  const usual = { success: 'return', notfound: 'continue', unavail: 'continue', tryagain: 'continue' }[status];
  return usual !== undefined && (action === usual || (last && action === 'return'));
}
