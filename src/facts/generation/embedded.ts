import { defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import type { EmbeddedSource } from '../../read/generation/embedded-source.ts';
import { folderOf } from '../project/folders.ts';
import { type GeneratedFile, goSources } from '../project/sources.ts';
import { tree } from '../project/tree.ts';
import { bytesOf, liesBesideTheProduct } from '../source/own-code.ts';

/** A generated file, what it says of its .proto file, and which files of the project may be that. */
export interface Embedded extends EmbeddedSource {
  readonly file: GeneratedFile;
  /** Files of the project whose path ends in the name, without copies of other people's files. */
  readonly candidates: readonly string[];
}

/**
 * Generated files of the product by what they embed. Of those whose .proto file is nowhere in the project only the name is told:
 * their descriptor is not unpacked. Left out: files of tests and examples, and files that name no .proto file.
 */
export const embeddedSources = defineFact<readonly Embedded[]>('project.embedded-sources', 'project', async (ask) => {
  const sources = await ask.get(goSources);
  if (sources.kind !== 'known') return sources;
  const found = valueIfKnown(await ask.get(tree));
  const root = found?.root ?? ask.options.dir;
  const ends = new PathEnds(found?.protos ?? []);
  const wanted = sources.value.generated.filter(
    ({ path, header }) => header.source?.endsWith('.proto') && !liesBesideTheProduct(path),
  );
  if (wanted.length === 0) return known([]);
  const { readEmbeddedSource } = await import('../../read/generation/embedded-source.ts');
  return known(
    wanted.flatMap((file): Embedded[] => {
      const source = file.header.source ?? '';
      const candidates = ends.endingIn(source);
      if (candidates.length === 0) return [{ file, source, line: 1, services: [], candidates }];
      const bytes = bytesOf(ask.host, root, file.path);
      return bytes ? [{ file, candidates, ...readEmbeddedSource(bytes, source) }] : [];
    }),
  );
});

/** Paths by their last part, so that each name costs only a look at its namesakes. */
class PathEnds {
  readonly #byBase = new Map<string, string[]>();

  constructor(paths: readonly string[]) {
    for (const path of paths) {
      const same = this.#byBase.get(baseOf(path));
      if (same) same.push(path);
      else this.#byBase.set(baseOf(path), [path]);
    }
  }

  endingIn(name: string): string[] {
    return (this.#byBase.get(baseOf(name)) ?? []).filter((path) => `/${path}`.endsWith(`/${name}`));
  }
}

function baseOf(path: string): string {
  return folderOf(path) === '.' ? path : path.slice(folderOf(path).length + 1);
}
