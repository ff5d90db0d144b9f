import { defineFact } from '../../core/fact.ts';
import { known } from '../../core/outcome.ts';
import { deprecatedName, deprecationLinters } from '../../knowledge/deprecated-names.ts';
import { imaginaryName } from '../../knowledge/imaginary-names.ts';
import { grpcModule } from '../../knowledge/names.ts';
import type { DeprecatedName } from '../../knowledge/table.ts';
import type { Argument, Call, ImportSpec, Mark, Nolint, Reference } from '../../read/go/syntax/syntax.ts';
import { moduleReferences, type ParsedFile } from './references.ts';

/** A use of a deprecated name, or an import of a deprecated package. */
export interface DeprecatedUse extends Mark {
  readonly file: string;
  /** The file belongs to a program, not to a package that others import. */
  readonly program: boolean;
  readonly row: DeprecatedName;
  /** The name as the file writes it. */
  readonly mark: string;
  /** The code says that this is known: a linter is told to be silent. */
  readonly acknowledged: boolean;
  /** A dial that waits for the connection, and nothing ends the waiting: where WithBlock stands. */
  readonly hangs?: Mark;
  /** Of a package: the file reads with it what it should refuse. */
  readonly lenient: boolean;
  /** The file also uses credentials that never were. To mend that brings in the same import, and comes first. */
  readonly brokenBeside: boolean;
  readonly imports: readonly ImportSpec[];
  readonly declared: ReadonlySet<string>;
}

/** What a module's own code has that is deprecated. */
export const deprecatedUses = defineFact<readonly DeprecatedUse[]>('module.deprecated-uses', 'module', async (ask) => {
  const files = await ask.get(moduleReferences);
  return files.kind === 'known' ? known(files.value.flatMap(usesIn)) : files;
});

function usesIn(file: ParsedFile): DeprecatedUse[] {
  const { path, imports, declared, references } = file;
  const brokenBeside = references.some((one) => imaginaryName(one.package, one.name)?.import !== undefined);
  const common = { file: path, program: file.package === 'main', imports, declared, brokenBeside };
  const packages = imports.flatMap((spec): DeprecatedUse[] => {
    const row = deprecatedName(spec.path);
    const lenient = references.some((one) => one.package === spec.path && row?.lenient?.includes(one.name));
    return row ? [{ ...common, ...markOf(spec), row, mark: spec.path, acknowledged: isKnown(spec), lenient }] : [];
  });
  const names = references.flatMap((one): DeprecatedUse[] => {
    const row = deprecatedName(one.package, one.name);
    if (!row) return [];
    const hangs = isKnown(one) ? undefined : waitsForEver(one, references);
    const mark = one.alias === '' ? one.name : `${one.alias}.${one.name}`;
    return [
      { ...common, ...markOf(one), row, mark, acknowledged: isKnown(one), lenient: false, ...(hangs && { hangs }) },
    ];
  });
  return [...packages, ...names];
}

function markOf({ line, column, text }: Mark): Mark {
  return { line, column, text };
}

function isKnown({ nolint }: { readonly nolint?: Nolint }): boolean {
  if (!nolint) return false;
  return nolint.linters.length === 0 || nolint.linters.some((name) => deprecationLinters.has(name));
}

/** WithBlock among the options, and neither the context nor an option that ends the waiting. */
function waitsForEver(dial: Reference, references: readonly Reference[]): Mark | undefined {
  if (dial.package !== grpcModule || dial.use !== 'call') return undefined;
  const withContext = dial.name === 'DialContext';
  if (!withContext && dial.name !== 'Dial') return undefined;
  const options = dial.arguments.slice(withContext ? 2 : 1);
  const block = options.flatMap(({ calls }) => calls).find((call) => isOption(call, 'WithBlock'));
  if (!block || options.some(bounds)) return undefined;
  if (withContext && !isEndless(dial.arguments[0])) return undefined;
  const place = references.find(({ name, line }) => name === 'WithBlock' && line === block.line);
  // The code knows that it blocks.
  return place && isKnown(place) ? undefined : markOf(place ?? dial);
}

function isOption(call: Call, name: string): boolean {
  return call.package === grpcModule && call.name === name;
}

/** An option with a limit; a limit that is not known may be one, a limit of nothing is none. So may an option from elsewhere. */
function bounds({ calls, closed }: Argument): boolean {
  if (!closed) return true;
  return calls.some((call) => {
    const limit = call.arguments[0]?.value;
    return isOption(call, 'WithTimeout') && !(limit?.kind === 'number' && limit.value <= 0);
  });
}

/** Contexts that pass on what they are made of, and those that begin. */
const beginnings: ReadonlySet<string> = new Set(['Background', 'TODO']);

/** A context of which everything was seen, and nothing in it ends. */
function isEndless(context: Argument | undefined): boolean {
  if (!context?.closed || context.calls.length === 0) return false;
  return context.calls.every(
    ({ package: path, name, arguments: given }) =>
      path === 'context' && (beginnings.has(name) || (name === 'WithValue' && isEndless(given[0]))),
  );
}
