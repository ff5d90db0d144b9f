import type { ProtoFamily } from './table.ts';
import * as tables from './tables.ts';

/** The collection of .proto files that a name belongs to, by the folder that it begins with. */
export function familyOf(name: string): ProtoFamily | undefined {
  return tables.protoFamilies.rows.find(({ prefixes }) => prefixes.some((prefix) => name.startsWith(prefix)));
}

/** `github.com/acme/shop` of `github.com/acme/shop/api/a.proto`, `k8s.io/api` of `k8s.io/api/core/v1/generated.proto`. */
const repository = /^(?:(?:github\.com|gitlab\.com|bitbucket\.org)\/[^/]+|[\w-]+(?:\.[\w-]+)+)\/[^/]+(?=\/)/;

/** Where a name comes from: the key of its family, or the repository that it begins with. */
export function originOf(name: string): string | undefined {
  return familyOf(name)?.key ?? repository.exec(name)?.[0];
}

const wellKnown: ReadonlySet<string> = new Set(tables.wellKnownProtos.rows.map(({ name }) => name));

/** True for the files that protoc and buf bring along. */
export function isWellKnownProto(name: string): boolean {
  return wellKnown.has(name);
}

/** The first release of protoc that was measured to bring a file along. */
export function firstProtocWith(name: string): string | undefined {
  return tables.wellKnownProtos.rows.find((row) => row.name === name)?.since;
}

const familyModules: ReadonlySet<string> = new Set(
  tables.protoFamilies.rows.flatMap(({ bufModule }) => bufModule ?? []),
);

/** True for modules of buf's registry that hold the files of their family, and nothing else. */
export function isFamilyModule(module: string): boolean {
  return familyModules.has(module);
}
