// Where Go looks for roots: crypto/x509/root_linux.go, root_bsd.go and root_unix.go of Go 1.21 to 1.27, which agree.

const linuxFiles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/pki/tls/cacert.pem',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/cert.pem',
];
const linuxFolders = ['/etc/ssl/certs', '/etc/pki/tls/certs'];

const bsdFiles = [
  '/usr/local/etc/ssl/cert.pem',
  '/etc/ssl/cert.pem',
  '/usr/local/share/certs/ca-root-nss.crt',
  '/etc/openssl/certs/ca-certificates.crt',
];
const bsdFolders = ['/etc/ssl/certs', '/usr/local/share/certs', '/etc/openssl/certs'];

const bsds: ReadonlySet<string> = new Set(['dragonfly', 'freebsd', 'netbsd', 'openbsd']);

/** Files of which Go reads the first one that it can; undefined for systems that verify by themselves. */
export function systemRootFiles(os: string): readonly string[] | undefined {
  if (os === 'linux') return linuxFiles;
  return bsds.has(os) ? bsdFiles : undefined;
}

/** Folders of which Go reads every file. */
export function systemRootFolders(os: string): readonly string[] {
  if (os === 'linux') return linuxFolders;
  return bsds.has(os) ? bsdFolders : [];
}
