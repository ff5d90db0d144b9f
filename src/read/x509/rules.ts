/** What releases of Go do differently when they read a certificate. Which release does what is knowledge. */
export interface ParseRules {
  /** A serial number below zero is taken. */
  readonly negativeSerials: boolean;
  /** Key identifiers and authority information must not be critical, and an extension that stands twice is named. */
  readonly strictExtensions: boolean;
  /** Policies: parts of 31 bits, of any size, or of any size and none twice. */
  readonly policies: 'small' | 'any' | 'distinct';
  /** Extensions of policy constraints, mappings and inhibit-any are read. */
  readonly policyExtensions: boolean;
  /**
   * Names of domains in constraints and URIs: labels where a dot in front is let pass, labels where none is, labels of RFC 1034, or
   * only their characters.
   */
  readonly domains: 'leading-dot' | 'labels' | 'rfc' | 'characters';
  /** T61String is Latin-1; else its bytes stay as they are. */
  readonly t61Latin1: boolean;
  /** A BMPString with code points that are none is refused. */
  readonly strictBmp: boolean;
  /** A path length below zero is refused. */
  readonly unsignedPathLength: boolean;
  /** Words for a point that is not on its curve: one for all, or of each curve. */
  readonly curveFaults: 'one' | 'each';
  /** An IPv4 address may stand as an IPv6 one. */
  readonly mappedAddresses: boolean;
  /** The domain of a mailbox is checked like any other. */
  readonly checkedMailboxes: boolean;
  /** Values of attributes that are no strings are taken. */
  readonly anyAttributes: boolean;
  readonly url: UrlRules;
}

/** What releases of Go do differently when they read a URL. */
export interface UrlRules {
  /** Brackets of an IPv6 address: not looked into, no IPv4 in IPv6, only IPv6, or only IPv6 and only in front. */
  readonly brackets: 'any' | 'pure' | 'v6' | 'v6-first';
  /** Which colon begins the port, where there are several: the first one for all schemes but PostgreSQL's, or only for HTTP. */
  readonly colons: 'last' | 'first' | 'first-of-http';
}
