import { type DescriptorFile, readDescriptorFile } from './descriptor-file.ts';
import { type RawDescriptor, readRawDescriptors } from './raw-descriptor.ts';

/**
 * Where a generated file puts its descriptor when the program starts. `new`: into that of google.golang.org/protobuf. `old`: by
 * github.com/golang/protobuf, which since 1.4 passes it on to the new one. `gogo`: into that of github.com/gogo/protobuf, a
 * registry of its own.
 */
type Registry = 'new' | 'old' | 'gogo';

/** A .proto file that a generated Go file registers. */
export interface Registration {
  readonly registry: Registry;
  /** 1-based line of the descriptor. */
  readonly line: number;
  readonly file: DescriptorFile;
}

/** Something that one program may have only once, with its full name. */
export interface RegisteredName {
  readonly name: string;
  readonly kind: 'message' | 'enum' | 'enum-value' | 'service' | 'extension';
}

const registries: ReadonlyMap<string, Registry> = new Map([
  ['github.com/golang/protobuf/proto', 'old'],
  ['github.com/gogo/protobuf/proto', 'gogo'],
]);

const runtimeImport = /^[ \t]*(?:import[ \t]+)?(?:(\w+)[ \t]+)?"(github\.com\/(?:golang|gogo)\/protobuf\/proto)"/gm;
const oldCall = /\b(\w+)\.RegisterFile\("[^"\n]*", (\w+)\)/g;

/**
 * What a generated Go file registers. Files that register with a runtime that is none of the three are left out. Never throws;
 * linear in the length of the text.
 */
export function readRegistrations(bytes: Uint8Array): Registration[] {
  const raws = readRawDescriptors(bytes);
  if (raws.length === 0) return [];
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const isNew = text.includes('protoimpl.DescBuilder{');
  const registered = isNew ? new Map<string, Registry>() : callsIn(text);
  return raws.flatMap((raw) => {
    const registry = isNew ? 'new' : registered.get(raw.variable);
    return registry ? registrationOf(raw, registry) : [];
  });
}

function registrationOf({ bytes, line }: RawDescriptor, registry: Registry): Registration[] {
  const file = readDescriptorFile(bytes);
  return file ? [{ registry, line, file }] : [];
}

/** By the variable with the descriptor. Code of gogo may register with both. */
function callsIn(text: string): Map<string, Registry> {
  const aliases = new Map<string, Registry>();
  for (const [, alias = 'proto', path = ''] of text.matchAll(runtimeImport)) {
    const registry = registries.get(path);
    if (registry) aliases.set(alias, registry);
  }
  const found = new Map<string, Registry>();
  for (const [, alias = '', variable = ''] of text.matchAll(oldCall)) {
    const registry = aliases.get(alias);
    if (registry && found.get(variable) !== 'old') found.set(variable, registry);
  }
  return found;
}

/** The names that collide: what stands at the top of the file, and the values of its enums, which stand beside them. */
export function registeredNames(file: DescriptorFile): RegisteredName[] {
  const full = (name: string): string => (file.package === '' ? name : `${file.package}.${name}`);
  const enums = file.enums.filter(({ name }) => !name.includes('.'));
  return [
    ...file.messages
      .filter(({ name }) => !name.includes('.'))
      .map(({ name }) => ({ name: full(name), kind: 'message' as const })),
    ...enums.map(({ name }) => ({ name: full(name), kind: 'enum' as const })),
    ...enums.flatMap(({ values }) => values.map(({ name }) => ({ name: full(name), kind: 'enum-value' as const }))),
    ...file.services.map(({ name }) => ({ name: full(name), kind: 'service' as const })),
    ...file.extensions
      .filter(({ inside }) => inside === undefined)
      .map(({ name }) => ({ name: full(name), kind: 'extension' as const })),
  ];
}
