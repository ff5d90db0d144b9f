import { defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import type { ProtoFault } from '../../read/proto/proto-source.ts';
import { limits } from '../limits.ts';
import { tree } from '../project/tree.ts';
import { readText } from '../text-file.ts';
import type { Compilation } from './compilation/compilation.ts';
import { compilations } from './compilation/compilations.ts';
import { type OracleError, protoOracle, type Verdict } from './oracle.ts';
import { protoSources } from './sources.ts';

/** A .proto file that is no .proto file, or that the user's own compiler refuses. */
export interface FaultyProto {
  /** Relative to the project with `/`; absolute where it lies outside of it. */
  readonly path: string;
  /** What its text tells by itself. */
  readonly faults: readonly ProtoFault[];
  /** What compilers on this machine said of it; empty without `--deep`. */
  readonly refusals: readonly Refusal[];
  /** Commands of the project that compile it: those that are known for certain stand first. */
  readonly compiledBy: readonly Compilation[];
  /** A compiler on this machine takes it as it is. */
  readonly taken: boolean;
  /** Lines of the file, as far as something is said of them. */
  readonly lines: ReadonlyMap<number, string>;
}

export interface Refusal extends OracleError {
  readonly tool: Verdict['tool'];
}

/** Only the limits of the reader itself: protoc has others. */
const ownLimit = 'depth';

export const faultyProtos = defineFact<readonly FaultyProto[]>('project.faulty-protos', 'project', async (ask) => {
  const sources = await ask.get(protoSources);
  if (sources.kind !== 'known') return sources;
  const all = await ask.get(compilations);
  if (all.kind !== 'known') return all;
  const verdicts = valueIfKnown(await ask.get(protoOracle))?.verdicts ?? [];
  const compiled = all.value.filter(({ via }) => via !== 'none');
  const faults = new Map<string, readonly ProtoFault[]>();
  const note = (path: string, found: readonly ProtoFault[]) => {
    const own = found.filter(({ key }) => key !== ownLimit);
    if (own.length > 0) faults.set(path, own);
  };
  for (const [path, source] of sources.value) note(path, source.faults);
  for (const { files } of compiled) for (const { path, source } of files.values()) note(path, source.faults);
  const refusals = refusalsByPath(verdicts);
  const root = valueIfKnown(await ask.get(tree))?.root ?? ask.options.dir;
  return known(
    [...new Set([...faults.keys(), ...refusals.keys()])].flatMap((path): FaultyProto[] => {
      const [told, said] = [faults.get(path) ?? [], refusals.get(path) ?? []];
      const absolute = ask.host.path.isAbsolute(path) ? path : ask.host.path.join(root, ...path.split('/'));
      const text = valueIfKnown(readText(ask.host, absolute, limits.protoBytes));
      // A compiler may name what is no file.
      if (text === undefined && told.length === 0) return [];
      const lines = (text ?? '').split(/\r?\n/);
      const wanted = [...told, ...said].flatMap(({ line }) => line ?? []).slice(0, 2 * shownLines);
      const faulty = {
        path,
        faults: told,
        refusals: said.map((one) => within(lines, one)),
        compiledBy: compiledBy(compiled, path),
        taken: verdicts.some(({ compilation, errors }) => errors.length === 0 && holds(compilation, path)),
        lines: new Map(wanted.map((line) => [line, lines[line - 1] ?? ''])),
      };
      return [faulty];
    }),
  );
});

/** What a compiler says need not be true: a line that is not there is left out. */
function within(lines: readonly string[], refusal: Refusal): Refusal {
  const { line, column, ...rest } = refusal;
  const text = line === undefined ? undefined : lines[line - 1];
  if (line === undefined || text === undefined) return rest;
  if (column === undefined) return { ...rest, line };
  const counted = characterColumn(text, column, refusal.tool === 'protoc' ? 8 : 1);
  return { ...rest, line, column: Math.min(Math.max(counted, 1), text.length + 1) };
}

/**
 * A column in characters. Compilers count bytes, and protoc fills up to a multiple of eight at a tab. Measured with protoc 3.12.4,
 * 29.6, 36.2, and buf 1.75.
 */
function characterColumn(text: string, column: number, tab: number): number {
  let [at, bytes] = [0, 0];
  while (bytes < column - 1 && at < text.length) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    bytes += character === '\t' ? tab - (bytes % tab) : Buffer.byteLength(character);
    at += character.length;
  }
  return at + 1;
}

/** Nobody reads more of one file. */
export const shownLines = 5;

function refusalsByPath(verdicts: readonly Verdict[]): Map<string, Refusal[]> {
  const byPath = new Map<string, Refusal[]>();
  for (const { tool, errors, compilation } of verdicts)
    for (const error of errors) {
      const path = error.path ?? importerOf(compilation, error);
      if (path === undefined) continue;
      const known = byPath.get(path) ?? [];
      byPath.set(path, known);
      if (!known.some(({ message, line }) => message === error.message && line === error.line))
        known.push({ ...error, tool });
    }
  return byPath;
}

/** protoc tells the name that it did not find on a line of its own, without the file that wants it. */
function importerOf({ files }: Compilation, { name }: OracleError): string | undefined {
  return [...files.values()].find(({ imports }) => imports.some(({ path }) => path === name))?.path;
}

function compiledBy(all: readonly Compilation[], path: string): readonly Compilation[] {
  const found = all.filter((compilation) => holds(compilation, path));
  return [...found.filter(({ certain }) => certain), ...found.filter(({ certain }) => !certain)];
}

function holds({ files }: Compilation, path: string): boolean {
  return [...files.values()].some((file) => file.path === path);
}
