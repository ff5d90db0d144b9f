import { examine } from '../core/engine.ts';
import { UserError } from '../core/errors.ts';
import { type CheckOptions, FactStore } from '../core/fact.ts';
import type { ReadHost } from '../core/host.ts';
import { valueIfKnown } from '../core/outcome.ts';
import { project } from '../core/subject.ts';
import { settle } from '../core/suppression.ts';
import type { Trap } from '../core/trap.ts';
import { limits } from '../facts/limits.ts';
import { goSources } from '../facts/project/sources.ts';
import { projectRoot, type Tree, tree } from '../facts/project/tree.ts';
import { subjectList } from '../facts/subjects.ts';
import type { CheckReport } from '../report/report.ts';
import { readBaseline } from '../suppress/baseline.ts';
import { filesOf, readCommentWishes } from '../suppress/comments.ts';
import {
  type Configuration,
  type ConfigurationPlace,
  configurationName,
  readConfiguration,
} from '../suppress/configuration.ts';
import { traps } from '../traps/registry.gen.ts';
import type { Context } from './context.ts';
import { namedBinary } from './named-binary.ts';
import { noteWhatIsMissing, unreadBuilds } from './notes.ts';
import type { Invocation } from './parse.ts';
import { absolutePath, type Patient } from './patient.ts';
import { selectedTraps } from './selection.ts';

/** One run of the traps over one folder. */
export interface CheckRun {
  readonly report: CheckReport;
  readonly store: FactStore;
  readonly configuration: Configuration;
}

const trapIds = traps.map(({ id }) => id);

/** A project of which facts can be asked. */
interface Project {
  readonly root: string;
  readonly configuration: Configuration;
  readonly store: FactStore;
}

/** Opens a folder with the configuration that lies in it. Throws a UserError for one that cannot be followed. */
export async function openProject(context: Context, { host, dir }: Patient): Promise<Project> {
  const root = projectRoot(host, dir);
  const configuration = await readConfiguration(host, root, configurationPlace(context, host, root), trapIds);
  return { root, configuration, store: new FactStore(host, checkOptions(context, dir, configuration)) };
}

/** Looks at a folder. Throws a UserError for a configuration that cannot be followed. */
export async function runCheck(context: Context, patient: Patient, only?: readonly Trap[]): Promise<CheckRun> {
  const started = performance.now();
  const { invocation, words } = context;
  const { host } = patient;
  const { root, configuration, store } = await openProject(context, patient);
  const baseline = baselineOf(context);
  const examination = await examine(only ?? selectedTraps(invocation, configuration), store, subjectList);
  const files = valueIfKnown(await store.get(tree, project));
  const commented = await filesWithComments(store, files);
  const wishes = await readCommentWishes(host, root, [...filesOf(examination.findings), ...commented], trapIds);
  const suppressions = [...wishes.suppressions, ...configuration.suppressions, ...baseline];
  const settlement = settle(examination, suppressions, host.today());
  await noteWhatIsMissing(context, store, files);
  const report: CheckReport = {
    ...settlement,
    remarks: [...wishes.remarks, ...settlement.remarks, ...(await unreadBuilds(store))],
    root,
    prefix: repositoryPrefix(host, root),
    files: files ? [...files.goMods, ...files.generationFiles, ...files.dockerfiles, ...files.ciFiles] : [],
    today: host.today(),
    version: context.version,
    durationMs: performance.now() - started,
    words,
  };
  return { report, store, configuration };
}

/** A file that was named lies on this machine, whatever machine is looked at. */
function configurationPlace(
  { invocation, cwd, host: here }: Context,
  host: ReadHost,
  root: string,
): ConfigurationPlace {
  const name = invocation.value('config');
  if (name !== undefined) return { from: here, path: absolutePath(here, name, cwd), name, required: true };
  return { from: host, path: host.path.join(root, configurationName), name: configurationName, required: false };
}

function baselineOf({ invocation, host, cwd }: Context) {
  const name = invocation.value('baseline');
  return name === undefined ? [] : readBaseline(host, absolutePath(host, name, cwd), name);
}

function checkOptions(context: Context, dir: string, { roots }: Configuration): CheckOptions {
  const { invocation, cwd, host: here } = context;
  const binary = namedBinary(context);
  const log = invocation.value('download-log');
  const named = {
    ...(binary !== undefined && { binary }),
    ...(log !== undefined && { downloadLog: readableFile(here, log, cwd) }),
  };
  const purpose = invocation.value('for');
  return {
    dir,
    ...(roots && { roots }),
    ...named,
    network: invocation.flag('network'),
    ...(invocation.flag('deep') && { deep: true }),
    purpose: purpose === 'generate' || purpose === 'all' ? purpose : 'build',
    timeoutMs: Math.round(seconds(invocation) * 1000),
  };
}

/** Path of a file that the user named. What cannot be read is told at once: every trap would be skipped for that reason. */
function readableFile(here: ReadHost, name: string, cwd: string | undefined): string {
  const path = absolutePath(here, name, cwd);
  const { kind } = here.readFile(path, limits.logBytes);
  if (kind !== 'read') throw new UserError(`file-${kind}`, { file: name });
  return path;
}

const defaultSeconds = 10;
/** Timers take no more. */
const mostSeconds = 86_400;

function seconds(invocation: Invocation): number {
  const text = invocation.value('timeout');
  if (text === undefined) return defaultSeconds;
  const value = Number(text);
  if (Number.isFinite(value) && value >= 0.001) return Math.min(value, mostSeconds);
  throw new UserError('error.badValue', { word: text, option: '--timeout', values: '0.5, 10, ...' });
}

/** Where a repository holds more than the project: the way from its root, with `/` at the end. */
function repositoryPrefix(host: ReadHost, root: string): string {
  for (let folder = root; ; folder = host.path.dirname(folder)) {
    if (host.stat(host.path.join(folder, '.git'))) {
      const way = host.path.relative(folder, root).split(host.path.sep).filter(Boolean);
      return way.map((name) => `${name}/`).join('');
    }
    if (host.path.dirname(folder) === folder) return '';
  }
}

/** Files that may hold a comment which matches nothing any more: sources that were seen to, and the few others. */
async function filesWithComments(store: FactStore, files: Tree | undefined): Promise<string[]> {
  if (!files) return [];
  const sources = valueIfKnown(await store.get(goSources, project));
  const { goMods, dockerfiles, ciFiles, versionFiles, generationFiles, protos } = files;
  const others = [goMods, dockerfiles, ciFiles, versionFiles, generationFiles, protos].flat();
  return [...(sources?.directives ?? []), ...others.filter((file) => !file.endsWith('.go')).slice(0, mostSearched)];
}

/** Reading them all again would cost more than the remark is worth. */
const mostSearched = 500;
