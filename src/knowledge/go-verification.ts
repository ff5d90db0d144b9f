import { parseGoVersion } from '../read/go/go-version.ts';
import type { ParseRules } from '../read/x509/rules.ts';
import * as tables from './tables.ts';

/** How one release of Go, with its settings, judges a chain. */
export interface VerificationRules {
  readonly parse: ParseRules;
  /** The longest certificate message that crypto/tls takes, in bytes. */
  readonly longestMessage: number;
  /** The largest RSA key of a certificate that crypto/tls takes, in bits. */
  readonly largestRsa: number;
  /** Keys below 1024 bits verify nothing. */
  readonly smallRsaRefused: boolean;
  /** Modulus and exponent of a key are looked at before a signature. */
  readonly rsaKeysChecked: boolean;
  /** `setting`: refused, and the refusal names the setting that takes it. */
  readonly sha1: 'taken' | 'setting' | 'refused';
  /** A lone `*` is no pattern. */
  readonly bareWildcardRefused: boolean;
  /** So many names of a certificate are counted, not listed. */
  readonly listedNames: number;
  /** An IPv6 address with a zone is an address, and is written anew. */
  readonly hostsWithZones: boolean;
  readonly constraints: ConstraintRules;
  /** Policies are not looked at, only after the usages, before them, or with them. */
  readonly policies: 'none' | 'after-usages' | 'before-usages' | 'with-usages';
  readonly mappingsPrunedOnce: boolean;
  /** Candidates that are in the chain already count for the limit of signatures, too. */
  readonly allCandidatesCounted: boolean;
}

/** How name constraints are checked: for each authority while the chain is built, or once it is. */
export interface ConstraintRules {
  readonly when: 'building' | 'after';
  /** A wildcard is excluded with a name below it: never, below any domain, or not below a top-level one. */
  readonly wildcards: 'no' | 'any' | 'below-top';
  readonly zonesInUris: boolean;
  /** An address of a mailbox is compared as such; else by its parts. */
  readonly byMailbox: boolean;
  readonly lowerCase: boolean;
  readonly networksMasked: boolean;
}

/** What the GODEBUG settings of a program say: those that are set, and the defaults of its go line. */
export interface GodebugOf {
  readonly goVersion: string;
  readonly goLine: string;
  readonly godebug: Readonly<Record<string, string>>;
}

/** The value of a setting in a program; empty where it has its newest default. */
function godebugValue(setting: string, { goVersion, goLine, godebug }: GodebugOf): string {
  const row = tables.godebugSettings.rows.find((one) => one.setting === setting);
  const toolchain = minorOf(goVersion);
  if (!row || toolchain < minorOf(row.since)) return '';
  if (row.removed !== undefined && toolchain >= minorOf(row.removed)) return '';
  const set = godebug[setting];
  if (set !== undefined) return set;
  const line = minorOf(godebug.default ?? goLine);
  return row.changed !== undefined && row.old !== undefined && line < minorOf(row.changed) ? row.old : '';
}

/** The rules of a toolchain, a go line and its settings. */
export function verificationRules(program: GodebugOf): VerificationRules {
  const has = changesOf(program.goVersion);
  const value = (setting: string) => godebugValue(setting, program);
  return {
    parse: parseRules(has, value),
    longestMessage: has('long-certificate-message') ? 262144 : 65536,
    largestRsa: largestRsa(value('tlsmaxrsasize')),
    smallRsaRefused: has('small-rsa-refused') && value('rsa1024min') !== '0',
    rsaKeysChecked: has('small-rsa-refused'),
    sha1: has('sha1-for-good-refused') ? 'refused' : value('x509sha1') === '1' ? 'taken' : 'setting',
    bareWildcardRefused: has('bare-wildcard-refused'),
    listedNames: has('names-counted') ? 100 : Number.POSITIVE_INFINITY,
    hostsWithZones: has('hosts-with-zones'),
    constraints: {
      when: has('constraints-after-chain') ? 'after' : 'building',
      wildcards: has('wildcards-excluded-below-top') ? 'below-top' : has('wildcards-excluded') ? 'any' : 'no',
      zonesInUris: has('zones-in-uris'),
      byMailbox: has('constraints-by-mailbox'),
      lowerCase: has('constraints-in-lower-case'),
      networksMasked: has('networks-masked'),
    },
    policies: has('constraints-after-chain')
      ? 'with-usages'
      : has('policies-before-usages')
        ? 'before-usages'
        : has('policy-checks')
          ? 'after-usages'
          : 'none',
    mappingsPrunedOnce: has('mappings-pruned-once'),
    allCandidatesCounted: has('all-candidates-counted'),
  };
}

