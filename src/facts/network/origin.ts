import type { Ask } from '../../core/fact.ts';
import type { FetchResult } from '../../core/host.ts';
import { mayHideFromStrangers } from '../../knowledge/http-status.ts';
import { parseGoImports } from '../../read/modules/go-import.ts';

/** What the origin of a module said to somebody without a login. */
export interface OriginAnswer {
  readonly kind: 'open' | 'refuses' | 'unreachable' | 'unclear';
  /** The address that decided. */
  readonly url: string;
  /** `HTTP 401`, or what kept it from answering. */
  readonly text: string;
}

/**
 * Takes the steps of the go command for a module that goes around the proxies: the page for its path, then the repository that the page
 * names. Without a login, so what it refuses may be open to git.
 */
export async function originAnswer(ask: Ask, path: string): Promise<OriginAnswer> {
  const url = `https://${path}?go-get=1`;
  const page = await ask.host.fetch(url, { timeoutMs: ask.options.timeoutMs });
  if (page.kind !== 'answered') return notReached(page, url);
  // A page with another status may hold the tag as well.
  const [found] = parseGoImports(page.body).filter(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`));
  if (!found) return judged(page, url);
  if (found.vcs !== 'git' || !found.repo.startsWith('https://')) return { kind: 'unclear', url, text: found.repo };
  const refs = `${found.repo.replace(/\/$/, '')}/info/refs?service=git-upload-pack`;
  const git = await ask.host.fetch(refs, { timeoutMs: ask.options.timeoutMs });
  if (git.kind !== 'answered') return notReached(git, refs);
  return git.status === 200 ? { kind: 'open', url: refs, text: 'HTTP 200' } : judged(git, refs);
}

/** What broke in the middle, or was no HTTP, tells nothing of where the host is. */
function notReached({ kind, message }: Exclude<FetchResult, { kind: 'answered' }>, url: string): OriginAnswer {
  const away = kind === 'refused' || kind === 'no-such-host' || kind === 'timeout';
  return { kind: away ? 'unreachable' : 'unclear', url, text: message };
}

function judged({ status }: Extract<FetchResult, { kind: 'answered' }>, url: string): OriginAnswer {
  return { kind: mayHideFromStrangers(status) ? 'refuses' : 'unclear', url, text: `HTTP ${status}` };
}
