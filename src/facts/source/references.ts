import { type Ask, defineFact } from '../../core/fact.ts';
import { known, type Outcome, valueIfKnown } from '../../core/outcome.ts';
import { maskSecrets } from '../../host/mask.ts';
import { deprecatedNames } from '../../knowledge/deprecated-names.ts';
import { missingIn } from '../../knowledge/grpc-symbols.ts';
import { imaginaryFields, imaginaryNames } from '../../knowledge/imaginary-names.ts';
import { grpcModule } from '../../knowledge/names.ts';
import { newestRelease } from '../../knowledge/questions.ts';
import type { GoSyntax, Interest } from '../../read/go/syntax/syntax.ts';
import { buildList, versionOf } from '../modules/build-list.ts';
import { noModule, sourcesByModule } from '../modules/sources.ts';
import type { GoFile } from '../project/sources.ts';
import { tree } from '../project/tree.ts';
import { FileConstants } from './constants.ts';
import { bytesOf, isBesideTheProduct, mentions } from './own-code.ts';
import { goParser } from './parser.ts';

/** A Go file of the project's own, read by a parser. */
export interface ParsedFile extends GoSyntax {
  readonly path: string;
  /** A build constraint decides whether it is compiled. */
  readonly constrained: boolean;
}

/**
 * The files of a module that use something that was deprecated, removed, not there yet, or never there: its own code,
 * without tests, examples, generated files and files that no build takes in.
 */
export const moduleReferences = defineFact<readonly ParsedFile[]>(
  'module.references',
  'module',
  async (ask, { id }) => {
    const version = versionOf(valueIfKnown(await ask.get(buildList)), grpcModule);
    return parsedFiles(ask, id, interestAt(version));
  },
);

/** The same of the files that lie in no module. Nothing says which grpc-go they mean: the newest is what they would get. */
export const looseReferences = defineFact<readonly ParsedFile[]>('project.references', 'project', (ask) =>
  parsedFiles(ask, noModule, interestAt(newestRelease(grpcModule))),
);

/** What is looked for in a module with this version of grpc-go. */
function interestAt(version: string | undefined): Interest {
  const names = new Map<string, Set<string>>();
  const add = (path: string, name: string): void => {
    names.set(path, (names.get(path) ?? new Set()).add(name));
  };
  const missing = version ? missingIn(version) : [];
  for (const one of [...deprecatedNames, ...imaginaryNames, ...missing]) add(one.package, one.name ?? '');
  for (const { package: path, lenient } of deprecatedNames) for (const name of lenient ?? []) add(path, name);
  return { names, fields: imaginaryFields };
}

async function parsedFiles(ask: Ask, module: string, interest: Interest): Promise<Outcome<readonly ParsedFile[]>> {
  const sources = await ask.get(sourcesByModule);
  if (sources.kind !== 'known') return sources;
  const own = sources.value.get(module);
  return parsedAmong(
    ask,
    (own?.files ?? []).filter((file) => !isBesideTheProduct(file)),
    interest,
  );
}

/** Those of these files that use what is asked for, parsed. */
export async function parsedAmong(
  ask: Ask,
  all: readonly GoFile[],
  interest: Interest,
): Promise<Outcome<readonly ParsedFile[]>> {
  const files = await ask.get(tree);
  if (files.kind !== 'known') return files;
  const { root } = files.value;
  const wanted = candidates(all, interest).flatMap((file) => {
    const bytes = bytesOf(ask.host, root, file.path);
    return bytes && mentions(bytes, wordsFor(file, interest)) ? [{ file, bytes }] : [];
  });
  if (wanted.length === 0) return known([]);
  const parser = await ask.get(goParser);
  if (parser.kind !== 'known') return parser;
  const { readGoSyntax } = await import('../../read/go/syntax/reader.ts');
  const constants = new FileConstants(parser.value, (path) => bytesOf(ask.host, root, path)?.toString('utf8'));
  const parsed = wanted.flatMap(({ file, bytes }) => {
    const text = maskSecrets(bytes.toString('utf8'));
    const syntax = readGoSyntax(parser.value, text, interest, constants.of(file, all));
    return syntax && !syntax.generated ? [{ ...syntax, path: file.path, constrained: file.constrained }] : [];
  });
  return known(parsed);
}

function candidates(files: readonly GoFile[], interest: Interest): GoFile[] {
  return files.filter(
    (file) =>
      !file.ignored && !file.path.endsWith('.pb.go') && file.imports.some(({ path }) => isWanted(path, interest)),
  );
}

function isWanted(path: string, { names, fields }: Interest): boolean {
  return names.has(path) || [...(fields?.keys() ?? [])].some((type) => type.startsWith(`${path}.`));
}

/** `grpc.Dial` as this file would write it, and the paths of packages that are wanted as such. */
function* wordsFor({ imports }: GoFile, { names, fields }: Interest): Generator<string> {
  for (const { path, alias } of imports) {
    const prefix = alias === '.' ? '' : `${alias ?? path.slice(path.lastIndexOf('/') + 1)}.`;
    for (const name of names.get(path) ?? []) yield name === '' ? path : `${prefix}${name}`;
    for (const type of fields?.keys() ?? [])
      if (type.startsWith(`${path}.`)) yield `${prefix}${type.slice(path.length + 1)}`;
  }
}
