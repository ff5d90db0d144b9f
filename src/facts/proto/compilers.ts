import { type Ask, defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { protocOfImage, protocOfRunner } from '../../knowledge/protoc.ts';
import { readImageReference } from '../../read/deploy/image-reference.ts';
import { protocRelease } from '../../read/generation/protoc-release.ts';
import { ciFiles } from '../deploy/ci.ts';
import { dockerfiles } from '../deploy/dockerfiles.ts';
import { imageStage } from '../deploy/image-file.ts';
import { type ProjectInstall, toolInstalls } from '../deploy/tool-installs.ts';
import { type GeneratingJob, generatingJobs } from '../generation/jobs.ts';
import type { Step } from '../generation/steps.ts';
import { bringsOwnPath, placesOf, toolUses } from '../generation/tools.ts';
import { liesBesideTheProduct } from '../source/own-code.ts';
import { protocVersion } from '../tools/protoc.ts';
import type { Compilation } from './compilation/compilation.ts';
import { compilations } from './compilation/compilations.ts';

/** A protoc with a known release, and the compilations of the project that it would do next. */
export interface Compiler {
  /** `path`: this machine's. `job`: a CI job installs it. `image`: a stage of an image does, and generates Go code. */
  readonly origin: 'path' | 'job' | 'image';
  /** As it was written or printed: `3.12.4`, `v25.1`. */
  readonly version: string;
  /** It comes with the distribution, which is named here: `ubuntu 22.04`. */
  readonly distribution?: string;
  /** The path of the executable, or the file with the line that installs it. */
  readonly source: string;
  readonly line?: number;
  readonly text: string;
  readonly compilations: readonly Compilation[];
  /** Some of it has no generated code to fall back on, and code that waits for it. */
  readonly lacksCode: boolean;
}

/** Every protoc of which something is known. What runs in a container, and what grpc_tools of Python brings, is not looked at. */
export const compilers = defineFact<readonly Compiler[]>('project.compilers', 'project', async (ask) => {
  const all = await ask.get(compilations);
  if (all.kind !== 'known') return all;
  const own = all.value.filter(
    ({ via, step }) => via === 'protoc' && step && isPlainProtoc(step) && !liesBesideTheProduct(step.file),
  );
  if (own.length === 0) return known([]);
  return known([
    ...(await ofPath(ask, own)),
    ...(await ofJobs(ask, own)),
    ...(await ofImages(
      ask,
      own.filter(({ step }) => !step?.job),
    )),
  ]);
});

/** `protoc` as the shell finds it: not `./bin/protoc`, and no other program that behaves like it. */
function isPlainProtoc({ program }: Step): boolean {
  return program === 'protoc';
}

/** A word of the command is a variable that nobody can read: it may hold flags. Within a path or in quotes it does not. */
export function mayHoldFlags({ text, unresolved }: Step): boolean {
  const words = new Set(text.split(/\s+/));
  return unresolved.some((name) => words.has(name));
}

async function ofPath(ask: Ask, all: readonly Compilation[]): Promise<Compiler[]> {
  const uses = (valueIfKnown(await ask.get(toolUses)) ?? []).filter((use) => !use.plugin && !bringsOwnPath(use));
  const own = all.filter(({ step }) => uses.some((use) => step && isSame(use.step, step)));
  if (own.length === 0) return [];
  const tool = valueIfKnown(await placesOf(ask, 'protoc'))?.runs;
  const version = tool && valueIfKnown(await ask.get(protocVersion));
  if (!tool || version === undefined || protocRelease(version) === undefined) return [];
  const lacksCode = uses.some((use) => use.lacksCode && own.some(({ step }) => step && isSame(use.step, step)));
  return [{ origin: 'path', version, source: tool.path, text: `libprotoc ${version}`, compilations: own, lacksCode }];
}

async function ofJobs(ask: Ask, all: readonly Compilation[]): Promise<Compiler[]> {
  const jobs = valueIfKnown(await ask.get(generatingJobs)) ?? [];
  const found: Compiler[] = [];
  for (const job of jobs) {
    const own = all.filter(({ step }) => step && job.steps.some((one) => isSame(one, step)));
    const [install, ...others] = job.installs.filter(({ name }) => name === 'protoc');
    // Of two protocs nobody can tell which comes first on PATH.
    if (own.length === 0 || !install || others.length > 0) continue;
    const release = await releaseIn(ask, job, install);
    if (release) found.push({ origin: 'job', ...release, ...placeOf(install), compilations: own, lacksCode: false });
  }
  return found;
}

type Release = Pick<Compiler, 'version' | 'distribution'>;

async function releaseIn(ask: Ask, job: GeneratingJob, install: ProjectInstall): Promise<Release | undefined> {
  const exact = exactOf(install);
  if (exact || !isApt(install)) return exact;
  const files = valueIfKnown(await ask.get(ciFiles))?.files ?? [];
  const found = files.flatMap(({ path, jobs }) => jobs.filter(({ name }) => `${path}#${name}` === job.id))[0];
  // A container has its own packages; without one the machine's are installed. A matrix has several of either.
  const [place, ...others] = found?.images.length ? found.images : (found?.runners ?? []);
  if (!place || others.length > 0) return undefined;
  return releaseOf(found?.images.length ? protocOfImage(readImageReference(place.text)) : protocOfRunner(place.text));
}

async function ofImages(ask: Ask, all: readonly Compilation[]): Promise<Compiler[]> {
  const installs = valueIfKnown(await ask.get(toolInstalls))?.installs ?? [];
  const files = valueIfKnown(await ask.get(dockerfiles))?.files ?? [];
  const found: Compiler[] = [];
  for (const install of installs) {
    const { stage, place, file, name } = install;
    if (name !== 'protoc' || place !== 'image' || stage === undefined || liesBesideTheProduct(file)) continue;
    // An image with protoc alone may be for any language.
    const forGo = installs.some((one) => one.stage === stage && one.name.startsWith('protoc-gen-go'));
    if (!forGo || !files.some(({ path }) => path === file)) continue;
    const base = (await imageStage(ask, stage))?.base;
    const release = exactOf(install) ?? (isApt(install) && base ? releaseOf(protocOfImage(base.image)) : undefined);
    if (release) found.push({ origin: 'image', ...release, ...placeOf(install), compilations: all, lacksCode: false });
  }
  return found;
}

function exactOf({ pin, version = '' }: ProjectInstall): Release | undefined {
  // A package of a distribution has a revision behind the release: `3.12.4-1ubuntu7`.
  const release = pin === 'exact' ? version.replace(/^(v?\d+(?:\.\d+)+)[-+~].*$/, '$1') : '';
  return protocRelease(release) === undefined ? undefined : { version: release };
}

function isApt({ manager }: ProjectInstall): boolean {
  return manager === 'apt' || manager === 'apt-get';
}

function releaseOf(row: ReturnType<typeof protocOfImage>): Release | undefined {
  return row && { version: row.version, distribution: `${row.image} ${row.release}` };
}

function placeOf({ file, line, lineText }: ProjectInstall): Pick<Compiler, 'source' | 'line' | 'text'> {
  return { source: file, line, text: lineText.trim() };
}

function isSame(a: Step, b: Step): boolean {
  return a.file === b.file && a.line === b.line;
}
