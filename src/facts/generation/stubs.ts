import { type Ask, defineFact } from '../../core/fact.ts';
import { known, type Outcome, valueIfKnown } from '../../core/outcome.ts';
import { maskSecrets } from '../../host/mask.ts';
import type { Interest, Reference } from '../../read/go/syntax/syntax.ts';
import { goName } from '../../read/proto/go-name.ts';
import type { ProtoService } from '../../read/proto/proto-source.ts';
import { moduleFile } from '../modules/modules.ts';
import { moduleSources } from '../modules/sources.ts';
import { folderOf } from '../project/folders.ts';
import type { GeneratedFile, GoFile } from '../project/sources.ts';
import { tree } from '../project/tree.ts';
import { protoSources } from '../proto/sources.ts';
import { bytesOf, isBesideTheProduct, mentions } from '../source/own-code.ts';
import { goParser } from '../source/parser.ts';

/** A service of a .proto file, and the Go package in which its messages are. */
export interface Stub {
  /** As Go spells it. */
  readonly service: string;
  readonly proto: string;
  /** Import path. */
  readonly package: string;
  /** Of the package, relative to the project. */
  readonly folder: string;
  /** The file with its registration function, or with gRPC code of the same .proto file. */
  readonly file?: GeneratedFile;
  /** What the module's own code uses of it. */
  readonly uses: readonly StubUse[];
}

/** A use of what protoc-gen-go-grpc makes for a service. Tests, examples, and files that some constraint may leave out, are not read. */
export interface StubUse extends Reference {
  readonly path: string;
}

/** The services whose messages have generated Go code in this module, and how the module's own code uses them. */
export const moduleStubs = defineFact<readonly Stub[]>('module.stubs', 'module', async (ask) => {
  const generated = await ask.get(moduleSources);
  if (generated.kind !== 'known') return generated;
  const path = valueIfKnown(await ask.get(moduleFile))?.mod.module?.path;
  const sources = [...(valueIfKnown(await ask.get(protoSources)) ?? [])];
  const protos = sources.filter(([, { services }]) => services.length > 0);
  if (path === undefined || protos.length === 0) return known([]);
  const folder = valueIfKnown(await ask.get(moduleFile))?.dir ?? '.';
  const found = protos.flatMap(([proto, { services }]) =>
    stubsOf(proto, services, generated.value.generated, path, folder),
  );
  const uses = await usesOf(ask, generated.value.files, interestIn(found));
  if (uses.kind !== 'known') return uses;
  return known(
    found.map((stub) => ({
      ...stub,
      uses: uses.value.filter((use) => use.package === stub.package && namesOf(stub.service).includes(use.name)),
    })),
  );
});

type Found = Omit<Stub, 'uses'>;

/** By the `source:` line, which is the path of the .proto file as protoc saw it. */
function stubsOf(
  proto: string,
  services: readonly ProtoService[],
  generated: readonly GeneratedFile[],
  module: string,
  dir: string,
): Found[] {
  const made = generated.filter(({ header: { source } }) => source && `/${proto}`.endsWith(`/${source}`));
  const packages = [...new Set(made.map((file) => folderOf(file.path)))];
  return packages.flatMap((folder) =>
    services
      .map(({ name }) => goName(name))
      .map((service) => {
        const file =
          generated.find((one) => folderOf(one.path) === folder && one.header.services.includes(service)) ??
          made.find((one) => folderOf(one.path) === folder && one.header.grpcSupport);
        const below = dir === '.' ? folder : folder.slice(dir.length + 1);
        const importPath = below === '' || below === '.' ? module : `${module}/${below}`;
        return { service, proto, package: importPath, folder, ...(file && { file }) };
      }),
  );
}

/** What protoc-gen-go-grpc declares for a service. */
function namesOf(service: string): string[] {
  return [
    `Register${service}Server`,
    `New${service}Client`,
    `Unimplemented${service}Server`,
    `Unsafe${service}Server`,
    `${service}Server`,
    `${service}Client`,
  ];
}

function interestIn(stubs: readonly Found[]): Interest {
  const names = new Map<string, Set<string>>();
  for (const { package: path, service } of stubs) {
    const wanted = names.get(path) ?? new Set();
    for (const name of namesOf(service)) wanted.add(name);
    names.set(path, wanted);
  }
  return { names };
}

async function usesOf(ask: Ask, files: readonly GoFile[], interest: Interest): Promise<Outcome<StubUse[]>> {
  const root = valueIfKnown(await ask.get(tree))?.root ?? ask.options.dir;
  const wanted = files.flatMap((file) => {
    const own = !isBesideTheProduct(file) && !file.constrained && !file.path.endsWith('.pb.go');
    const words = own ? file.imports.flatMap(({ path }) => [...(interest.names.get(path) ?? [])]) : [];
    const bytes = words.length > 0 ? bytesOf(ask.host, root, file.path) : undefined;
    return bytes && mentions(bytes, words) ? [{ path: file.path, text: maskSecrets(bytes.toString('utf8')) }] : [];
  });
  if (wanted.length === 0) return known([]);
  const parser = await ask.get(goParser);
  if (parser.kind !== 'known') return parser;
  const { readGoSyntax } = await import('../../read/go/syntax/reader.ts');
  return known(
    wanted.flatMap(({ path, text }) => {
      const syntax = readGoSyntax(parser.value, text, interest);
      return syntax && !syntax.generated ? syntax.references.map((use) => ({ ...use, path })) : [];
    }),
  );
}
