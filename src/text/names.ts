import type { ObservationKind } from '../core/failure.ts';
import { checksumDatabase, checksumDatabaseAlias, gogoProtobufModule, stackModules } from '../knowledge/names.ts';
import { inMemoryNames } from '../knowledge/target-schemes.ts';

/** The last part of a path, without `.exe`. */
export function programName(path: string): string {
  return (path.split(/[\\/]/).at(-1) ?? path).replace(/\.exe$/i, '');
}

/** protoc, by whatever path and version in its name. */
export function isProtoc(path: string): boolean {
  return /^protoc(?:[-_.\d].*)?$/.test(programName(path)) && !isPlugin(path);
}

export function isPlugin(path: string): boolean {
  return programName(path).startsWith('protoc-gen-');
}

/** Its interpreter is what may be missing, not a loader. */
export function isScript(path: string): boolean {
  return /\.(?:sh|bash|py|pl|rb|js)$/.test(path);
}

/** A program of the distribution: where it is missing, nothing is wrong with how it was built. */
export function isOfSystem(path: string): boolean {
  return /^\/(?:s?bin|usr\/(?:s?bin|lib))\//.test(path);
}

/** A file that protoc brings along. */
export function isWellKnownProto(file: string): boolean {
  return file.startsWith('google/protobuf/');
}

/** A request of the go command to a module proxy. */
export function isModuleRequest(url: string): boolean {
  return /\/@(?:v\/|latest)/.test(url) && !isChecksumRequest(url);
}

/** Without a port. */
export function hostOf(url: string): string {
  return /^\w+:\/\/([^/:]+)/.exec(url)?.[1] ?? '';
}

/** How the go command tells that an HTTP proxy on the way wants a login. */
export function wantsLogin(reason: string): boolean {
  return reason.startsWith('Proxy Authentication Required');
}

/** A request to the checksum database, or to its mirror in a proxy. */
export function isChecksumRequest(url: string): boolean {
  const host = hostOf(url);
  return (
    host === checksumDatabase ||
    host === checksumDatabaseAlias ||
    host.startsWith('sum.') ||
    host.startsWith('sumdb.') ||
    /\/sumdb\/|^\w+:\/\/[^/]+\/(?:lookup|tile)\//.test(url)
  );
}

/** A file of a dependency: it lies in the module cache, or in the vendor folder. */
export function isDependency(file: string): boolean {
  return /[\\/]pkg[\\/]mod[\\/]|@v\d|(?:^|[\\/])vendor[\\/]/.test(file);
}

/** A file of the package that was built: the compiler names it from there. */
export function isOwnFile(file: string): boolean {
  return !isDependency(file) && !/^(?:\.\.|[\\/]|[A-Za-z]:)/.test(file);
}

/** A name that only generated gRPC or gateway code has. */
export function isGeneratedName(symbol: string): boolean {
  return /^(?:Unimplemented\w+Server|Unsafe\w+Server|New\w+Client|Register\w+(?:Server|Handler\w*)|\w+(?:Client|Server))$/.test(
    symbol,
  );
}

/** A package of a module that all generated Go code needs. */
export function isRuntimePackage(path: string): boolean {
  return runtimes.some((module) => path === module || path.startsWith(`${module}/`));
}

const runtimes = [...stackModules, gogoProtobufModule, 'google.golang.org/genproto', 'github.com/grpc-ecosystem'];

/** The function by which generated code has the code of an imported .proto file begin; its name is that of the file. */
export function isFileInit(symbol: string): boolean {
  return /^file_\w+_proto_init$/.test(symbol);
}

/** A type of a package that is named as packages of generated code mostly are: `*pb.Note`, `hellopb.User`, `proto.User`. */
export function isGeneratedType(type: string): boolean {
  return /(?:^|[*./])\w*(?:pb|proto|pbv?\d+)\.[A-Z]\w*$/.test(type);
}

/** The interface that generated code has for the methods of a service. */
export function isServerInterface(type: string): boolean {
  return isGeneratedType(type) && type.endsWith('Server');
}

