import { type Ask, defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import type { Step } from '../generation/steps.ts';
import { tree } from '../project/tree.ts';
import { toolFile } from '../tools/path.ts';
import type { Compilation, CompiledFile, ResolvedImport } from './compilation/compilation.ts';
import { compilations } from './compilation/compilations.ts';
import { makesGo } from './compilation/outputs.ts';
import { type ProtocInclude, protocInclude, protocOnPath } from './compilation/protoc-include.ts';

/** Imports of files that protoc brings along, of a command of this machine whose protoc has them not. */
export interface WellKnownGap {
  readonly compilation: Compilation;
  readonly protoc: ProtocInclude;
  readonly imports: readonly { readonly file: CompiledFile; readonly one: ResolvedImport }[];
}

export const wellKnownGaps = defineFact<readonly WellKnownGap[]>('project.well-known-gaps', 'project', async (ask) => {
  const found = await ask.get(compilations);
  if (found.kind !== 'known') return found;
  const gaps: WellKnownGap[] = [];
  for (const compilation of found.value) {
    const { via, step, certain } = compilation;
    if (via !== 'protoc' || !step || step.job || !certain || !makesGo(compilation)) continue;
    const protoc = await protocOf(ask, step, compilation.folder ?? '.');
    if (!protoc || protoc.wrapper) continue;
    const imports = [...compilation.files.values()].flatMap((file) =>
      file.imports
        .filter((one) => one.target.kind === 'bundled' && !has(ask, protoc, one.path))
        .map((one) => ({ file, one })),
    );
    if (imports.length > 0) gaps.push({ compilation, protoc, imports });
  }
  return known(gaps);
});

function has({ host }: Ask, { folder }: ProtocInclude, name: string): boolean {
  return folder !== undefined && host.stat(host.path.join(folder, ...name.split('/')))?.kind === 'file';
}

/** The protoc that a command starts; undefined where that cannot be told, and for grpc_tools, which brings its own files. */
async function protocOf(
  ask: Ask,
  { program, text, pathPrefixes, pathSuffixes }: Step,
  folder: string,
): Promise<ProtocInclude | undefined> {
  if (/\bgrpc[._]tools\b/.test(text) || pathPrefixes.length + pathSuffixes.length > 0) return undefined;
  if (program === 'protoc') return valueIfKnown(await ask.get(protocOnPath));
  const root = valueIfKnown(await ask.get(tree))?.root;
  if (root === undefined || !/^[\w./\\:-]*[\\/]protoc(?:\.exe)?$/.test(program)) return undefined;
  const { host } = ask;
  const path = host.path.isAbsolute(program)
    ? program
    : host.path.join(root, ...(folder === '.' ? [] : folder.split('/')), ...program.split('/'));
  const file = toolFile(host, host.path.dirname(path), host.path.basename(path));
  return file && protocInclude(host, path, file.format.kind === 'script');
}
