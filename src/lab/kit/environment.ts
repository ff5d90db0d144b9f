import { cp, mkdir, realpath, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Bench, ModuleSpec } from './bench.ts';
import { GO, PGG, PGO, PROTOC } from './catalog.ts';
import { excerpt, type Placeholder } from './normalise.ts';
import { type RunResult, run } from './process.ts';
import { Site } from './site.ts';
import type { GoTool, PluginTool, ProtocTool } from './tools.ts';
import { unprivileged } from './unprivileged.ts';

/** A text in both languages. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** What really happens: protoc, then `go build ./...`, both end with 0 or not. */
export type Health = 'healthy' | 'broken';

/** One situation of a developer's machine and project, which can be made and measured. */
export interface Environment {
  readonly id: string;
  readonly title: Bilingual;
  readonly truth: Health;
  /** The trap that a doctor must name first, if the environment is broken. */
  readonly trap?: string;
  /** Makes it in `root`, a folder that does not exist yet. */
  build(bench: Bench, root: string): Promise<BuiltEnvironment>;
}

/** A made environment. Nothing has been run in it: what measures it works on a copy. */
export interface BuiltEnvironment {
  readonly id: string;
  /** The folder of the machine: `usr/`, `home/`, `src/`. */
  readonly root: string;
  readonly projectDir: string;
  /** Where the doctor and the article's script are started. */
  readonly checkDir: string;
  /** The complete environment of every command. */
  readonly env: Readonly<Record<string, string>>;
  /** The protoc line of the Makefile; empty: generated code is committed, and nobody generates. */
  readonly generate: readonly string[];
  readonly build: readonly string[];
  /** The module proxy cannot be reached: a doctor must be allowed to find out. */
  readonly network?: { readonly proxyDead: true };
  /** Words before every command: who runs it. */
  readonly prefix: readonly string[];
  /** Machine-specific paths, for {@link excerpt}. */
  readonly placeholders: readonly Placeholder[];
}

/** What an environment is made of; whatever is left out is as it should be. */
export interface EnvironmentSpec {
  readonly id: string;
  readonly title: Bilingual;
  readonly truth: Health;
  readonly trap?: string;
  readonly module: ModuleSpec;
  readonly go?: GoTool | 'none';
  readonly protoc?: ProtocTool | 'none';
  /** Installed in `pluginFolder`. */
  readonly plugins?: readonly PluginTool[];
  readonly pluginFolder?: string;
  /** Folders of plugins in PATH, in order and before the system's own; default: `pluginFolder`. */
  readonly pluginPath?: readonly string[];
  /** false: `which` is not installed. */
  readonly which?: boolean;
  /** Additional variables; `{root}` is the machine's folder. */
  readonly env?: Readonly<Record<string, string>>;
  /** Default: the line that the module was tidied with; empty: nothing is generated here. */
  readonly protocLine?: readonly string[];
  readonly build?: readonly string[];
  /** Folder of the module, relative to the machine; default `src/<program>`. */
  readonly projectDir?: string;
  /** Default: `projectDir`. */
  readonly checkDir?: string;
  readonly network?: { readonly proxyDead: true };
  /** Every command runs as somebody for whom the modes of files count. */
  readonly unprivileged?: boolean;
  /** The last touches: what makes this environment special and has no field above. */
  readonly arrange?: (site: Site) => Promise<void>;
}

const DEFAULT_PLUGIN_FOLDER = 'home/go/bin';

/** An environment from its description. */
export function defineEnvironment(spec: EnvironmentSpec): Environment {
  const { id, title, truth, trap } = spec;
  return {
    id,
    title,
    truth,
    ...(trap === undefined ? {} : { trap }),
    build: (bench, root) => build(spec, bench, root),
  };
}

