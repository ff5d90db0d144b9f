import { type Ask, defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { verificationRules } from '../../knowledge/go-verification.ts';
import { newestRelease } from '../../knowledge/questions.ts';
import type { NamedFile } from '../../read/certificates/settings.ts';
import type { CertificateLoad } from '../../read/go/tls/loads.ts';
import type { GoMod } from '../../read/modules/go-mod.ts';
import { readPem } from '../../read/pem.ts';
import type { Certificate } from '../../read/x509/certificate.ts';
import { readCertificate } from '../../read/x509/read-certificate.ts';
import { type KeyPairFault, keyPairFault } from '../../wire/go-verdict/key-pair.ts';
import { runningGo } from '../go/toolchain.ts';
import { moduleFile } from '../modules/modules.ts';
import { tree } from '../project/tree.ts';
import { type TlsFile, tlsCode } from '../source/tls-code.ts';
import { type NamedInConfigurations, namedInConfigurations } from './configurations.ts';
import { PathFinder, projectJoin } from './project-paths.ts';

/** What a file is loaded for. */
export type CertificateRole =
  /** What a server shows: its own certificate, then the intermediates. */
  | 'server'
  /** What a client shows. */
  | 'client'
  /** Who is trusted to sign for servers: what clients load. */
  | 'authority'
  /** Who is trusted to sign for clients: what servers load. */
  | 'client-authority'
  | 'unknown';

/** Who loads it: a line of the project. */
export interface Loader {
  readonly file: string;
  readonly line: number;
  /** The line, trimmed. */
  readonly text: string;
}

/** One line that loads a file, and what for. */
export interface CertificateUse {
  readonly role: CertificateRole;
  readonly loader: Loader;
  /** Go code, a configuration, or a command. */
  readonly by: 'go' | 'configuration' | 'command';
  /** The flag whose default the path is: only without the flag it is loaded. */
  readonly flag?: string;
  /** The file of the key that is loaded with it, where one is named and there. */
  readonly keyFile?: string;
  /** Why Go does not take both together. */
  readonly keyFault?: KeyPairFault;
  /** Of an authority: the name that the client insists on, where the code says it. */
  readonly serverName?: string;
  /** Folder of the go.mod of the code that loads it. */
  readonly module?: string;
}

/** A file with certificates that a program, configuration or script of the project loads. */
export interface LoadedCertificate {
  /** Path in the project, with `/`. */
  readonly file: string;
  readonly uses: readonly CertificateUse[];
  /** In the order of the file: those that Go can read. */
  readonly certificates: readonly Certificate[];
  /** Go's words for the first that it cannot read, and its place among all of the file. */
  readonly malformed?: { readonly text: string; readonly at: number };
  /** It, or a key that is loaded with it, is there and was kept out of the bundle that is read. */
  readonly unrecorded?: string;
}

/** The Go that judges certificates where nobody dials: that of the project. */
export interface ProjectGo {
  readonly goVersion: string;
  readonly goLine: string;
  readonly godebug: Readonly<Record<string, string>>;
}

/** Bytes of one file: a bundle of all public authorities has a quarter of a million. */
const maxBytes = 1024 * 1024;

/** The Go of this machine, the go line of a module, and its godebug lines; the newest Go that is known where none is installed. */
export async function goOf(ask: Ask, module: string | undefined): Promise<ProjectGo> {
  const goVersion = valueIfKnown(await ask.get(runningGo))?.effective ?? newestRelease('go') ?? '';
  const file =
    module === undefined ? undefined : valueIfKnown(await ask.get(moduleFile, { kind: 'module', id: module }));
  return { goVersion, goLine: file?.mod.go?.version ?? goVersion, godebug: godebugOf(file?.mod.godebug ?? []) };
}

function godebugOf(settings: GoMod['godebug']): ProjectGo['godebug'] {
  return Object.fromEntries(settings.map(({ key, value }) => [key, value]));
}

/** Certificate files that count: harmless test data that nothing loads is not among them. */
export const loadedCertificates = defineFact<readonly LoadedCertificate[]>(
  'loaded-certificates',
  'project',
  async (ask) => {
    const [files, code] = [await ask.get(tree), await ask.get(tlsCode)];
    if (files.kind !== 'known') return files;
    if (code.kind !== 'known') return code;
    const configurations = await namedInConfigurations(ask, files.value);
    const finder = new PathFinder(ask, files.value.root, configurations.mounts);
    const uses = [
      ...code.value.flatMap((file) => file.loads.flatMap((load) => ofGo(file, load, finder))),
      ...ofConfigurations(configurations, finder),
    ];
    const byFile = new Map<string, Named[]>();
    for (const use of uses) byFile.set(use.path, [...(byFile.get(use.path) ?? []), use]);
    const loaded: LoadedCertificate[] = [];
    for (const [file, named] of byFile) {
      const one = await read(ask, files.value.root, file, named);
      if (one) loaded.push(one);
    }
    return known(loaded.sort((a, b) => (a.file < b.file ? -1 : 1)));
  },
);

/** A use whose files are found, and not read yet. */
type Named = Omit<CertificateUse, 'keyFault'> & { readonly path: string };

function ofGo(file: TlsFile, load: CertificateLoad, finder: PathFinder): Named[] {
  const find = ({ path, from }: CertificateLoad['certificates'][number]): string | undefined => {
    if (from === 'working-directory') return finder.find(path, file.path);
    const beside = projectJoin(file.path.includes('/') ? file.path.slice(0, file.path.lastIndexOf('/')) : '.', path);
    return beside !== undefined && finder.isFile(beside) ? beside : undefined;
  };
  return load.certificates.flatMap((one, index): Named[] => {
    const path = find(one);
    // Several of each are put together by how they stand in the code.
    const key = load.certificates.length === load.keys.length ? load.keys[index] : undefined;
    const keyFile = key && find(key);
    if (path === undefined) return [];
    return [
      {
        path,
        role: roleOf(load),
        by: 'go',
        loader: { file: file.path, line: load.line, text: load.text.trim() },
        ...(one.flag !== undefined && { flag: one.flag }),
        ...(keyFile !== undefined && { keyFile }),
        ...(load.serverName !== undefined && { serverName: load.serverName }),
        ...(file.module !== undefined && { module: file.module }),
      },
    ];
  });
}

function roleOf({ kind, side }: CertificateLoad): CertificateRole {
  if (kind === 'pair') return side;
  return side === 'client' ? 'authority' : side === 'server' ? 'client-authority' : 'unknown';
}

function ofConfigurations({ named }: NamedInConfigurations, finder: PathFinder): Named[] {
  return named.flatMap(({ file, names }) => {
    const by = /\.(?:conf|ya?ml)/i.test(file) ? 'configuration' : 'command';
    return names.flatMap((one): Named[] => {
      const path = one.names === 'key' ? undefined : finder.find(one.path, file);
      if (path === undefined) return [];
      const key = names.find(({ names: what, group }) => what === 'key' && group === one.group);
      const keyFile = one.names === 'certificate' && key ? finder.find(key.path, file) : undefined;
      return [
        {
          path,
          role: roleOfNamed(one),
          by,
          loader: { file, line: one.line, text: one.text },
          ...(keyFile !== undefined && { keyFile }),
        },
      ];
    });
  });
}

function roleOfNamed({ names, side }: NamedFile): CertificateRole {
  if (names === 'certificate') return side;
  return side === 'client' ? 'authority' : side === 'server' ? 'client-authority' : 'unknown';
}

async function read(
  ask: Ask,
  root: string,
  file: string,
  named: readonly Named[],
): Promise<LoadedCertificate | undefined> {
  if (isUnrecorded(ask, root, file)) {
    return { file, uses: named.map(({ path: _, ...use }) => use), certificates: [], unrecorded: file };
  }
  const text = rawText(ask, root, file);
  if (text === undefined) return undefined;
  const { parse } = verificationRules(await goOf(ask, named.find(({ module }) => module !== undefined)?.module));
  const certificates: Certificate[] = [];
  let malformed: LoadedCertificate['malformed'];
  const blocks = readPem(text).filter(({ type }) => type === 'CERTIFICATE');
  for (const [at, { bytes }] of blocks.entries()) {
    const reading = readCertificate(bytes, parse);
    if (reading.kind === 'read') certificates.push(reading.certificate);
    else malformed ??= { text: reading.text, at };
  }
  const uses = named.map(({ path: _, ...use }): CertificateUse => {
    // The text of the key stays in this function.
    const key = use.keyFile === undefined ? undefined : rawText(ask, root, use.keyFile);
    const keyFault = key === undefined ? undefined : keyPairFault(text, key, parse);
    return { ...use, ...(keyFault && { keyFault }) };
  });
  const unrecorded = uses.find(({ keyFile }) => keyFile !== undefined && isUnrecorded(ask, root, keyFile))?.keyFile;
  // A file without a certificate is of interest where a server would load it with a key.
  if (blocks.length === 0 && unrecorded === undefined && !uses.some(({ keyFault }) => keyFault)) return undefined;
  return {
    file,
    uses,
    certificates,
    ...(malformed && { malformed }),
    ...(unrecorded !== undefined && { unrecorded }),
  };
}

/** More certificate files than this are those of many things. */
const maxIssuerFiles = 200;

/** The authorities among all certificate files of the project, whether something loads them or not: who may have signed. */
export const projectIssuers = defineFact<readonly { readonly file: string; readonly certificate: Certificate }[]>(
  'project.issuers',
  'project',
  async (ask) => {
    const files = await ask.get(tree);
    if (files.kind !== 'known') return files;
    const { parse } = verificationRules(await goOf(ask, undefined));
    return known(
      files.value.certificateFiles.slice(0, maxIssuerFiles).flatMap((file) =>
        readPem(rawText(ask, files.value.root, file) ?? '').flatMap(({ type, bytes }) => {
          const reading = type === 'CERTIFICATE' ? readCertificate(bytes, parse) : undefined;
          return reading?.kind === 'read' && reading.certificate.isCA
            ? [{ file, certificate: reading.certificate }]
            : [];
        }),
      ),
    );
  },
);

function isUnrecorded(ask: Ask, root: string, file: string): boolean {
  return ask.host.readFile(ask.host.path.join(root, ...file.split('/')), maxBytes).kind === 'unrecorded';
}

function rawText(ask: Ask, root: string, file: string): string | undefined {
  const found = ask.host.readFile(ask.host.path.join(root, ...file.split('/')), maxBytes);
  return found.kind === 'read' ? Buffer.from(found.bytes).toString('latin1') : undefined;
}