/** The minor releases of Go 1 from whose sources the table was made; earlier and later ones are judged like the nearest of them. */
const measured = { oldest: 21, newest: 27 };

/** The release (`1.27`) like which this one is judged, and which of the measured it is; undefined where it was measured itself. */
export function judgedLike(
  goVersion: string,
): { readonly version: string; readonly is: 'newest' | 'oldest' } | undefined {
  const minor = minorOf(goVersion);
  if (minor > measured.newest) return { version: `1.${measured.newest}`, is: 'newest' };
  return minor < measured.oldest ? { version: `1.${measured.oldest}`, is: 'oldest' } : undefined;
}

/** The rules of the newest Go, with no setting. */
export function newestVerificationRules(): VerificationRules {
  return verificationRules({ goVersion: '', goLine: '', godebug: {} });
}

type Has = (change: string) => boolean;

function parseRules(has: Has, value: (setting: string) => string): ParseRules {
  const strictColons = has('first-colon') && value('urlstrictcolons') !== '0';
  return {
    // Before the setting there was nothing to set: they were taken.
    negativeSerials: !has('strict-extensions') || value('x509negativeserial') === '1',
    strictExtensions: has('strict-extensions'),
    policies: has('policy-checks') ? 'distinct' : has('policies-of-any-size') ? 'any' : 'small',
    policyExtensions: has('policy-checks'),
    domains: has('domains-by-characters')
      ? 'characters'
      : has('domains-of-rfc')
        ? 'rfc'
        : has('no-empty-label')
          ? 'labels'
          : 'leading-dot',
    t61Latin1: has('latin1-and-lengths'),
    strictBmp: has('latin1-and-lengths'),
    unsignedPathLength: has('latin1-and-lengths'),
    curveFaults: has('curve-words') ? 'each' : 'one',
    mappedAddresses: !has('mapped-addresses-refused'),
    checkedMailboxes: has('mailboxes-checked'),
    anyAttributes: has('mailboxes-checked'),
    url: {
      brackets: has('brackets-only-in-front')
        ? 'v6-first'
        : has('brackets-with-mapped-ipv4')
          ? 'v6'
          : has('brackets-without-ipv4')
            ? 'pure'
            : 'any',
      colons: !strictColons ? 'last' : has('first-colon-of-http') ? 'first-of-http' : 'first',
    },
  };
}

function largestRsa(setting: string): number {
  return /^[+-]?[0-9]{1,15}$/.test(setting) ? Number(setting) : 8192;
}

/** Which changes a release of Go has. */
function changesOf(goVersion: string): Has {
  const has = new Set(
    tables.goVerification.rows.filter(({ floors }) => reached(goVersion, floors)).map((row) => row.change),
  );
  return (change) => has.has(change);
}

function reached(goVersion: string, floors: readonly string[]): boolean {
  const minor = minorOf(goVersion);
  const own = floors.find((floor) => minorOf(floor) === minor);
  if (own !== undefined) return patchOf(goVersion) >= patchOf(own);
  return minor > Math.max(...floors.map(minorOf));
}

/** 26 of `1.26.8`; the newest where it is no version of Go, or later than Go 1. */
function minorOf(version: string): number {
  const parsed = parseGoVersion(version);
  return parsed === undefined || parsed.major > 1 ? Number.POSITIVE_INFINITY : parsed.minor;
}

/** A version without a patch stands for the newest one, a prerelease for what it will be. */
function patchOf(version: string): number {
  const parsed = parseGoVersion(version);
  if (parsed?.kind !== undefined) return 0;
  return parsed?.patch ?? Number.POSITIVE_INFINITY;
}
