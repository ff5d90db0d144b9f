import { type Ask, defineFact } from '../../../core/fact.ts';
import { known, type Outcome, valueIfKnown } from '../../../core/outcome.ts';
import { isBufTemplate } from '../../../read/file-kind.ts';
import { protoSteps, type Script, type Step, scripts } from '../../generation/steps.ts';
import { folderOf } from '../../project/folders.ts';
import { goSources } from '../../project/sources.ts';
import { tree } from '../../project/tree.ts';
import { protoSources } from '../sources.ts';
import { brought } from './brought.ts';
import { bufCompilation, type Template } from './buf-compilation.ts';
import { bufFiles, inside } from './buf-modules.ts';
import type { Compilation } from './compilation.ts';
import { looseGroups } from './loose-roots.ts';
import { namedFolders } from './module-names.ts';
import { filesOf, NameTree, usedRoots } from './name-tree.ts';
import { ProjectPaths, projectPaths } from './project-paths.ts';
import { ProtoDisk } from './proto-disk.ts';
import { goPackagesOf, protocCompilations, type Workshop } from './protoc-compilation.ts';
import { protocOnPath } from './protoc-include.ts';

/**
 * How the project makes code of its .proto files: one compilation for each call of protoc and each template of buf in its
 * makefiles, scripts, `go:generate` lines and CI jobs, for whatever language, and those of the files that no command names. What
 * runs in a container is left out: its folders are not those of this machine.
 */
export const compilations = defineFact<readonly Compilation[]>('project.compilations', 'project', async (ask) => {
  const files = await ask.get(tree);
  if (files.kind !== 'known') return files;
  const sources = await ask.get(protoSources);
  if (sources.kind !== 'known') return sources;
  if (sources.value.size === 0) return known([]);
  const made = await ask.get(protoSteps);
  if (made.kind !== 'known') return made;
  const disk = new ProtoDisk(ask.host, files.value.root, sources.value);
  const steps = made.value.steps.filter((step) => !step.container && isInProject(step, disk));
  const shop = await workshop(ask, disk, steps);
  const ids = new Ids();
  const ofProtoc = steps
    .filter(({ via, plugins }) => via === 'protoc' && plugins.length > 0)
    .flatMap((step) => protocCompilations(step, ids.next(step), shop));
  const ofBuf = await bufCompilations(ask, steps, ids, shop);
  if (ofBuf.kind !== 'known') return ofBuf;
  const commanded = [...ofProtoc, ...ofBuf.value];
  const named = new Set(commanded.flatMap(({ files: all }) => [...all.values()].map(({ path }) => path)));
  return known([
    ...commanded,
    ...loose(
      disk.protos.filter((path) => !named.has(path)),
      shop,
    ),
  ]);
});

/**
 * Of a job: its folder is there, and buf, which takes whatever it finds in a folder, finds what the repository has. Whatever a
 * script's folder may be, its words tell where it runs.
 */
function isInProject({ job, via, folder = '.' }: Step, disk: ProtoDisk): boolean {
  return !job || (disk.isFolder(disk.absolute(folder)) && !(via === 'buf' && job.afterOthers));
}

async function workshop(ask: Ask, disk: ProtoDisk, steps: readonly Step[]): Promise<Workshop> {
  const generated = valueIfKnown(await ask.get(goSources))?.generated ?? [];
  // Only these words need the go command's settings, which take a process to know.
  const texts = valueIfKnown(await ask.get(scripts))?.byPath ?? new Map<string, Script>();
  const include = valueIfKnown(await ask.get(protocOnPath))?.folder;
  const asksGo = steps.some(({ text, job }) => !job && /GOPATH|go list|go env/.test(text));
  return {
    disk,
    paths: asksGo ? await projectPaths(ask, disk) : new ProjectPaths(disk, new Map(), undefined),
    implicit: include === undefined ? [] : [include],
    withCurdir: new Set([...texts].flatMap(([file, { text }]) => (text.includes('CURDIR') ? [file] : []))),
    fromAbove: valueIfKnown(await ask.get(namedFolders)) ?? [],
    brought: valueIfKnown(await ask.get(brought)) ?? { has: () => true, isMade: () => true, updatesBufLock: true },
    seenNames: new Set(generated.flatMap(({ header: { source } }) => source ?? [])),
  };
}

