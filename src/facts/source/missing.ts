import type { Confidence } from '../../core/claim.ts';
import { type Ask, defineFact } from '../../core/fact.ts';
import type { ReadHost } from '../../core/host.ts';
import { known, type Outcome, valueIfKnown } from '../../core/outcome.ts';
import { grpcSymbol, missingIn } from '../../knowledge/grpc-symbols.ts';
import { grpcModule } from '../../knowledge/names.ts';
import { newestRelease } from '../../knowledge/questions.ts';
import type { GrpcSymbol } from '../../knowledge/table.ts';
import type { Argument, Mark } from '../../read/go/syntax/syntax.ts';
import { compareModule, isReleased } from '../../read/modules/module-version.ts';
import { type BuildList, buildList } from '../modules/build-list.ts';
import { modules } from '../modules/modules.ts';
import { tree } from '../project/tree.ts';
import { looseReferences, moduleReferences, type ParsedFile } from './references.ts';

/** A use of something of grpc-go that the release in the build does not have. */
export interface MissingUse extends Mark {
  readonly file: string;
  readonly constrained: boolean;
  readonly symbol: GrpcSymbol;
  /** What the package is called in the file; empty for an import that is missing as a whole. */
  readonly alias: string;
  readonly arguments: readonly Argument[];
}

/** What one module uses and its grpc-go does not have. */
export interface MissingUses {
  /** Folder of the module; undefined for the files that lie in none. */
  readonly module?: string;
  readonly version: string;
  readonly confidence: Confidence;
  /** Where the version is written; a file in no module has the newest release before it. */
  readonly writtenIn?: { readonly file: string; readonly line?: number };
  readonly uses: readonly MissingUse[];
}

/** Of every module of the project, and of the files in none, what its grpc-go does not have. */
export const missingUses = defineFact<readonly MissingUses[]>('project.missing-uses', 'project', async (ask) => {
  const list = await ask.get(modules);
  if (list.kind !== 'known') return list;
  const found: MissingUses[] = [];
  for (const id of list.value) {
    const uses = await ofModule(ask, id);
    if (uses.kind === 'unknown') return uses;
    if (uses.kind === 'known') found.push(uses.value);
  }
  const loose = await ofLooseFiles(ask);
  if (loose.kind === 'unknown') return loose;
  if (loose.kind === 'known') found.push(loose.value);
  return known(found.filter(({ uses }) => uses.length > 0));
});

const nothing: Outcome<never> = { kind: 'absent', reason: { key: 'no-module' } };

/** Only for a version that was published as it is: of a fork, a copy or a commit nobody knows what is in it. */
async function ofModule(ask: Ask, id: string): Promise<Outcome<MissingUses>> {
  const list = valueIfKnown(await ask.get(buildList, { kind: 'module', id }));
  const grpc = list?.modules.get(grpcModule);
  const published = !grpc?.replacedBy || grpc.replacedBy.path === grpcModule;
  if (!list || !grpc?.version || !published || !isReleased(grpc.version) || list.confidence === 'possible')
    return nothing;
  const files = await ask.get(moduleReferences, { kind: 'module', id });
  if (files.kind !== 'known') return files;
  const { version, file, line } = grpc;
  return known({
    module: id,
    version,
    confidence: list.confidence,
    writtenIn: { file, ...(line && { line }) },
    uses: usesIn(files.value, version, list).filter((use) => list.confidence === 'proven' || !mayCome(use, version)),
  });
}

async function ofLooseFiles(ask: Ask): Promise<Outcome<MissingUses>> {
  const version = newestRelease(grpcModule);
  if (!version) return nothing;
  const [files, all] = [await ask.get(looseReferences), await ask.get(tree)];
  if (files.kind !== 'known') return files;
  if (all.kind !== 'known') return all;
  const free = files.value.filter(({ path }) => !isPinned(ask.host, all.value.root, path));
  return known({ version, confidence: 'likely', uses: usesIn(free, version) });
}

/** What is not there yet may be there after all, where other modules can raise the version that was read. */
function mayCome({ symbol: { since } }: MissingUse, version: string): boolean {
  return since !== undefined && compareModule(version, since) < 0;
}

/** What says which version is meant where there is no go.mod: the tools from before modules, and Bazel. */
const pins = ['vendor', 'Gopkg.lock', 'glide.lock', 'Godeps', 'WORKSPACE', 'WORKSPACE.bazel', 'MODULE.bazel'];

function isPinned(host: ReadHost, root: string, file: string): boolean {
  const folders = file.split('/').slice(0, -1);
  return [...folders, ''].some((_, up) => {
    const folder = host.path.join(root, ...folders.slice(0, folders.length - up));
    return pins.some((name) => host.stat(host.path.join(folder, name)) !== undefined);
  });
}

function usesIn(files: readonly ParsedFile[], version: string, list?: BuildList): MissingUse[] {
  const missing = new Set(missingIn(version).filter((symbol) => !isElsewhere(symbol, list)));
  // What is no Go as a whole is a template, or broken in another way.
  const whole = files.filter(({ damaged }) => !damaged);
  return whole.flatMap(({ path: file, constrained, imports, references }) => {
    const packages = imports.map((spec) => ({ ...spec, symbol: grpcSymbol(spec.path), alias: '', arguments: [] }));
    const names = references.map((one) => ({ ...one, symbol: grpcSymbol(one.package, one.name) }));
    return [...packages, ...names].flatMap(({ symbol, line, column, text, alias, arguments: given }) =>
      symbol && missing.has(symbol) ? [{ file, constrained, symbol, line, column, text, alias, arguments: given }] : [],
    );
  });
}

/** Some packages below grpc-go were modules of their own for a time. */
function isElsewhere({ package: path }: GrpcSymbol, list: BuildList | undefined): boolean {
  const own = [...(list?.modules.keys() ?? [])].filter((module) => module.startsWith(`${grpcModule}/`));
  return own.some((module) => path === module || path.startsWith(`${module}/`));
}