/** A file that a generator wrote. */
export function isGeneratedFile(file: string): boolean {
  return /\.pb(?:\.\w+)?\.go$|_grpc\.pb\.go$/.test(file);
}

/** A package that by its name was made from .proto files, and is none that everybody gets. */
export function isGeneratedPackage(path: string): boolean {
  const [, ...below] = path.split('/');
  return !isRuntimePackage(path) && below.some((part) => /^(?:pb|protos?|gen|generated|\w+pb)$/.test(part));
}

/** Names of this machine, and of the container that a program runs in. */
export function isLoopback(address: string): boolean {
  return /^(?:127\.|localhost\b|\[::1\])/.test(address);
}

/** Listens everywhere, and leads nowhere. */
export function isUnspecified(address: string): boolean {
  return /^(?:0\.0\.0\.0|\[::\])/.test(address);
}

/** The first bytes of a connection, written in hexadecimal, as the protocol that begins with them. */
export function protocolOf(bytes: string): 'tls' | 'http1' | 'http2' | 'unknown' {
  const text = /^[0-9a-f]{4,}$/i.test(bytes) ? Buffer.from(bytes, 'hex').toString('latin1') : unescaped(bytes);
  if (/^\x16\x03/.test(text)) return 'tls';
  if (text.startsWith('PRI ')) return 'http2';
  if (/^(?:GET|POST|PUT|HEAD|OPTIONS|OPT|DELETE|CONNECT|PATCH|HTTP\/1)/.test(text) || /^[GOHDC]$/.test(text))
    return 'http1';
  return 'unknown';
}

/** Go writes what cannot be printed as `\\x16`; quoted once more it has more strokes. */
function unescaped(bytes: string): string {
  return bytes.replace(/\\+x([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** A length that is really text read as a number: the text, where it can be printed. */
export function textOfNumber(number: string): string | undefined {
  const bytes: number[] = [];
  for (let rest = Number(number); rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  const printable = bytes.length >= 3 && bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
  return printable ? String.fromCharCode(...bytes) : undefined;
}

/** Bytes of the length that stands before each message of gRPC. */
const lengthBytes = 4;

/** Something that is no gRPC was read as one, and what it says became the length of a message. */
export function isTextAsLength(size: string | undefined): boolean {
  return size !== undefined && textOfNumber(size)?.length === lengthBytes;
}

/** The first bytes of a record of TLS, read as a number: a handshake or an alert. */
export function isTlsRecord(number: string): boolean {
  const size = Number(number);
  return [0x15, 0x16].includes(size >> 16) && ((size >> 8) & 0xff) === 3;
}

/** The path of a call, `/package.Service/Method`: no web server has such pages. */
export function isCallPath(path: string): boolean {
  return /^\/(?:\w+\.)+[A-Z]\w*\/[A-Z]\w*$/.test(path);
}

export function isHealthService(service: string): boolean {
  return service.startsWith('grpc.health.');
}

export function isReflectionService(service: string): boolean {
  return service.startsWith('grpc.reflection.');
}

/** An address that was meant as a target with a scheme. */
export function hasScheme(address: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(address);
}

/** An IPv6 address, with a port perhaps, that lacks its brackets. */
export function isBareIp6(address: string): boolean {
  return /^[0-9a-f]{0,4}(?::[0-9a-f]{0,5}){3,9}$/i.test(address);
}

/** A name that examples give to a listener in memory: whoever looks it up has lost its dialer, or its scheme. */
export function isListenerInMemory(name: string): boolean {
  return inMemoryNames.has(name);
}

/** Lookups that grpc-go makes beside the one for addresses; their failure is no fault. */
export function isServiceLookup(name: string): boolean {
  return /^_(?:grpc_config|grpclb)\b/.test(name) || name.includes('_tcp.');
}

/** What kept code from being generated: a package that Go misses below it is only what follows. */
export const generationFailed: readonly ObservationKind[] = [
  'tool-not-found',
  'tool-not-chosen',
  'plugin-not-started',
  'plugin-failed',
  'proto-import-broken',
  'proto-import-missing',
  'proto-circle',
];