/** Names of compilations, each once. */
class Ids {
  readonly #used = new Map<string, number>();

  next({ file, target, job }: Pick<Step, 'file' | 'target' | 'job'>): string {
    const base = job?.ids[0] ?? (target === undefined ? file : `${file}#${target}`);
    const count = (this.#used.get(base) ?? 0) + 1;
    this.#used.set(base, count);
    return count === 1 ? base : `${base}#${count}`;
  }
}

async function bufCompilations(
  ask: Ask,
  steps: readonly Step[],
  ids: Ids,
  shop: Workshop,
): Promise<Outcome<Compilation[]>> {
  const templates = steps.filter(({ via, plugins }) => via === 'buf' && plugins.length > 0);
  if (templates.length === 0) return known([]);
  const files = await ask.get(bufFiles);
  if (files.kind !== 'known') return files;
  const { readBufGen } = await import('../../../read/generation/buf-gen.ts');
  const byPath = valueIfKnown(await ask.get(scripts))?.byPath;
  const calls = steps.filter(({ via, file }) => via === 'buf' && !isBufTemplate(file));
  const found = templates.flatMap((step) => {
    const inline = !isBufTemplate(step.file);
    const gen = readBufGen(inline ? '' : (byPath?.get(step.file)?.text ?? ''));
    const template: Template = { step, gen, calls: callsOf(step, inline ? [step] : calls, inline, shop) };
    return bufCompilation(template, files.value, ids.next(step), shop) ?? [];
  });
  return known(found);
}

/** The calls of buf that use a template: they name it, or it lies where they run. */
function callsOf(template: Step, calls: readonly Step[], inline: boolean, shop: Workshop): Template['calls'] {
  return calls.flatMap((step) => {
    const starts = step.job ? ['.'] : [...new Set([folderOf(step.file), '.'])];
    for (const start of starts) {
      const at = shop.disk.absolute(start);
      const text = step.folder === undefined ? '.' : shop.paths.text(step.folder, at, step.file);
      const folder = text === undefined ? undefined : shop.disk.projectPath(shop.paths.absolute(text, at));
      if (folder === undefined) continue;
      if (inline || usesTemplate(step, folder, template.file)) return [{ step, folder }];
    }
    return [];
  });
}

function usesTemplate({ template }: Step, folder: string, file: string): boolean {
  const names = template === undefined ? ['buf.gen.yaml', 'buf.gen.yml', 'buf.gen.json'] : [template];
  return names.some((name) => inside(folder, name) === file);
}

function loose(paths: readonly string[], shop: Workshop): Compilation[] {
  const used = new Map<string, number>();
  return looseGroups(shop.disk, paths, shop.seenNames).map(({ roots, names }): Compilation => {
    const folder = shop.disk.projectPath(roots[0]?.folder ?? '') ?? '.';
    const count = (used.get(folder) ?? 0) + 1;
    used.set(folder, count);
    const byName = new NameTree(shop.disk, roots, {
      certain: false,
      implicit: shop.implicit,
      fromAbove: shop.fromAbove,
    });
    const files = filesOf(shop.disk, byName, names);
    return {
      id: count === 1 ? folder : `${folder}#${count}`,
      via: 'none',
      folder,
      roots: usedRoots(roots, files),
      certain: false,
      inputs: names.flatMap((name) => files.get(name) ?? []),
      inputProblems: [],
      files,
      outputs: [],
      mappings: new Map(),
      goPackages: goPackagesOf(files, new Map()),
    };
  });
}
