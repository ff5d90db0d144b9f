/**
 * Endings that never lead to a host on the public Internet: special-use names (RFC 6761, RFC 6762, RFC 8375, and `internal` by
 * ICANN's resolution of 2024), and names that ICANN has put off for good because companies use them.
 */
const NEVER_PUBLIC = /\.(?:internal|local|localhost|test|invalid|home\.arpa|corp|home|mail|lan|intranet|localdomain)$/;

/** Four numbers in the ranges for private networks and the loopback interface (RFC 1918, RFC 1122). */
const PRIVATE_ADDRESS = /^(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3})+$/;

/** Names that people give to the host of their own code. */
const CODE_HOST = /^(?:git|gitlab|gitea|gogs|bitbucket|stash|gerrit|scm|ghe|github|forgejo)\d*[.-]/;

/** The first element of a module path. */
export function hostOf(modulePath: string): string {
  return (modulePath.split('/')[0] ?? '').toLowerCase();
}

/** True for a host that no public proxy can reach, by its name alone. */
export function isNeverPublic(host: string): boolean {
  return NEVER_PUBLIC.test(host) || PRIVATE_ADDRESS.test(host);
}

/** True for a host that is named like somebody's own code host: a guess, no more. */
export function looksLikeOwnHost(host: string): boolean {
  return CODE_HOST.test(host) && host.split('.').length > 2;
}

/** Names that belong to public mirrors: a domain of its own that says what it is, or a site of mirrors. */
const PUBLIC_MIRROR =
  /^(?:go-?proxy|gocenter)\.[a-z]+$|^mirrors?\.(?!internal|corp)[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]+$/;

/** True for a host that serves everybody's modules to everybody, by its name; a company's proxy lies below the company's domain. */
export function isPublicMirror(host: string): boolean {
  return PUBLIC_MIRROR.test(host) && !isNeverPublic(host);
}