async function build(spec: EnvironmentSpec, bench: Bench, root: string): Promise<BuiltEnvironment> {
  const site = new Site(bench, root);
  await mkdir(site.at('home'), { recursive: true });
  const goRoot = await furnish(site, spec);
  const generate = spec.protocLine ?? spec.module.protocLine;
  await site.addModule(spec.module, spec.module.program, generate);
  await spec.arrange?.(site);
  const projectDir = spec.projectDir ?? `src/${spec.module.program}`;
  const checkDir = spec.checkDir ?? projectDir;
  await mkdir(site.at(checkDir), { recursive: true });
  return {
    id: spec.id,
    root,
    projectDir: site.at(projectDir),
    checkDir: site.at(checkDir),
    env: site.environment(),
    generate,
    build: spec.build ?? ['go', 'build', './...'],
    ...(spec.network === undefined ? {} : { network: spec.network }),
    prefix: spec.unprivileged ? await unprivileged() : [],
    placeholders: [
      { path: site.at('truth'), name: '<src>' },
      { path: site.at('src'), name: '<src>' },
      { path: site.at('home'), name: '<home>' },
      { path: root, name: '<root>' },
      ...(goRoot === undefined ? [] : [{ path: goRoot, name: '<goroot>' }]),
      { path: bench.folders.modCache, name: '<modcache>' },
      { path: bench.folders.buildCache, name: '<gocache>' },
      { path: bench.folders.tools, name: '<tools>' },
    ],
  };
}

/** Installs the tools and sets PATH and the variables; returns GOROOT. */
async function furnish(site: Site, spec: EnvironmentSpec): Promise<string | undefined> {
  const folder = spec.pluginFolder ?? DEFAULT_PLUGIN_FOLDER;
  for (const plugin of spec.plugins ?? [PGO, PGG]) await site.addPlugin(plugin, folder);
  site.path.push(...(spec.pluginPath ?? [folder]));
  let goRoot: string | undefined;
  if (spec.go !== 'none') {
    const { bin } = await site.bench.tools.ensure(spec.go ?? GO);
    await site.linkTool(bin, 'usr/local/go/bin', 'go');
    site.path.push('usr/local/go/bin');
    goRoot = dirname(dirname(await realpath(bin)));
  }
  if (spec.protoc !== 'none') {
    const { bin } = await site.bench.tools.ensure(spec.protoc ?? PROTOC);
    await site.linkTool(bin, 'usr/local/bin', 'protoc');
    site.path.push('usr/local/bin');
  }
  await site.addSystemTools('usr/bin', spec.which ?? true);
  site.path.push('usr/bin');
  Object.assign(site.env, spec.env);
  return goRoot;
}

/** How a real command ended, in a form that is the same on every machine. */
export interface Outcome {
  readonly rc: number;
  readonly lines: readonly string[];
}

/** True for a cell that says how a command ended. */
export function isOutcome(cell: unknown): cell is Outcome {
  return typeof cell === 'object' && cell !== null && 'rc' in cell && 'lines' in cell;
}

/** What really happened in an environment. */
export interface Truth {
  readonly truth: Health;
  /** null: nothing is generated here. */
  readonly protoc: Outcome | null;
  readonly build: Outcome;
}

const GENERATE_MS = 60_000;
const BUILD_MS = 5 * 60_000;
const KEPT_LINES = 3;

/** Runs the protoc line and then `go build ./...` on a copy of the project; the environment stays as it was made. */
export async function measureTruth(built: BuiltEnvironment): Promise<Truth> {
  const copy = join(built.root, 'truth');
  await cp(join(built.root, 'src'), copy, { recursive: true });
  const cwd = join(copy, relative(join(built.root, 'src'), built.projectDir));
  const protoc = built.generate.length === 0 ? null : await generate(built, cwd);
  const compiled = await run([...built.prefix, ...built.build], { cwd, env: built.env, timeoutMs: BUILD_MS });
  await rm(copy, { recursive: true });
  const build = outcome(built, built.build, compiled, 'first');
  return { truth: (protoc?.rc ?? 0) === 0 && build.rc === 0 ? 'healthy' : 'broken', protoc, build };
}

async function generate(built: BuiltEnvironment, cwd: string): Promise<Outcome> {
  const result = await run([...built.prefix, ...built.generate], { cwd, env: built.env, timeoutMs: GENERATE_MS });
  return outcome(built, built.generate, result, 'last');
}

/** The exit code and the lines that a person would look at: the first of a compiler, the last of protoc. */
export function outcome(
  built: BuiltEnvironment,
  argv: readonly string[],
  result: RunResult,
  end: 'first' | 'last',
): Outcome {
  if (result.missing) return { rc: result.rc, lines: [`${argv[0]}: not found`] };
  if (result.timedOut) return { rc: result.rc, lines: ['killed: no end in sight'] };
  const lines = excerpt(`${result.stderr}${result.stdout}`, built.placeholders);
  return { rc: result.rc, lines: end === 'first' ? lines.slice(0, KEPT_LINES) : lines.slice(-KEPT_LINES) };
}
