import { defineFact } from '../../core/fact.ts';
import { known } from '../../core/outcome.ts';
import { maskSecrets } from '../../host/mask.ts';
import type { TlsCode } from '../../read/go/tls/read.ts';
import { sourcesByModule } from '../modules/sources.ts';
import type { GoFile } from '../project/sources.ts';
import { tree } from '../project/tree.ts';
import { FileConstants } from './constants.ts';
import { bytesOf, isBesideTheProduct, mentions } from './own-code.ts';
import { goParser } from './parser.ts';

/** A file of the project's own, and what it does about TLS. */
export interface TlsFile extends TlsCode {
  readonly path: string;
  /** Folder of the go.mod that it belongs to; undefined where it belongs to none. */
  readonly module?: string;
}

const packages: ReadonlySet<string> = new Set([
  'crypto/tls',
  'crypto/x509',
  'net/http',
  'google.golang.org/grpc',
  'google.golang.org/grpc/credentials',
]);

/** A file without any of these words does nothing about TLS that is looked for. */
const words = [
  'LoadX509KeyPair',
  'X509KeyPair',
  'NewServerTLSFromFile',
  'NewClientTLSFromFile',
  'AppendCertsFromPEM',
  'ServeTLS',
  'ListenAndServeTLS',
  'InsecureSkipVerify',
  'Dial',
  'DialContext',
  'NewClient',
  'NewServer',
  'DialOption',
];

/** What the project's own Go code does about TLS: without tests, examples and files that no build takes in. */
export const tlsCode = defineFact<readonly TlsFile[]>('project.tls-code', 'project', async (ask) => {
  const [sources, files] = [await ask.get(sourcesByModule), await ask.get(tree)];
  if (sources.kind !== 'known') return sources;
  if (files.kind !== 'known') return files;
  const read = (path: string): Buffer | undefined => bytesOf(ask.host, files.value.root, path);
  const wanted = [...sources.value].flatMap(([module, own]) =>
    own.files.filter(isWanted).flatMap((file) => {
      const bytes = read(file.path);
      return bytes && mentions(bytes, words) ? [{ module, file, bytes, all: own.files }] : [];
    }),
  );
  if (wanted.length === 0) return known([]);
  const parser = await ask.get(goParser);
  if (parser.kind !== 'known') return parser;
  const { readTlsCode } = await import('../../read/go/tls/read.ts');
  const constants = new FileConstants(parser.value, (path) => read(path)?.toString('utf8'));
  return known(
    wanted.flatMap(({ module, file, bytes, all }): TlsFile[] => {
      const code = readTlsCode(parser.value, maskSecrets(bytes.toString('utf8')), constants.of(file, all));
      return code ? [{ ...code, path: file.path, ...(module !== '' && { module }) }] : [];
    }),
  );
});

function isWanted(file: GoFile): boolean {
  const counts = !file.ignored && !file.path.endsWith('.pb.go') && !isBesideTheProduct(file);
  return counts && file.imports.some(({ path }) => packages.has(path));
}
