import type { Compilation, CompiledFile } from './compilation/compilation.ts';

/** A line that imports a file. */
export interface ImportLine {
  /** Of the importing file, in the project. */
  readonly path: string;
  readonly line: number;
  /** As it is written. */
  readonly name: string;
}

/** Of the files whose Go code is made together with that of a file one of another Go package that imports it. */
export function importerOf({ name }: CompiledFile, { inputs, goPackages }: Compilation): ImportLine | undefined {
  const own = goPackages.get(name)?.path;
  for (const input of inputs) {
    const other = goPackages.get(input.name)?.path;
    // An import for options alone, and a weak one, come to nothing in Go.
    const found = input.imports.find(
      ({ target, kind }) => target.kind === 'file' && target.name === name && kind !== 'weak' && kind !== 'option',
    );
    if (found && other !== undefined && other !== own) return { path: input.path, line: found.line, name: found.path };
  }
  return undefined;
}
