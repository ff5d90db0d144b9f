import { parseGoVersion } from '../go/go-version.ts';

/**
 * Which Go a tag or a version range gives. `exact`: this release. `minor`: the newest release of this minor version.
 * `newest`: whatever is newest. Undefined elsewhere in this file: nobody can tell.
 */
export type GoSpec = { kind: 'exact' | 'minor'; version: string } | { kind: 'newest' };

const NEWEST: GoSpec = { kind: 'newest' };

/** `1.22`, `1.22-alpine`, `1.22.3-alpine3.19`, `1-bookworm`, `1.23rc2`, `latest`, `alpine`; undefined for other tags. */
export function readImageTag(tag: string | undefined): GoSpec | undefined {
  if (tag === undefined || tag === '' || /^[a-z][a-z-]*(?:\d[\w.]*)?$/.test(tag)) return NEWEST;
  const [, version = '', minor, rest] = /^(1(?:\.(\d+)(?:\.\d+|(?:rc|beta)\d+)?)?)(-[\w.-]+)?$/.exec(tag) ?? [];
  if (version === '') return undefined;
  if (minor === undefined) return NEWEST;
  return rest?.startsWith('-rc') ? undefined : specOf(version);
}

/** What `go-version` of setup-go, GoTool and Travis takes: releases, semantic version ranges, `stable`. */
export function readVersionRange(text: string): GoSpec | undefined {
  const range = text.trim().replace(/^go(?=\d)/, '');
  if (/^(?:stable|latest|\*|1|1\.x|1\.\*|tip|master)$/.test(range)) return NEWEST;
  if (/\s|\|\||</.test(range)) return undefined;
  const [, sign = '', version = ''] = /^(\^|~|>=|=|v)?(1\..+)$/.exec(range) ?? [];
  // An open end at the top always gives the newest.
  if (version !== '' && (sign === '^' || sign === '>=')) return NEWEST;
  const minor = /^1\.\d+(?=\.[x*]$|$)/.exec(version)?.[0];
  if (minor !== undefined) return specOf(minor);
  if (sign === '~') return specOf(/^1\.\d+/.exec(version)?.[0] ?? '');
  return specOf(version.replace(/\.0-(rc|beta)\.?(\d+)$/, '$1$2'));
}

/** The release that a file names, such as `1.22.3` in .go-version; a version without a patch floats. */
function specOf(version: string): GoSpec | undefined {
  if (!parseGoVersion(version)) return undefined;
  return { kind: /^1\.\d+$/.test(version) ? 'minor' : 'exact', version };
}
