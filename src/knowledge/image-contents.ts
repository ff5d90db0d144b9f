import type { ImageReference } from '../read/deploy/image-reference.ts';
import { grpcModule } from './names.ts';
import type { CgoPackage, ImageContents, ImagePackage } from './table.ts';
import * as tables from './tables.ts';

/** What an image brings; undefined for images that nobody here knows. An image named by a digest alone is one of those. */
export function contentsOfImage({ name, tag, digest }: ImageReference): ImageContents | undefined {
  if (tag === undefined && digest !== undefined && name !== 'scratch') return undefined;
  const own = nameAtHub(name);
  return tables.imageContents.rows.find(
    (row) => row.image === own && (row.tag === undefined || new RegExp(row.tag).test(tag ?? 'latest')),
  );
}

/** Mirrors of the official images that keep their names. */
function nameAtHub(name: string): string {
  return name.replace(
    /^(?:(?:docker\.io|index\.docker\.io|registry-1\.docker\.io|mirror\.gcr\.io)\/)?(?:library\/)?(?=[^/]+$)|^public\.ecr\.aws\/docker\/library\//,
    '',
  );
}

/** What a package brings to an image; undefined where that is not known. */
export function packageOfImage(manager: string, name: string): ImagePackage | undefined {
  return tables.imagePackages.rows.find((row) => row.manager === manager && row.package === name);
}

/** What happens to a package without cgo; undefined for packages that can do without, or that nobody has tried. */
export function cgoPackage(path: string): CgoPackage | undefined {
  return tables.cgoPackages.rows.find((row) => row.package === path);
}

/** Files and folders in which Go looks for authorities on Linux (crypto/x509/root_linux.go). */
export const authorityFiles: readonly string[] = [
  '/etc/ssl/certs',
  '/etc/pki/tls/certs',
  '/etc/ssl/ca-bundle.pem',
  '/etc/pki/tls/cacert.pem',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

/** Variables that name authorities elsewhere (crypto/x509/root_unix.go). */
export const authorityVariables: readonly string[] = ['SSL_CERT_FILE', 'SSL_CERT_DIR'];

/** Where the golang image keeps Go, and the time zones in it (time/zoneinfo_goroot.go). */
export const rootOfGo = '/usr/local/go';
export const zonesOfGo = `${rootOfGo}/lib/time/zoneinfo.zip`;

/** The base image that has all that a static Go program asks for (README of GoogleContainerTools/distroless). */
export const completeStaticImage = 'gcr.io/distroless/static-debian12';

/** The user of distroless images called nonroot; any number that is not 0 would do. */
export const unprivilegedUser = '65532';

/** Where Go looks for time zones (time/zoneinfo_unix.go). */
export const timeZoneFolders: readonly string[] = [
  '/usr/share/zoneinfo',
  '/usr/share/lib/zoneinfo',
  '/usr/lib/locale/TZ',
  '/etc/zoneinfo',
  zonesOfGo,
];

/** Packages that bring authorities of their own into a program. */
export const embeddedAuthorities: ReadonlySet<string> = new Set([
  'golang.org/x/crypto/x509roots/fallback',
  'github.com/breml/rootcerts',
  'github.com/gwatts/rootcerts',
  'github.com/certifi/gocertifi',
]);

/** Packages of the standard library that are linked with libc where cgo is in force (`go list -deps`, Go 1.26.8). */
const packagesWithLibc: ReadonlySet<string> = new Set([
  'archive/tar',
  'crypto/tls',
  'crypto/x509',
  'expvar',
  'log/syslog',
  'mime/multipart',
  'net',
  'net/http',
  'net/http/cgi',
  'net/http/cookiejar',
  'net/http/fcgi',
  'net/http/httptest',
  'net/http/httptrace',
  'net/http/httputil',
  'net/http/pprof',
  'net/mail',
  'net/rpc',
  'net/rpc/jsonrpc',
  'net/smtp',
  'net/textproto',
  'os/user',
]);

/** True for packages that bring libc into a program where cgo is in force; gRPC uses package net. */
export function isLinkedWithLibc(path: string): boolean {
  return packagesWithLibc.has(path) || path === grpcModule || path.startsWith(`${grpcModule}/`);
}

/** The release from which on cgo is off where no C compiler is found (release notes of Go 1.20; measured with 1.18 to 1.26). */
export const cgoNeedsCompilerSince = '1.20';

/** The glibc from which on the linker names GLIBC_2.34 for what a Go program uses (measured: built on glibc 2.36). */
export const glibcOfThreads = '2.34';
