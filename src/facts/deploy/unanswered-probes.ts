import { type Ask, defineFact } from '../../core/fact.ts';
import { known, type Outcome, valueIfKnown } from '../../core/outcome.ts';
import { grpcModule } from '../../knowledge/names.ts';
import type { HealthProbe } from '../../read/deploy/health-probes.ts';
import { readImageReference } from '../../read/deploy/image-reference.ts';
import { limits } from '../limits.ts';
import { moduleFile, modules, projectText } from '../modules/modules.ts';
import { codeOf } from '../programs/program-code.ts';
import { folderOf } from '../project/folders.ts';
import { type GoFile, goSources } from '../project/sources.ts';
import { tree } from '../project/tree.ts';
import { isBesideTheProduct } from '../source/own-code.ts';
import { parsedAmong } from '../source/references.ts';

/** A manifest asks a program of the project for its health over gRPC, and the program has no health service. */
export interface UnansweredProbe extends HealthProbe {
  readonly file: string;
  /** The whole line. */
  readonly text: string;
  /** Where the program makes its gRPC server. */
  readonly server: { readonly file: string; readonly line: number; readonly text: string };
}

const mayHaveProbe = /^\s*grpc:|grpc[_-]health[_-]probe/m;

/** Of programs whose image has the name of their folder or module, and whose own code makes a server and imports nothing about health. */
export const unansweredProbes = defineFact<readonly UnansweredProbe[]>(
  'project.unanswered-probes',
  'project',
  async (ask) => {
    const probes = await probesOf(ask);
    if (probes.kind !== 'known' || probes.value.length === 0) return probes.kind === 'known' ? known([]) : probes;
    const mains = await mainFolders(ask);
    if (mains.kind !== 'known') return mains;
    const unanswered: UnansweredProbe[] = [];
    for (const probe of probes.value) {
      const name = imageName(probe.image);
      const named = mains.value.filter(({ names }) => name !== undefined && names.includes(name));
      const servers = [];
      for (const { folder } of named) servers.push(await serverWithoutHealth(ask, folder));
      const [server] = servers;
      // One that has it may be the one that is meant.
      if (server && servers.every((one) => one !== undefined)) unanswered.push({ ...probe, server });
    }
    return known(unanswered);
  },
);

async function probesOf(ask: Ask): Promise<Outcome<(HealthProbe & { file: string; text: string })[]>> {
  const found = await ask.get(tree);
  if (found.kind !== 'known') return found;
  const all: (HealthProbe & { file: string; text: string })[] = [];
  for (const file of found.value.configurations.filter((path) => /\.ya?ml$/i.test(path))) {
    const text = valueIfKnown(await projectText(ask, file, limits.scriptBytes));
    if (text === undefined || !text.includes('containers:') || !mayHaveProbe.test(text)) continue;
    const { readHealthProbes } = await import('../../read/deploy/health-probes.ts');
    const lines = text.split(/\r?\n/);
    for (const probe of readHealthProbes(text)) all.push({ ...probe, file, text: lines[probe.line - 1] ?? '' });
  }
  return known(all);
}

/** `shippingservice` of `registry.example/acme/shippingservice:v1`. */
function imageName(image: string): string | undefined {
  return readImageReference(image).name.split('/').at(-1);
}

/** Folders of main packages, and the names that an image of theirs may have. */
async function mainFolders(ask: Ask): Promise<Outcome<{ folder: string; names: string[] }[]>> {
  const sources = await ask.get(goSources);
  if (sources.kind !== 'known') return sources;
  const roots: [string, string][] = [];
  for (const id of valueIfKnown(await ask.get(modules)) ?? []) {
    const path = valueIfKnown(await ask.get(moduleFile, { kind: 'module', id }))?.mod.module?.path;
    if (path !== undefined) roots.push([id, path]);
  }
  const folders = new Set(sources.value.files.filter(isMain).map(({ path }) => folderOf(path)));
  return known([...folders].map((folder) => ({ folder, names: namesOf(folder, roots) })));
}

function isMain(file: GoFile): boolean {
  return file.package === 'main' && !file.test && !file.ignored && !isBesideTheProduct(file);
}

function namesOf(folder: string, roots: readonly [string, string][]): string[] {
  const own = roots
    .filter(([root]) => root === '.' || folder === root || folder.startsWith(`${root}/`))
    .sort(([a], [b]) => b.length - a.length)[0]?.[1];
  const module = own?.split('/').filter((part) => !/^v\d+$/.test(part));
  return [folder.split('/').at(-1), module?.at(-1)].flatMap((name) => (name && name !== '.' ? [name] : []));
}

async function serverWithoutHealth(ask: Ask, folder: string): Promise<UnansweredProbe['server'] | undefined> {
  const code = valueIfKnown(await codeOf(ask, [folder]));
  if (!code || [...code.imports.keys()].some((path) => /health/i.test(path))) return undefined;
  const names = new Map([[grpcModule, new Set(['NewServer'])]]);
  const parsed = valueIfKnown(await parsedAmong(ask, code.files, { names })) ?? [];
  for (const { path, references } of parsed) {
    const call = references.find(({ name, use }) => name === 'NewServer' && use === 'call');
    if (call) return { file: path, line: call.line, text: call.text.trim() };
  }
  return undefined;
}
