import { type DownloadLog, type LoggedRequest, unanswered } from './download-log.ts';

/** What a log tells of one host. */
export interface HostSummary {
  readonly host: string;
  readonly requests: number;
  /** Answers by their status, and `failed` for what ended without one. */
  readonly ends: ReadonlyMap<string, number>;
  /** The one whose answer took longest to begin. */
  readonly slowest?: { readonly what: string; readonly seconds: number };
  /** Those that go was still waiting for. */
  readonly unanswered: readonly LoggedRequest[];
}

/** Host by host, the busiest first; commands of version control count as requests to the host of their repository. */
export function summariseDownloads(log: DownloadLog): HostSummary[] {
  const byHost = new Map<string, LoggedRequest[]>();
  for (const request of [...log.requests, ...log.commands]) {
    const own = byHost.get(request.host);
    if (own) own.push(request);
    else byHost.set(request.host, [request]);
  }
  const waited = new Set(unanswered(log));
  return [...byHost]
    .map(([host, requests]) => ({ host, ...summary(requests), unanswered: requests.filter((one) => waited.has(one)) }))
    .sort((a, b) => b.requests - a.requests);
}

function summary(requests: readonly LoggedRequest[]): Pick<HostSummary, 'requests' | 'ends' | 'slowest'> {
  const ends = new Map<string, number>();
  let slowest: HostSummary['slowest'];
  for (const { what, end } of requests) {
    if (!end) continue;
    const { status, seconds } = end;
    const how = String(status ?? (seconds === undefined ? 'failed' : 'done'));
    ends.set(how, (ends.get(how) ?? 0) + 1);
    if (seconds !== undefined && seconds > (slowest?.seconds ?? -1)) slowest = { what, seconds };
  }
  return { requests: requests.length, ends, ...(slowest && { slowest }) };
}
