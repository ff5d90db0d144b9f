import { defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { tree } from '../project/tree.ts';
import { brought } from './compilation/brought.ts';
import type { Compilation, Output } from './compilation/compilation.ts';
import { compilations } from './compilation/compilations.ts';
import { makesGo } from './compilation/outputs.ts';

/** Where a command writes to a folder of the project that is not there and that nothing makes before. */
export interface MissingOutput {
  readonly compilation: Compilation;
  readonly output: Output;
  /** Relative to the project. */
  readonly folder: string;
}

/** Of the calls of protoc: buf makes the folders that it writes to. */
export const missingOutputs = defineFact<readonly MissingOutput[]>(
  'project.missing-outputs',
  'project',
  async (ask) => {
    const found = await ask.get(compilations);
    if (found.kind !== 'known') return found;
    const made = valueIfKnown(await ask.get(brought));
    const root = valueIfKnown(await ask.get(tree))?.root;
    if (!made || root === undefined) return known([]);
    return known(
      found.value.flatMap((compilation) =>
        (isAsked(compilation) ? compilation.outputs : []).flatMap((output) => {
          const folder = output.folder === undefined ? undefined : inProject(ask.host.path, root, output.folder);
          if (output.folder === undefined || folder === undefined || isArchive(output.written)) return [];
          if (ask.host.stat(output.folder) || made.isMade(folder, compilation.step ?? { file: '' })) return [];
          return [{ compilation, output, folder }];
        }),
      ),
    );
  },
);

/** After commands that nobody knows a job may have any folder. */
function isAsked(compilation: Compilation): boolean {
  return compilation.via === 'protoc' && makesGo(compilation) && !compilation.step?.job?.afterOthers;
}

function inProject(
  path: { relative(from: string, to: string): string; isAbsolute(path: string): boolean; readonly sep: string },
  root: string,
  folder: string,
): string | undefined {
  const relative = path.relative(root, folder);
  return relative.startsWith('..') || path.isAbsolute(relative) ? undefined : relative.split(path.sep).join('/') || '.';
}

/** protoc writes one file then. */
function isArchive(written: string): boolean {
  return /\.(?:zip|jar|srcjar)$/.test(written);
}
