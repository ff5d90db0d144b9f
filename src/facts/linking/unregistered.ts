import { defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { oldProtobufModule } from '../../knowledge/names.ts';
import { describingPackages, sharesRegistry } from '../../knowledge/registration.ts';
import { buildList, versionOf } from '../modules/build-list.ts';
import { type Linking, linkedFrom, linking } from './linked.ts';
import type { LinkedPackage, Registered } from './packages.ts';

/** A file that names another one by a name under which nobody registers it. */
export interface UnregisteredImport {
  readonly package: LinkedPackage;
  readonly file: Registered;
  /** As the file imports it. */
  readonly import: string;
  /** The package whose Go code it uses instead, and the file that is meant, under its own name. */
  readonly meant: { readonly package: LinkedPackage; readonly file: Registered };
  /** The import of a package that hands out descriptors, in what links the file. */
  readonly describes?: { readonly path: string; readonly file: string; readonly line: number };
}

/**
 * Only where the file that is meant is linked under another name, of which one is the end of the other: protoc was called with two
 * roots. What is not on this machine is not missed.
 */
export const unregisteredImports = defineFact<readonly UnregisteredImport[]>(
  'module.unregistered-imports',
  'module',
  async (ask) => {
    const links = await ask.get(linking);
    if (links.kind !== 'known') return links;
    const oldRuntime = versionOf(valueIfKnown(await ask.get(buildList)), oldProtobufModule);
    const shared = oldRuntime !== undefined && sharesRegistry(oldRuntime);
    const counts = ({ registry }: Registered): boolean => registry === 'new' || (registry === 'old' && shared);
    const { packages } = links.value;
    const names = new Set(
      [...packages.values()].flatMap((one) => one.registers.filter(counts).map(({ file }) => file.name)),
    );
    const found: UnregisteredImport[] = [];
    const described = new Map<string, Pick<UnregisteredImport, 'describes'>>();
    for (const own of packages.values()) {
      if (own.folder === undefined) continue;
      for (const file of own.registers.filter(counts)) {
        for (const { path, kind } of file.file.imports) {
          if (kind === 'weak' || kind === 'option' || names.has(path)) continue;
          const meant = meantBy(path, own, packages, counts);
          if (!meant) continue;
          const describes = described.get(own.path) ?? describedIn(own, links.value);
          described.set(own.path, describes);
          found.push({ package: own, file, import: path, meant, ...describes });
        }
      }
    }
    return known(found);
  },
);

function meantBy(
  path: string,
  own: LinkedPackage,
  packages: Linking['packages'],
  counts: (one: Registered) => boolean,
): UnregisteredImport['meant'] | undefined {
  for (const imported of own.imports) {
    const one = packages.get(imported.path);
    const file = one?.registers.find((each) => counts(each) && isSameFile(each.file.name, path));
    if (one && file) return { package: one, file };
  }
  return undefined;
}

/** `api/v1/user.proto` and `v1/user.proto`. */
function isSameFile(one: string, other: string): boolean {
  return one.endsWith(`/${other}`) || other.endsWith(`/${one}`);
}

/** Where what links a package brings in something that hands out descriptors. */
function describedIn(own: LinkedPackage, { roots, packages }: Linking): Pick<UnregisteredImport, 'describes'> {
  for (const root of roots.filter(({ kind }) => kind === 'program')) {
    const parents = linkedFrom(root, packages);
    if (!parents.has(own.path)) continue;
    for (const path of parents.keys()) {
      const one = packages.get(path);
      const describes =
        one?.folder === undefined ? undefined : one.imports.find((each) => describingPackages.has(each.path));
      if (describes) return { describes };
    }
  }
  return {};
}
