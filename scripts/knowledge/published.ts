import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { KnownRelease } from '../../src/knowledge/table.ts';
import { parseGoMod } from '../../src/read/modules/go-mod.ts';

/** A published version as the go command tells it. */
export interface Published {
  readonly version: string;
  /** The day of its commit, YYYY-MM-DD. */
  readonly date: string;
  /** False for a version that the module's list leaves out and `go install` finds all the same. */
  readonly listed: boolean;
  /** The `go` line of its go.mod. */
  readonly go?: string;
  /** What its go.mod requires, by module path. */
  readonly requires: ReadonlyMap<string, string>;
}

/** Every version in the list of a module, lowest first. */
export function listedVersions(module: string): string[] {
  const [, ...versions] = go(['list', '-m', '-versions', module]).trim().split(/\s+/);
  return versions;
}

/**
 * The releases of a module with their go.mod, lowest first: those in its list, and those that our table knows beside it.
 * Prereleases are no releases. Only `.info` and `.mod` files are fetched.
 */
export function releasesOf(module: string, known: readonly KnownRelease[]): Published[] {
  const listed = new Set(listedVersions(module));
  const unlisted = known.filter((row) => row.module === module && !listed.has(row.version)).map((row) => row.version);
  const versions = [...listed, ...unlisted].filter((version) => !version.includes('-'));
  const text = go(['list', '-m', '-e', '-json', ...versions.map((version) => `${module}@${version}`)]);
  return jsonObjects(text).flatMap((answer) => published(answer, listed.has(answer.Version)));
}

interface Answer {
  readonly Version: string;
  readonly Time?: string;
  readonly GoVersion?: string;
  readonly GoMod?: string;
  readonly Retracted?: readonly string[];
  readonly Error?: { readonly Err: string };
}

/** Nothing of a version that is retracted or not to be had. */
function published({ Version: version, Time, GoVersion, GoMod, Retracted, Error: error }: Answer, listed: boolean) {
  if (error || Retracted || !Time || !GoMod) {
    console.error(`knowledge: left out: ${version}: ${error?.Err ?? (Retracted ? 'retracted' : 'no go.mod')}`);
    return [];
  }
  const requires = new Map(parseGoMod(readFileSync(GoMod, 'utf8')).require.map((one) => [one.path, one.version]));
  return [{ version, date: Time.slice(0, 10), listed, ...(GoVersion && { go: GoVersion }), requires }];
}

function jsonObjects(text: string): Answer[] {
  return text
    .split(/\n(?=\{)/)
    .filter((part) => part.trim() !== '')
    .map((part) => JSON.parse(part) as Answer);
}

function go(args: readonly string[]): string {
  const run = spawnSync('go', args, { cwd: tmpdir(), encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (run.error) throw run.error;
  if (run.status !== 0) throw new Error(`go ${args.slice(0, 3).join(' ')} ...: ${run.stderr.trim()}`);
  return run.stdout;
}
