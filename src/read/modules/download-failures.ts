import type { DownloadLog, LoggedRequest } from './download-log.ts';
import { saysAbsent } from './go-proxy.ts';
import { type ProxyRequest, readProxyUrl } from './proxy-url.ts';

/** How a request failed, in the words of `FetchResult`; `status`: an answer that is neither 200 nor 404 or 410. */
export type FailureKind = 'status' | 'timeout' | 'refused' | 'no-such-host' | 'tls' | 'redirects' | 'failed';

/** A request to a module proxy that failed, and after which the log shows no other way to the same file. */
export interface DownloadFailure extends ProxyRequest {
  readonly kind: FailureKind;
  readonly line: number;
  /** As the go command printed it. */
  readonly text: string;
  readonly status?: number;
}

/** The texts of Go's net, net/http and crypto/tls, on Windows those of the system (measured; cmd/go/internal/web/http.go prints them). */
const kinds: readonly (readonly [FailureKind, RegExp])[] = [
  ['tls', /TLS handshake|x509:|\btls: |HTTP response to HTTPS client/],
  ['timeout', /i\/o timeout|connection timed out|connected party did not properly respond/],
  ['refused', /connection refused|actively refused/],
  ['no-such-host', /no such host/],
  ['redirects', /stopped after \d+ redirects/],
];

/**
 * What stopped the download: a failure is not final where the same file was asked for again later, of another proxy or of the same, or
 * where the module was looked for at its origin. 404 and 410 are no failures: by them a proxy says that it does not have a module.
 */
export function downloadFailures({ requests }: DownloadLog): DownloadFailure[] {
  const last = new Map<string, number>();
  const origins = new Map<string, number>();
  const parsed = requests.map((request) => ({ request, asked: readProxyUrl(request.what) }));
  for (const { request, asked } of parsed) {
    if (asked) last.set(keyOf(asked), request.line);
    else {
      const origin = /^https?:\/\/(.+)\?go-get=1$/.exec(request.what)?.[1];
      if (origin) origins.set(origin, request.line);
    }
  }
  return parsed.flatMap(({ request, asked }) => {
    const failure = asked && failureOf(request);
    if (!asked || !failure || (last.get(keyOf(asked)) ?? 0) > failure.line) return [];
    return wentToOrigin(asked.path, failure.line, origins) ? [] : [{ ...asked, ...failure }];
  });
}

function keyOf({ path, version, file }: ProxyRequest): string {
  return `${path} ${version ?? ''} ${file}`;
}

function failureOf({ end }: LoggedRequest): Pick<DownloadFailure, 'kind' | 'line' | 'text' | 'status'> | undefined {
  if (!end) return undefined;
  const { line, text, status } = end;
  if (status === undefined)
    return { kind: kinds.find(([, pattern]) => pattern.test(text))?.[0] ?? 'failed', line, text };
  return status === 200 || saysAbsent(status) ? undefined : { kind: 'status', line, text, status };
}

/** The origin is asked by the module's path, or by one above it. */
function wentToOrigin(path: string, since: number, origins: ReadonlyMap<string, number>): boolean {
  const parts = path.split('/');
  return parts.some((_, at) => (origins.get(parts.slice(0, at + 1).join('/')) ?? 0) > since);
}
