import type { Severity } from '../core/claim.ts';
import { UserError } from '../core/errors.ts';
import type { ReadHost } from '../core/host.ts';
import { nearest } from '../core/nearest.ts';
import type { Suppression } from '../core/suppression.ts';
import type { ConfigFile, ConfigProblem, IgnoreEntry, Placed } from '../read/suppress/config-file.ts';
import { fitsGlob } from '../read/suppress/glob.ts';

/** What a team decided for a project. */
export interface Configuration {
  readonly failOn?: Severity | 'never';
  readonly only: readonly string[];
  readonly skip: readonly string[];
  /** Folders to look at, relative to the project; undefined means all of it. */
  readonly roots?: readonly string[];
  readonly suppressions: readonly Suppression[];
}

export const configurationName = 'grpc-doctor.yaml';
const noConfiguration: Configuration = { only: [], skip: [], suppressions: [] };

/** Nobody writes more by hand. */
const maxBytes = 256 * 1024;

/** A file that was asked for must be there; the one at the root of a project may be missing. */
export interface ConfigurationPlace {
  /** The machine that it lies on. */
  readonly from: ReadHost;
  /** Absolute. */
  readonly path: string;
  /** As it is named to the user. */
  readonly name: string;
  readonly required: boolean;
}

/** Reads a configuration. Throws a UserError for whatever is wrong with it, with file and line. */
export async function readConfiguration(
  host: ReadHost,
  root: string,
  { from, path, name, required }: ConfigurationPlace,
  traps: readonly string[],
): Promise<Configuration> {
  const read = from.readFile(path, maxBytes);
  if (read.kind === 'missing' && !required) return noConfiguration;
  if (read.kind !== 'read') throw new UserError(`file-${read.kind}`, { file: name });
  // Only now: a parser of YAML costs more than all the rest of a start.
  const { readConfigFile } = await import('../read/suppress/config-file.ts');
  const file = readConfigFile(new TextDecoder().decode(read.bytes));
  if ('problem' in file) throw problemOf(name, file);
  for (const trap of [...(file.only ?? []), ...(file.skip ?? []), ...file.ignore.map((entry) => entry.trap)])
    mustBeTrap(name, trap, traps);
  for (const folder of file.roots ?? []) mustBeFolder(host, root, name, folder);
  return toConfiguration(file, name);
}

function toConfiguration({ failOn, only = [], skip = [], roots, ignore }: ConfigFile, file: string): Configuration {
  return {
    ...(failOn && { failOn: failOn as Severity | 'never' }),
    only: only.map(({ text }) => text),
    skip: skip.map(({ text }) => text),
    ...(roots && { roots: roots.map(({ text }) => text) }),
    suppressions: ignore.map((entry) => toSuppression(entry, file)),
  };
}

function toSuppression({ trap, path, reason, until, line }: IgnoreEntry, file: string): Suppression {
  return {
    trap: trap.text,
    reason,
    ...(until && { until }),
    by: 'configuration',
    file,
    line,
    covers: ({ claim }) => path === undefined || fitsGlob(path, claim.location?.file ?? ''),
  };
}

function mustBeTrap(file: string, { text, line }: Placed, traps: readonly string[]): void {
  if (traps.includes(text)) return;
  throw new UserError('error.config-unknown-trap', { file, line, word: text }, nearest(text, traps));
}

function mustBeFolder(host: ReadHost, root: string, file: string, { text, line }: Placed): void {
  const path = text === '.' ? root : host.path.join(root, ...text.split('/'));
  if (host.stat(path)?.kind !== 'folder') throw new UserError('error.config-no-folder', { file, line, word: text });
}

function problemOf(file: string, { line, problem, data, instead = [] }: ConfigProblem): UserError {
  return new UserError(`error.config-${problem}`, { file, line, ...data }, nearest(data.key ?? '', instead));
}
