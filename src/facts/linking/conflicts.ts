import { defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { oldProtobufModule, protobufModule } from '../../knowledge/names.ts';
import { sharesRegistry } from '../../knowledge/registration.ts';
import { type RegisteredName, registeredNames } from '../../read/generation/registration.ts';
import { buildList, versionOf } from '../modules/build-list.ts';
import { type Linking, linkedFrom, linking, type Root, wayTo } from './linked.ts';
import type { LinkedPackage, Registered } from './packages.ts';
import { type ConflictPolicy, conflictPolicies } from './policy.ts';

/** What two files of one program may not both have. */
type ConflictKind = 'file' | 'symbol' | 'package' | 'extension';

/** One of the two files. */
export interface ConflictSide {
  readonly package: LinkedPackage;
  readonly file: Registered;
}

/** Two Go packages that register the same, and who links both. */
export interface RegistrationConflict {
  readonly kind: ConflictKind;
  /** Name of the file, full name, or number of the extension. */
  readonly name: string;
  readonly symbol?: RegisteredName['kind'];
  /** Of an extension: the message that is extended. */
  readonly extends?: string;
  /** In the order of their import paths, in which Go starts what does not depend on each other. */
  readonly sides: readonly [ConflictSide, ConflictSide];
  /** Names that collide between the two packages, this one among them. */
  readonly count: number;
  /** All that one of the files has, the other one has as well. */
  readonly copies: boolean;
  /** Programs; where there is none packages; where there is none tests. At least one. */
  readonly roots: readonly Root[];
  /** From the first root to each of the two packages, by import paths. */
  readonly ways: readonly [readonly string[], readonly string[]];
}

/** The conflicts of a module, and what decides about what they do. */
export interface RegistrationConflicts {
  readonly conflicts: readonly RegistrationConflict[];
  /** Version of google.golang.org/protobuf in the build. */
  readonly runtime?: string;
  /** Where the project says that programs go on. */
  readonly policies: readonly ConflictPolicy[];
}

/** Two files of .proto that some program, package or test binary of the module links, and that cannot be registered together. */
export const registrationConflicts = defineFact<RegistrationConflicts>(
  'module.registration-conflicts',
  'module',
  async (ask) => {
    const links = await ask.get(linking);
    if (links.kind !== 'known') return links;
    const list = valueIfKnown(await ask.get(buildList));
    const oldRuntime = versionOf(list, oldProtobufModule);
    const shared = oldRuntime !== undefined && sharesRegistry(oldRuntime);
    const collisions = collisionsIn(links.value, shared);
    const conflicts = collisions.length === 0 ? [] : linkedTogether(collisions, links.value);
    const runtime = versionOf(list, protobufModule);
    const policies = conflicts.length === 0 ? [] : (valueIfKnown(await ask.get(conflictPolicies)) ?? []);
    return known({ conflicts, ...(runtime !== undefined && { runtime }), policies });
  },
);

type Collision = Omit<RegistrationConflict, 'roots' | 'ways'>;
type Found = Pick<RegistrationConflict, 'kind' | 'name' | 'symbol' | 'extends' | 'sides'>;

/** What collides between two packages, whoever links them: of each pair of packages what the runtime meets first. */
function collisionsIn({ packages }: Linking, shared: boolean): Collision[] {
  const pairs = new Map<string, Found[]>();
  const add = (one: Found): void => {
    const key = one.sides.map((side) => side.package.path).join(' ');
    pairs.set(key, [...(pairs.get(key) ?? []), one]);
  };
  const index = new Index(add);
  const ordered = [...packages.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const one of ordered)
    for (const file of one.registers)
      if (file.registry === 'new' || (file.registry === 'old' && shared)) index.add({ package: one, file });
  index.comparePackageNames();
  return [...pairs.values()].map((found) => {
    const [first] = [...found].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
    const [a, b] = (first as Found).sides;
    return { ...(first as Found), count: found.length, copies: isCopy(a.file, b.file) || isCopy(b.file, a.file) };
  });
}

/** In the order in which the runtime looks. */
const kinds: readonly ConflictKind[] = ['file', 'package', 'symbol', 'extension'];

function isCopy(one: Registered, of: Registered): boolean {
  const names = new Set(registeredNames(of.file).map(({ name }) => name));
  const own = registeredNames(one.file);
  return own.length > 0 && own.every(({ name }) => names.has(name));
}

/** Everything that is registered, by what may be there only once. */
class Index {
  readonly #add: (one: Found) => void;
  readonly #files = new Map<string, ConflictSide[]>();
  readonly #names = new Map<string, { readonly side: ConflictSide; readonly kind: RegisteredName['kind'] }[]>();
  readonly #extensions = new Map<string, ConflictSide[]>();
  /** Names of .proto packages and of those above them. */
  readonly #packages = new Map<string, ConflictSide[]>();

  constructor(add: (one: Found) => void) {
    this.#add = add;
  }

  add(side: ConflictSide): void {
    const { file } = side.file;
    for (const other of put(this.#files, file.name, side)) this.#pair('file', file.name, other, side, {});
    for (const { name, kind } of registeredNames(file)) {
      const earlier = this.#names.get(name) ?? [];
      for (const other of earlier) this.#pair('symbol', name, other.side, side, { symbol: kind });
      this.#names.set(name, [...earlier, { side, kind }]);
    }
    for (const one of file.extensions) {
      const data = { extends: one.extends.slice(1) };
      for (const other of put(this.#extensions, `${one.extends} ${one.number}`, side))
        this.#pair('extension', `${one.number}`, other, side, data);
    }
    for (const name of prefixesOf(file.package)) put(this.#packages, name, side);
  }

  /** A message, a service or an enum cannot be called as a package is. */
  comparePackageNames(): void {
    for (const [name, named] of this.#names) {
      const [one] = this.#packages.get(name) ?? [];
      const [other] = named;
      if (!one || !other) continue;
      const [first, second] = [one, other.side].sort((a, b) => (a.package.path < b.package.path ? -1 : 1));
      if (first && second)
        this.#pair(second === one ? 'package' : 'symbol', name, first, second, { symbol: other.kind });
    }
  }

  #pair(kind: ConflictKind, name: string, one: ConflictSide, other: ConflictSide, more: Partial<Found>): void {
    // Within one package the compiler says it.
    if (one.package !== other.package) this.#add({ kind, name, ...more, sides: [one, other] });
  }
}

/** Puts a side beside those that were there before, and gives them. */
function put(map: Map<string, ConflictSide[]>, key: string, side: ConflictSide): readonly ConflictSide[] {
  const earlier = map.get(key) ?? [];
  if (earlier.some((one) => one.package === side.package)) return earlier;
  map.set(key, [...earlier, side]);
  return earlier;
}

/** `a.b.c` gives `a.b.c`, `a.b`, `a`. */
function prefixesOf(name: string): string[] {
  const words = name === '' ? [] : name.split('.');
  return words.map((_, at) => words.slice(0, words.length - at).join('.'));
}

/** The collisions whose two packages some root links; programs count before packages, and packages before tests. */
function linkedTogether(collisions: readonly Collision[], { roots, packages }: Linking): RegistrationConflict[] {
  const linked = roots.map((root) => ({ root, parents: linkedFrom(root, packages) }));
  return collisions.flatMap((collision): RegistrationConflict[] => {
    const [a, b] = collision.sides.map((side) => side.package.path);
    if (a === undefined || b === undefined) return [];
    const both = linked.filter(({ parents }) => parents.has(a) && parents.has(b));
    const [first] = both;
    if (!first) return [];
    const same = both.filter(({ root }) => root.kind === first.root.kind);
    const [named = first] = first.root.kind === 'program' ? same : lowest(same);
    return [
      {
        ...collision,
        roots: [named, ...same.filter((one) => one !== named)].map(({ root }) => root),
        ways: [wayTo(a, named.parents), wayTo(b, named.parents)],
      },
    ];
  });
}

/** Those that link none of the others. */
function lowest<T extends { readonly root: Root; readonly parents: ReadonlyMap<string, string | undefined> }>(
  all: readonly T[],
): T[] {
  return all.filter((one) => !all.some((other) => other !== one && one.parents.has(other.root.package.path)));
}
