import { type Ask, defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { maskSecrets } from '../../host/mask.ts';
import { gogoFunctions, oldFunctions, reflectingFunctions } from '../../knowledge/message-functions.ts';
import type { PackageTypes } from '../../read/go/syntax/package-types.ts';
import type { TypedCall } from '../../read/go/syntax/typed-calls.ts';
import { moduleFile } from '../modules/modules.ts';
import { type ModuleSources, moduleSources } from '../modules/sources.ts';
import { folderOf } from '../project/folders.ts';
import { tree } from '../project/tree.ts';
import { bytesOf, isBesideTheProduct } from '../source/own-code.ts';
import { goParser } from '../source/parser.ts';

/** A message of this module that is given to a function of a protobuf runtime. */
export interface MessageCall extends TypedCall {
  readonly path: string;
  /** The generated file that declares the message. */
  readonly declared: string;
  /** The message has `ProtoReflect`: it is of the new API. */
  readonly reflects: boolean;
}

const wanted = new Map([...reflectingFunctions, ...gogoFunctions, ...oldFunctions]);

/**
 * Only where the package itself tells the type of the argument: in the function, in a struct, or as the result of a function of its own.
 * What is passed on as an interface is not followed.
 */
export const messageCalls = defineFact<readonly MessageCall[]>('module.message-calls', 'module', async (ask) => {
  const sources = await ask.get(moduleSources);
  if (sources.kind !== 'known') return sources;
  const { files, generated } = sources.value;
  const packages = await generatedPackages(ask, sources.value);
  const candidates = files.filter(
    (file) =>
      generated.length > 0 &&
      !isBesideTheProduct(file) &&
      !file.constrained &&
      !file.path.endsWith('.pb.go') &&
      file.imports.some(({ path }) => wanted.has(path)) &&
      file.imports.some(({ path }) => packages.has(path)),
  );
  if (candidates.length === 0) return known([]);
  const parser = await ask.get(goParser);
  if (parser.kind !== 'known') return parser;
  const { readTypedCalls } = await import('../../read/go/syntax/typed-calls.ts');
  const { readPackageTypes } = await import('../../read/go/syntax/package-types.ts');
  const root = valueIfKnown(await ask.get(tree))?.root ?? ask.options.dir;
  const textOf = (path: string): string => maskSecrets(bytesOf(ask.host, root, path)?.toString('utf8') ?? '');
  const own = new Map<string, PackageTypes>();
  for (const folder of new Set(candidates.map(({ path }) => folderOf(path)))) {
    // Only a file that imports a message can name it.
    const naming = files.filter(
      (file) =>
        folderOf(file.path) === folder &&
        !file.test &&
        !file.constrained &&
        file.imports.some(({ path }) => packages.has(path)),
    );
    own.set(
      folder,
      readPackageTypes(
        parser.value,
        naming.map(({ path }) => textOf(path)),
      ),
    );
  }
  return known(
    candidates.flatMap(({ path }) => {
      const calls = readTypedCalls(parser.value, textOf(path), wanted, own.get(folderOf(path)));
      return calls.flatMap((call): MessageCall[] => {
        const kind = declarationOf(ask, root, packages.get(call.type.package) ?? [], call.type.name);
        return kind ? [{ ...call, path, ...kind }] : [];
      });
    }),
  );
});

/** The generated files by the import path of their package. */
async function generatedPackages(ask: Ask, { generated }: ModuleSources): Promise<Map<string, string[]>> {
  const file = valueIfKnown(await ask.get(moduleFile));
  const own = file?.mod.module?.path;
  const packages = new Map<string, string[]>();
  if (!file || own === undefined) return packages;
  for (const { path } of generated) {
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
    const below = file.dir === '.' ? folder : folder.slice(file.dir.length + 1);
    const importPath = below === '.' || below === '' ? own : `${own}/${below}`;
    packages.set(importPath, [...(packages.get(importPath) ?? []), path]);
  }
  return packages;
}

/** Where a message is declared, and whether it has `ProtoReflect`. */
function declarationOf(
  ask: Ask,
  root: string,
  files: readonly string[],
  name: string,
): Pick<MessageCall, 'declared' | 'reflects'> | undefined {
  for (const declared of files) {
    const bytes = bytesOf(ask.host, root, declared);
    if (bytes?.includes(`*${name}) ProtoMessage()`))
      return { declared, reflects: bytes.includes(`*${name}) ProtoReflect() `) };
  }
  return undefined;
}
