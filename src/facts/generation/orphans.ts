import { defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { moduleSources } from '../modules/sources.ts';
import { folderOf } from '../project/folders.ts';
import { tree } from '../project/tree.ts';
import { brought } from '../proto/compilation/brought.ts';
import { bytesOf } from '../source/own-code.ts';
import { type Embedded, embeddedSources } from './embedded.ts';
import { foreignNamesakes } from './foreign-namesakes.ts';
import { scripts } from './steps.ts';

/** A generated file whose .proto file is gone. */
export interface Orphan {
  readonly embedded: Embedded;
  /** 1-based line of the generated file that names the .proto file. */
  readonly line: number;
  /** The folder of the project in which it was. */
  readonly home: string;
  /** A .proto file that is still there. */
  readonly neighbour: string;
  /** A generated file in the same folder, made of a file of `home`. */
  readonly sibling?: Embedded;
}

/**
 * Generated files of the project whose .proto file no longer exists anywhere where it could: the files beside them were made of .proto
 * files of the same folder, which are still there, or they lie beside .proto files themselves. Where nothing of that folder is in the
 * project, its .proto files are kept elsewhere (another repository, a submodule, a registry), and nothing is said.
 */
export const orphanedFiles = defineFact<readonly Orphan[]>('project.orphaned-files', 'project', async (ask) => {
  const embedded = await ask.get(embeddedSources);
  if (embedded.kind !== 'known') return embedded;
  const found = valueIfKnown(await ask.get(tree));
  // What was not walked may hold the file.
  if (!found || found.stoppedAfter !== undefined) return known([]);
  const homes = new Homes(embedded.value, found.protos);
  const orphans = embedded.value.flatMap((one): Omit<Orphan, 'line'>[] => {
    const home = one.candidates.length > 0 ? undefined : homes.of(one);
    return home ? [{ embedded: one, ...home }] : [];
  });
  if (orphans.length === 0) return known([]);
  const texts = [...(valueIfKnown(await ask.get(scripts))?.byPath.values() ?? [])].map(({ text }) => text);
  const bringing = valueIfKnown(await ask.get(brought));
  return known(
    orphans.flatMap((orphan): Orphan[] => {
      const { file, source } = orphan.embedded;
      const base = source.slice(source.lastIndexOf('/') + 1);
      // A script that names the file may fetch or make it, and what git ignores is made somewhere.
      if (texts.some((text) => text.includes(base)) || bringing?.has(`${orphan.home}/${base}`)) return [];
      if (foreignNamesakes(ask.host, found.root, folderOf(file.path), source).length > 0) return [];
      const text = bytesOf(ask.host, found.root, file.path)?.toString('latin1') ?? '';
      const at = /^\/\/ source: /m.exec(text)?.index ?? 0;
      return [{ ...orphan, line: text.slice(0, at).split('\n').length }];
    }),
  );
});

/** Those of one module. */
export const moduleOrphans = defineFact<readonly Orphan[]>('module.orphaned-files', 'module', async (ask) => {
  const [sources, orphans] = [await ask.get(moduleSources), await ask.get(orphanedFiles)];
  if (sources.kind !== 'known') return sources;
  if (orphans.kind !== 'known') return orphans;
  const own = new Set(sources.value.generated.map(({ path }) => path));
  return known(orphans.value.filter(({ embedded }) => own.has(embedded.file.path)));
});

type Home = Pick<Orphan, 'home' | 'neighbour' | 'sibling'>;

/** In which folder of the project .proto files of one folder of names lie. */
class Homes {
  /** By the folders of a generated file and of the name in it; undefined where there are several. */
  readonly #bySibling = new Map<string, Home | undefined>();
  readonly #firstIn = new Map<string, string>();

  constructor(embedded: readonly Embedded[], protos: readonly string[]) {
    for (const proto of protos) {
      const folder = folderOf(proto);
      if (!this.#firstIn.has(folder)) this.#firstIn.set(folder, proto);
    }
    for (const one of embedded) this.#add(one);
  }

  of(one: Embedded): Home | undefined {
    if (this.#bySibling.has(keyOf(one))) return this.#bySibling.get(keyOf(one));
    const [folder, named] = [folderOf(one.file.path), folderOf(one.source)];
    const neighbour = this.#firstIn.get(folder);
    const beside = named === '.' || `/${folder}`.endsWith(`/${named}`);
    return beside && neighbour !== undefined ? { home: folder, neighbour } : undefined;
  }

  #add(one: Embedded): void {
    for (const neighbour of one.candidates) {
      const home = folderOf(neighbour);
      const known = this.#bySibling.has(keyOf(one))
        ? this.#bySibling.get(keyOf(one))
        : { home, neighbour, sibling: one };
      this.#bySibling.set(keyOf(one), known?.home === home ? known : undefined);
    }
  }
}

/** Files of one folder with names of one folder belong together. */
function keyOf({ file, source }: Embedded): string {
  return `${folderOf(file.path)} ${folderOf(source)}`;
}
