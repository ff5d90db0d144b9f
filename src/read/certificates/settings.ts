/** What a setting of a server, a client or a command names: a certificate to show, its key, or who is trusted. */
export type CertificateSetting = {
  readonly names: 'certificate' | 'key' | 'authority';
  readonly side: 'server' | 'client' | 'unknown';
};

/** A file of certificates that a line of a configuration or of a script names. */
export interface NamedFile extends CertificateSetting {
  /** As it is written. */
  readonly path: string;
  readonly line: number;
  /** The line, trimmed. */
  readonly text: string;
  /** Names with the same number belong together: a certificate and its key. */
  readonly group: number;
}

const words: readonly (readonly [RegExp, CertificateSetting['names']])[] = [
  [
    /^(?:root|trusted|client|server)?cas?(?:cert|certificate|crt|bundle)?s?(?:file|path|pem)?$|^cacert$|^rootcas?$/,
    'authority',
  ],
  [/^(?:https?|grpc)?(?:tls|ssl)?(?:server|client|peer)?(?:tls|ssl)?(?:private)?key(?:file|path|pem)$/, 'key'],
  [/^(?:tls|ssl)(?:server|client|peer)?(?:private)?key$|^privatekey$/, 'key'],
  [
    /^(?:https?|grpc)?(?:tls|ssl)?(?:server|client|peer)?(?:tls|ssl)?(?:cert|certificate|crt)(?:chain)?(?:file|path|pem)?$/,
    'certificate',
  ],
];

/**
 * What a name of a flag or of a key in a configuration means: `tls-cert`, `certFile`, `client_ca_file`. Undefined for a name that does
 * not tell it.
 */
export function settingOf(name: string): CertificateSetting | undefined {
  const plain = name.toLowerCase().replace(/[^a-z]/g, '');
  const names = words.find(([pattern]) => pattern.test(plain))?.[1];
  if (names === undefined) return undefined;
  const side = plain.includes('client') ? 'client' : plain.includes('server') ? 'server' : 'unknown';
  // Who is trusted to sign for clients is what a server reads.
  return {
    names,
    side: names === 'authority' && side !== 'unknown' ? (side === 'client' ? 'server' : 'client') : side,
  };
}
