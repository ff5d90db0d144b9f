import { type Ask, defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { maskSecrets } from '../../host/mask.ts';
import { readServerMethods, type ServerMethods } from '../../read/generation/server-methods.ts';
import type {
  EmbeddedType,
  NamedType,
  ServerDeclarations,
  ServerRegistration,
  StructDeclaration,
} from '../../read/go/syntax/servers.ts';
import { moduleFile } from '../modules/modules.ts';
import { moduleSources } from '../modules/sources.ts';
import { folderOf } from '../project/folders.ts';
import type { GoFile } from '../project/sources.ts';
import { tree } from '../project/tree.ts';
import { bytesOf, isBesideTheProduct, mentions } from '../source/own-code.ts';
import { goParser } from '../source/parser.ts';

/** A struct that is registered as a server, and lacks what the generated interface asks for. */
export interface UnembeddedServer {
  /** As Go spells it: `Greeter`. */
  readonly service: string;
  /** The generated file with the interface. */
  readonly generated: string;
  readonly registered: ServerRegistration & { readonly path: string };
  readonly struct: StructDeclaration & {
    readonly path: string;
    /** What the file of the struct calls the generated package; undefined where it does not import it. */
    readonly alias?: string;
  };
  /** Methods of the interface that it lacks, in the order in which the compiler looks: by their bytes. */
  readonly missing: readonly string[];
  /** The generated type is there, as a pointer that nobody sets. */
  readonly pointer?: EmbeddedType;
  /** The registration calls a method of the embedded type. */
  readonly tested: boolean;
}

/** A generated package with services whose servers have to embed something. */
interface ServerPackage {
  readonly services: ReadonlyMap<string, ServerMethods & { readonly generated: string }>;
}

/**
 * The servers of a module's own code of which it is sure that the build refuses them, or that they panic: the registration names the
 * type, the type is a struct of the module, and all that it embeds can be read. Everything else is left out.
 */
export const unembeddedServers = defineFact<readonly UnembeddedServer[]>('module.unembedded', 'module', async (ask) => {
  const sources = await ask.get(moduleSources);
  if (sources.kind !== 'known') return sources;
  const root = valueIfKnown(await ask.get(tree))?.root ?? ask.options.dir;
  const places = await placesOf(ask);
  if (!places) return known([]);
  const packages = new Map<string, ServerPackage>();
  const names = new Map<string, string>();
  for (const { path, header } of sources.value.generated) {
    if (!header.wantsEmbedding || header.services.length === 0) continue;
    const text = bytesOf(ask.host, root, path)?.toString('latin1') ?? '';
    const importPath = places.pathOf(folderOf(path));
    if (header.package !== undefined) names.set(importPath, header.package);
    const services = new Map(packages.get(importPath)?.services);
    for (const one of readServerMethods(text)) services.set(one.service, { ...one, generated: path });
    packages.set(importPath, { services });
  }
  const wanted = new Map(
    [...packages].map(([path, { services }]) => [
      path,
      new Set([...services.keys()].map((name) => `Register${name}Server`)),
    ]),
  );
  const own = sources.value.files.filter(
    (file) => !isBesideTheProduct(file) && !file.constrained && !file.ignored && !file.path.endsWith('.pb.go'),
  );
  const candidates = own.flatMap((file) => {
    const words = file.imports.flatMap(({ path }) => [...(wanted.get(path) ?? [])]);
    const bytes = words.length > 0 ? bytesOf(ask.host, root, file.path) : undefined;
    return bytes && mentions(bytes, words) ? [{ file, text: maskSecrets(bytes.toString('utf8')) }] : [];
  });
  if (candidates.length === 0) return known([]);
  const parser = await ask.get(goParser);
  if (parser.kind !== 'known') return parser;
  const { readServerDeclarations, readServerRegistrations } = await import('../../read/go/syntax/servers.ts');
  const declarations = new Declarations(ask, root, sources.value.files, places, (text) =>
    readServerDeclarations(parser.value, text, names),
  );
  const found = candidates.flatMap(({ file, text }) =>
    readServerRegistrations(parser.value, text, wanted, names).flatMap((call) => {
      const service = call.name.slice('Register'.length, -'Server'.length);
      const methods = packages.get(call.package)?.services.get(service);
      return methods ? judged({ ...call, path: file.path }, methods, declarations) : [];
    }),
  );
  return known(found);
});

function judged(
  registered: UnembeddedServer['registered'],
  { service, methods, generated, tested }: ServerMethods & { readonly generated: string },
  declarations: Declarations,
): UnembeddedServer[] {
  const folder = folderOf(registered.path);
  const type = registered.type ?? declarations.resultOf(registered.constructedBy, folder);
  const struct = type && declarations.structOf(type, folder);
  const lent = struct && declarations.lentTo(struct, registered.package, service);
  if (!struct || !lent) return [];
  const missing = methods.filter((name) => !lent.methods.has(name)).sort();
  const alias = [...struct.imports].find(
    ([name, path]) => path === registered.package && name !== '_' && name !== '.',
  )?.[0];
  const common = {
    service,
    generated,
    registered,
    struct: { ...struct, ...(alias !== undefined && { alias }) },
    tested,
  };
  if (lent.kind === 'nothing') return [{ ...common, missing }];
  const { pointer } = lent;
  // A pointer that nothing sets is nil; of what a function makes nobody here says what it sets.
  const field = `Unimplemented${service}Server`;
  const unset = registered.keys && !registered.keys.includes(field) && !declarations.sets(struct, field);
  if (!pointer || !unset) return [];
  const mustEmbed = `mustEmbedUnimplemented${service}Server`;
  const uncovered = missing.filter((name) => name !== mustEmbed);
  return tested || uncovered.length > 0 ? [{ ...common, missing: uncovered, pointer }] : [];
}

/** What a struct gets from the types inside of it. */
type Lent = { readonly methods: ReadonlySet<string> } & (
  | { readonly kind: 'nothing' }
  /** The generated type, one that stands for it, or the interface. `pointer`: the generated type, by a pointer. */
  | { readonly kind: 'server'; readonly pointer?: EmbeddedType }
);

interface Places {
  pathOf(folder: string): string;
  folderOf(path: string): string | undefined;
}

async function placesOf(ask: Ask): Promise<Places | undefined> {
  const file = valueIfKnown(await ask.get(moduleFile));
  const own = file?.mod.module?.path;
  if (!file || own === undefined) return undefined;
  const { dir } = file;
  return {
    pathOf: (folder) => {
      const below = dir === '.' ? folder : folder.slice(dir.length + 1);
      return below === '' || below === '.' ? own : `${own}/${below}`;
    },
    folderOf: (path) => {
      if (path === own) return dir;
      if (!path.startsWith(`${own}/`)) return undefined;
      const below = path.slice(own.length + 1);
      return dir === '.' ? below : `${dir}/${below}`;
    },
  };
}

type DeclarationReader = (text: string) => ServerDeclarations | undefined;

/** A struct and where it is declared. */
interface PlacedStruct extends StructDeclaration {
  readonly path: string;
  readonly folder: string;
  readonly imports: ServerDeclarations['imports'];
}

interface PackageDeclarations {
  readonly structs: ReadonlyMap<string, readonly PlacedStruct[]>;
  readonly files: readonly ServerDeclarations[];
  readonly others: ReadonlySet<string>;
}

/** The declarations of the module's packages, each read once. */
class Declarations {
  readonly #read: (folder: string) => PackageDeclarations;
  readonly #places: Places;
  readonly #known = new Map<string, PackageDeclarations>();

  constructor(ask: Ask, root: string, files: readonly GoFile[], places: Places, read: DeclarationReader) {
    this.#places = places;
    this.#read = (folder) => {
      const built = files.filter(
        (file) => folderOf(file.path) === folder && !file.test && !file.ignored && !file.path.endsWith('.pb.go'),
      );
      return packageOf(
        folder,
        built.map((file) => ({
          file,
          read: read(maskSecrets(bytesOf(ask.host, root, file.path)?.toString('utf8') ?? '')),
        })),
      );
    };
  }

  #of(folder: string): PackageDeclarations {
    const found = this.#known.get(folder) ?? this.#read(folder);
    this.#known.set(folder, found);
    return found;
  }

  #folder({ package: path }: NamedType, folder: string): string | undefined {
    return path === undefined ? folder : this.#places.folderOf(path);
  }

  /** The type that a function of the module returns. */
  resultOf(made: NamedType | undefined, from: string): NamedType | undefined {
    const folder = made && this.#folder(made, from);
    if (!made || folder === undefined) return undefined;
    const results = this.#of(folder).files.flatMap(({ results: all }) => all.get(made.name) ?? []);
    const [type] = results;
    if (!type || results.length > 1) return undefined;
    return type.package === undefined ? { ...type, package: this.#places.pathOf(folder) } : type;
  }

  /** The struct of that name; undefined where there is none, or several for different builds. */
  structOf(type: NamedType, from: string): PlacedStruct | undefined {
    const folder = this.#folder(type, from);
    if (folder === undefined) return undefined;
    const { structs, others } = this.#of(folder);
    const found = structs.get(type.name) ?? [];
    return found.length === 1 && !others.has(type.name) ? found[0] : undefined;
  }

  /** Some code of the package sets a field of that name. */
  sets({ folder }: PlacedStruct, field: string): boolean {
    return this.#of(folder).files.some(({ assigned }) => assigned.has(field));
  }

  /** Undefined where something is embedded that cannot be read. */
  lentTo(struct: PlacedStruct, generated: string, service: string, depth = 0): Lent | undefined {
    if (struct.obscure || depth > maxDepth) return undefined;
    const methods = new Set(this.#of(struct.folder).files.flatMap((file) => file.methods.get(struct.name) ?? []));
    let server: Lent | undefined;
    for (const one of struct.embedded) {
      if (one.package === generated && givesMethod(one.name, service)) {
        const pointed = one.pointer && one.name === `Unimplemented${service}Server`;
        server = { kind: 'server', methods, ...(pointed && depth === 0 && { pointer: one }) };
        continue;
      }
      if (one.package === generated && /^(?:Unimplemented|Unsafe)\w+Server$/.test(one.name)) continue;
      // The standard library cannot have a method that is private to a generated package.
      if (
        one.package !== undefined &&
        !(one.package.split('/')[0] ?? '').includes('.') &&
        !this.#places.folderOf(one.package)
      )
        continue;
      const inner = this.structOf(one, struct.folder);
      const lent = inner && this.lentTo(inner, generated, service, depth + 1);
      if (!lent) return undefined;
      for (const name of lent.methods) methods.add(name);
      if (lent.kind === 'server') server ??= { kind: 'server', methods };
    }
    return server ?? { kind: 'nothing', methods };
  }
}

/** Nobody nests structs deeper; a circle would. */
const maxDepth = 8;

function givesMethod(name: string, service: string): boolean {
  return [`Unimplemented${service}Server`, `Unsafe${service}Server`, `${service}Server`].includes(name);
}

function packageOf(
  folder: string,
  files: readonly { readonly file: GoFile; readonly read: ServerDeclarations | undefined }[],
): PackageDeclarations {
  const structs = new Map<string, PlacedStruct[]>();
  const others = new Set<string>();
  for (const { file, read } of files) {
    for (const name of read?.others ?? []) others.add(name);
    for (const struct of read?.structs ?? []) {
      structs.set(struct.name, [
        ...(structs.get(struct.name) ?? []),
        { ...struct, path: file.path, folder, imports: read?.imports ?? new Map() },
      ]);
      // Which of several is built is not known.
      if (file.constrained) others.add(struct.name);
    }
  }
  return { structs, others, files: files.flatMap(({ read }) => read ?? []) };
}
