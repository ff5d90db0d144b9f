import { defineFact } from '../../core/fact.ts';
import { known } from '../../core/outcome.ts';
import type { ProtoSymbol } from '../../read/proto/proto-source.ts';
import type { Compilation, CompiledFile } from './compilation/compilation.ts';
import { compilations } from './compilation/compilations.ts';

/** A full name that is given twice. */
export interface DuplicateName {
  readonly fullName: string;
  readonly kind: ProtoSymbol['kind'] | 'package';
  readonly line: number;
  readonly column: number;
  /** Where it was given first; of a package the line of the statement. */
  readonly firstLine: number;
  readonly firstColumn: number;
  readonly firstKind: ProtoSymbol['kind'] | 'package';
}

/** Names of one file that another one, or the same one, has defined already when a compiler comes to it. */
export interface Duplicate {
  readonly file: CompiledFile;
  readonly first: CompiledFile;
  readonly names: readonly DuplicateName[];
  /**
   * same-file: within one file. two-names: one file of the disk under two import names. together: both are in one command.
   * reachable: some file imports both, whatever the command.
   */
  readonly kind: 'same-file' | 'two-names' | 'together' | 'reachable';
  readonly compilation: Compilation;
}

export const duplicates = defineFact<readonly Duplicate[]>('project.duplicates', 'project', async (ask) => {
  const all = await ask.get(compilations);
  if (all.kind !== 'known') return all;
  const found = new Map<string, Duplicate>();
  for (const compilation of all.value) {
    for (const one of duplicatesOf(compilation)) {
      const key = [one.first.path, one.file.path].sort().join('\n');
      if (!found.has(key)) found.set(key, one);
    }
  }
  return known([...found.values()]);
});

/** A name where it is given. */
interface Entry {
  readonly file: CompiledFile;
  readonly kind: DuplicateName['kind'];
  readonly line: number;
  readonly column: number;
}

function duplicatesOf(compilation: Compilation): Duplicate[] {
  const first = new Map<string, Entry>();
  const pairs = new Map<string, { file: CompiledFile; first: CompiledFile; names: DuplicateName[] }>();
  for (const file of readingOrder(compilation)) {
    for (const [fullName, entry] of entriesOf(file)) {
      const earlier = first.get(fullName);
      if (!earlier) first.set(fullName, entry);
      // Many files may share a package.
      else if (clashes(earlier.kind, entry.kind, compilation)) {
        const key = `${earlier.file.name}\n${file.name}`;
        const pair = pairs.get(key) ?? { file, first: earlier.file, names: [] };
        pairs.set(key, pair);
        const { kind, line, column } = entry;
        pair.names.push({
          fullName,
          kind,
          line,
          column,
          firstLine: earlier.line,
          firstColumn: earlier.column,
          firstKind: earlier.kind,
        });
      }
    }
  }
  const ancestors = new Ancestors(compilation);
  return [...pairs.values()].flatMap((pair): Duplicate[] => {
    const kind = kindOf(pair, compilation, ancestors);
    return kind ? [{ ...pair, kind, compilation }] : [];
  });
}

/** buf (1.75.0) takes a message that has the name of a package. */
function clashes(a: DuplicateName['kind'], b: DuplicateName['kind'], { via }: Compilation): boolean {
  const packages = [a, b].filter((kind) => kind === 'package').length;
  return packages === 0 || (packages === 1 && via !== 'buf');
}

function kindOf(
  { file, first }: { file: CompiledFile; first: CompiledFile },
  { via, certain }: Compilation,
  ancestors: Ancestors,
): Duplicate['kind'] | undefined {
  if (file === first) return 'same-file';
  // Modules of a buf workspace may be built one by one, and files of a variable in several calls. One module is built as a whole.
  const together = certain && (via === 'protoc' || (via === 'buf' && file.root.folder === first.root.folder));
  if (!together && !ancestors.meet(file.name, first.name)) return undefined;
  if (file.path === first.path) return 'two-names';
  return together ? 'together' : 'reachable';
}

/** Which files lead to a file. */
class Ancestors {
  readonly #importers = new Map<string, string[]>();

  constructor({ files }: Compilation) {
    for (const [name, { imports }] of files) {
      for (const { target } of imports) {
        if (target.kind === 'file')
          this.#importers.set(target.name, [...(this.#importers.get(target.name) ?? []), name]);
      }
    }
  }

  /** Some file leads to both, or one of them to the other. */
  meet(a: string, b: string): boolean {
    const above = this.#above(a);
    return [...this.#above(b)].some((name) => above.has(name));
  }

  #above(name: string): Set<string> {
    const found = new Set([name]);
    for (const one of found) for (const importer of this.#importers.get(one) ?? []) found.add(importer);
    return found;
  }
}

/** As protoc comes to the files: those of the command in their order, each after all that it imports. */
function readingOrder({ inputs, files }: Compilation): CompiledFile[] {
  const done = new Set<string>();
  const order: CompiledFile[] = [];
  for (const { name } of inputs) {
    const path = [{ name, next: 0 }];
    if (!done.has(name)) done.add(name);
    else continue;
    while (path.length > 0) {
      const frame = path[path.length - 1] as { name: string; next: number };
      const file = files.get(frame.name);
      const target = file?.imports[frame.next++]?.target;
      if (target === undefined) {
        path.pop();
        if (file) order.push(file);
      } else if (target.kind === 'file' && !done.has(target.name)) {
        done.add(target.name);
        path.push({ name: target.name, next: 0 });
      }
    }
  }
  return order;
}

/** The package, with all that it lies in, and what the file defines. */
function* entriesOf(file: CompiledFile): Generator<[string, Entry]> {
  const { package: named, symbols } = file.source;
  if (named) {
    const parts = named.name.split('.');
    for (const [index] of parts.entries()) {
      yield [parts.slice(0, index + 1).join('.'), { file, kind: 'package', line: named.line, column: named.column }];
    }
  }
  const prefix = named ? `${named.name}.` : '';
  for (const { kind, name, line, column } of symbols) yield [`${prefix}${name}`, { file, kind, line, column }];
}
