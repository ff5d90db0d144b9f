import { unescapeUpper } from './module-escape.ts';

/** What a request asks a module proxy for. */
export interface ProxyRequest {
  /** The proxy's own address, without a slash at its end. */
  readonly proxy: string;
  readonly path: string;
  /** Absent for `list` and `latest`. */
  readonly version?: string;
  readonly file: 'mod' | 'zip' | 'info' | 'list' | 'latest';
}

const files = new Set(['mod', 'zip', 'info']);

/**
 * Takes the address of a request apart, as `https://host/api/go/google.golang.org/grpc/@v/v1.85.0.mod`. A proxy may have a path of its
 * own: the module begins with the first part that has a dot, as every module that can be fetched does. Undefined for other addresses.
 */
export function readProxyUrl(url: string): ProxyRequest | undefined {
  const [scheme = '', rest] = url.split('://', 2);
  const parts = rest?.split('/') ?? [];
  const mark = parts.findIndex((part) => part === '@v' || part === '@latest');
  const first = parts.findIndex((part, at) => at > 0 && part.includes('.'));
  if (first < 0 || first >= mark) return undefined;
  const found = {
    proxy: `${scheme}://${parts.slice(0, first).join('/')}`,
    path: nameIn(parts.slice(first, mark).join('/')),
  };
  const name = parts.slice(mark + 1).join('/');
  if (parts[mark] === '@latest') return name === '' ? { ...found, file: 'latest' } : undefined;
  if (name === 'list') return { ...found, file: 'list' };
  const dot = name.lastIndexOf('.');
  const file = name.slice(dot + 1);
  return files.has(file) && dot > 0
    ? { ...found, version: nameIn(name.slice(0, dot)), file: file as 'mod' }
    : undefined;
}

/** The go command prints `!burnt` as `%21burnt`. */
function nameIn(text: string): string {
  return unescapeUpper(text.replace(/%21/g, '!'));
}
