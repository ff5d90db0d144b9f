import { compareGo } from '../read/go/go-version.ts';
import { compareModule } from '../read/modules/module-version.ts';

// What releases of Go and grpc-go ask of the other side in TLS. The labs of the traps that use these try both sides of each.

/** Something that a release begins to refuse, and the GODEBUG setting that takes it back; `go` is the release, and where `byGoLine` the go line, too. */
export interface Stricter {
  readonly go: string;
  readonly byGoLine: boolean;
  readonly setting: string;
  /** The release in which the setting is gone. */
  readonly until?: string;
}

/** Signatures with SHA-1 (Go 1.18 release notes; crypto/x509: the setting is gone in 1.24). */
export const withoutSha1: Stricter = { go: '1.18', byGoLine: false, setting: 'x509sha1=1', until: '1.24' };

/** Serial numbers below zero (Go 1.23 release notes). */
export const withoutNegativeSerials: Stricter = { go: '1.23', byGoLine: true, setting: 'x509negativeserial=1' };

/** RSA keys below {@link smallestRsaKey} (Go 1.24 release notes). */
export const withoutSmallKeys: Stricter = { go: '1.24', byGoLine: true, setting: 'rsa1024min=0' };

/** In bits. */
export const smallestRsaKey = 1024;

/** The first grpc-go whose client wants the server to choose h2 by ALPN (release notes of 1.67.0, grpc/grpc-go#7535). */
export const firstWithAlpn = '1.67.0';

/** The last minor release of grpc-go before it. */
export const lastWithoutAlpn = '1.66';

/** The environment variable that takes it back, in grpc-go releases that know it. */
export const alpnSetting = 'GRPC_ENFORCE_ALPN_ENABLED';

/** True for a grpc-go whose client refuses a server without ALPN. */
export function wantsAlpn(grpcVersion: string): boolean {
  return compareModule(`v${grpcVersion}`, `v${firstWithAlpn}`) >= 0;
}

/** The first Go whose clients offer no version of TLS below 1.2 (Go 1.18 release notes). */
export const firstWithTls12 = '1.18';

/** True for a Go whose clients still offer TLS 1.0 and 1.1. */
export function offersOldTls(goVersion: string): boolean {
  return compareGo(goVersion, firstWithTls12) < 0;
}

/** The numbers of alerts that people meet (RFC 8446, 6.2; RFC 7301, 3.2). */
export const alerts = {
  handshakeFailure: 40,
  badCertificate: 42,
  unsupportedCertificate: 43,
  certificateExpired: 45,
  certificateUnknown: 46,
  unknownAuthority: 48,
  protocolVersion: 70,
  internalError: 80,
  unrecognizedName: 112,
  certificateRequired: 116,
  noApplicationProtocol: 120,
} as const;

/** Alerts by which a server says that it wants another client certificate, or one at all. */
export const aboutClientCertificate: ReadonlySet<number> = new Set([
  alerts.handshakeFailure,
  alerts.badCertificate,
  alerts.unsupportedCertificate,
  alerts.certificateExpired,
  alerts.certificateUnknown,
  alerts.unknownAuthority,
  alerts.certificateRequired,
]);

/** Extended key usages, as openssl calls them. */
const usageNames: Readonly<Record<string, string>> = {
  '1.3.6.1.5.5.7.3.1': 'serverAuth',
  '1.3.6.1.5.5.7.3.2': 'clientAuth',
  '1.3.6.1.5.5.7.3.3': 'codeSigning',
  '1.3.6.1.5.5.7.3.4': 'emailProtection',
  '1.3.6.1.5.5.7.3.8': 'timeStamping',
  '1.3.6.1.5.5.7.3.9': 'OCSPSigning',
  '2.5.29.37.0': 'anyExtendedKeyUsage',
};

/** What a certificate is for: the name of an extended key usage, or its number. */
export function usageName(identifier: string): string {
  return usageNames[identifier] ?? identifier;
}
