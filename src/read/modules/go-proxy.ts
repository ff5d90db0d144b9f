/** What follows an entry of GOPROXY: `,` goes on after 404 and 410 only, `|` after every failure; empty for the last. */
export type Separator = ',' | '|' | '';

/** By 404 and 410 a proxy says that it does not have what was asked for (go help goproxy); every other refusal is a failure. */
export function saysAbsent(status: number | undefined): boolean {
  return status === 404 || status === 410;
}

/** One entry of GOPROXY. */
export interface ProxyEntry {
  /** As written, without blanks. */
  readonly entry: string;
  /** `invalid`: the go command refuses the whole setting because of it. */
  readonly kind: 'http' | 'file' | 'direct' | 'off' | 'invalid';
  /** The address that is asked, without a slash at its end; for `http` and `file`. */
  readonly url?: string;
  readonly separator: Separator;
}

/**
 * The entries of GOPROXY as the go command reads them (cmd/go/internal/modfetch/proxy.go, proxyList): what stands after `direct` or
 * `off` is never looked at, and `https://` is put before an address without a scheme.
 */
export function readGoProxy(setting: string): ProxyEntry[] {
  const words = setting.split(/([,|])/);
  const entries: ProxyEntry[] = [];
  for (let at = 0; at < words.length; at += 2) {
    const entry = words[at]?.trim();
    if (!entry) continue;
    const separator = words[at + 1] === ',' || words[at + 1] === '|' ? (words[at + 1] as Separator) : '';
    if (entry === 'direct' || entry === 'off') return [...entries, { entry, kind: entry, separator: '' }];
    entries.push({ entry, ...addressOf(entry), separator });
  }
  return entries;
}

/** Single words are reserved, and a path is no address. */
function addressOf(entry: string): Pick<ProxyEntry, 'kind' | 'url'> {
  const complete = !/[.:/]/.test(entry) || entry.includes(':/') || /^(?:\/|[A-Za-z]:\\|\\\\)/.test(entry);
  const url = (complete ? entry : `https://${entry}`).replace(/\/$/, '');
  const scheme = /^([a-z]+):\/\//i.exec(url)?.[1]?.toLowerCase();
  if (scheme === 'http' || scheme === 'https') return { kind: 'http', url };
  return scheme === 'file' ? { kind: 'file', url } : { kind: 'invalid' };
}
