import { defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { maskSecrets } from '../../host/mask.ts';
import { binaryResults, hashMakers, randomFillers } from '../../knowledge/binary-values.ts';
import type { DescriptorFile } from '../../read/generation/descriptor-file.ts';
import type { ByteString } from '../../read/go/syntax/byte-strings.ts';
import { goName } from '../../read/proto/go-name.ts';
import { moduleFile } from '../modules/modules.ts';
import { moduleSources } from '../modules/sources.ts';
import { folderOf } from '../project/folders.ts';
import type { GeneratedFile } from '../project/sources.ts';
import { tree } from '../project/tree.ts';
import { bytesOf, isBesideTheProduct, mentions } from './own-code.ts';
import { goParser } from './parser.ts';

/** Bytes that are no text, and a string field of a message that they are put into. */
export interface BinaryInString extends ByteString {
  readonly path: string;
  /** Full name of the message, without the package. */
  readonly message: string;
  /** As the .proto file has it. */
  readonly protoField: string;
  /** The .proto file, and the generated one. */
  readonly proto: string;
  readonly generated: string;
}

const sources = { results: binaryResults, hashes: hashMakers, fillers: randomFillers };
const sourcePackages = new Set([...binaryResults.keys(), ...hashMakers.keys(), ...randomFillers.keys()]);

/** Only fields whose bytes the runtime looks at, and only bytes of which the function itself tells what they are. */
export const binaryInStrings = defineFact<readonly BinaryInString[]>(
  'module.binary-in-strings',
  'module',
  async (ask) => {
    const found = await ask.get(moduleSources);
    if (found.kind !== 'known') return found;
    const { files, generated } = found.value;
    const root = valueIfKnown(await ask.get(tree))?.root ?? ask.options.dir;
    const file = valueIfKnown(await ask.get(moduleFile));
    const packages = packagesOf(generated, file?.mod.module?.path, file?.dir ?? '.');
    const candidates = files.flatMap((one) => {
      const wanted = !isBesideTheProduct(one) && !one.constrained && !one.ignored && !one.path.endsWith('.pb.go');
      const paths = wanted ? one.imports.map(({ path }) => path) : [];
      if (!paths.some((path) => sourcePackages.has(path)) || !paths.some((path) => packages.has(path))) return [];
      const bytes = bytesOf(ask.host, root, one.path);
      return bytes && mentions(bytes, ['string'])
        ? [{ path: one.path, text: maskSecrets(bytes.toString('utf8')) }]
        : [];
    });
    if (candidates.length === 0) return known([]);
    const parser = await ask.get(goParser);
    if (parser.kind !== 'known') return parser;
    const { readByteStrings } = await import('../../read/go/syntax/byte-strings.ts');
    const names = new Map(
      [...packages].flatMap(([path, [first]]) =>
        first?.header.package ? [[path, first.header.package] as const] : [],
      ),
    );
    const uses = candidates.flatMap(({ path, text }) =>
      readByteStrings(parser.value, text, sources, names)
        .filter((use) => packages.has(use.type.package))
        .map((use) => ({ ...use, path })),
    );
    if (uses.length === 0) return known([]);
    const { readRegistrations } = await import('../../read/generation/registration.ts');
    const descriptors = new Map<string, { readonly path: string; readonly file: DescriptorFile }[]>();
    const read = (path: string): { readonly path: string; readonly file: DescriptorFile }[] => {
      const earlier = descriptors.get(path);
      if (earlier) return earlier;
      const all = (packages.get(path) ?? []).flatMap((one) => {
        const bytes = bytesOf(ask.host, root, one.path);
        return bytes ? readRegistrations(bytes).map((each) => ({ path: one.path, file: each.file })) : [];
      });
      descriptors.set(path, all);
      return all;
    };
    return known(uses.flatMap((use) => fieldOf(use, read(use.type.package))));
  },
);

/** The generated files by the import path of their package. */
function packagesOf(
  generated: readonly GeneratedFile[],
  own: string | undefined,
  dir: string,
): Map<string, GeneratedFile[]> {
  const packages = new Map<string, GeneratedFile[]>();
  if (own === undefined) return packages;
  for (const file of generated) {
    const folder = folderOf(file.path);
    const below = dir === '.' ? folder : folder.slice(dir.length + 1);
    const path = below === '.' || below === '' ? own : `${own}/${below}`;
    packages.set(path, [...(packages.get(path) ?? []), file]);
  }
  return packages;
}

/** A struct is a message, or holds one case of a oneof: that is none. */
function fieldOf(
  use: ByteString & { readonly path: string },
  files: readonly { readonly path: string; readonly file: DescriptorFile }[],
): BinaryInString[] {
  for (const { path, file } of files) {
    const message = file.messages.find(({ name }) => goName(name.replaceAll('.', '_')) === use.type.name);
    const field = message?.fields.find(({ name, oneof }) => oneof === undefined && goName(name) === use.field);
    if (!message || !field?.utf8) continue;
    return [{ ...use, message: message.name, protoField: field.name, proto: file.name, generated: path }];
  }
  return [];
}
