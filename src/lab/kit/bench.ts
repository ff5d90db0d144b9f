import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LabFolders, packageRoot } from '../paths.ts';
import { GO, PGG, PGO, PROTOC } from './catalog.ts';
import { packModule, serveModules } from './module-proxy.ts';
import { mustRun } from './process.ts';
import { atomically, type PluginTool, type Progress, ToolCache } from './tools.ts';

/** A module at a version. */
export interface ModuleVersion {
  readonly path: string;
  readonly version: string;
}

/** A Go module of a lab: a program from `labs/` and what its go.mod says. */
export interface ModuleSpec {
  /** Folder of `labs/` that holds the program; it is also the name of the module's folder. */
  readonly program: string;
  /** The `go` line. */
  readonly go: string;
  readonly require: Readonly<Record<string, string>>;
  /** The `replace` lines, without the keyword. */
  readonly replace?: readonly string[];
  /** Copies of modules in folders beside the module, for `replace => ../folder`. */
  readonly forks?: Readonly<Record<string, ModuleVersion>>;
  /** A version that does not exist in the world: a copy of a real one, served by a loopback proxy while tidying. */
  readonly invented?: { readonly module: ModuleVersion; readonly copyOf: string };
  /** The plugins whose output `go mod tidy` sees. */
  readonly plugins: readonly PluginTool[];
  /** The protoc line that makes that output; empty for a program without a .proto file. */
  readonly protocLine: readonly string[];
  /** Further calls of protoc, for files that one call refuses to compile together. */
  readonly furtherLines?: readonly (readonly string[])[];
  /** Has a vendor folder, made by `go mod vendor`. */
  readonly vendor?: boolean;
  /** The generated files stay in the project, as in a repository that commits them. */
  readonly keepGenerated?: boolean;
}

/** The usual protoc line: relative, one file, both plugins (or without gRPC). */
export function protocLine(proto: string, options: { grpc?: boolean; flags?: readonly string[] } = {}): string[] {
  const line = ['protoc', '--proto_path=.', ...(options.flags ?? []), '--go_out=.', '--go_opt=paths=source_relative'];
  if (options.grpc ?? true) line.push('--go-grpc_out=.', '--go-grpc_opt=paths=source_relative');
  return [...line, proto];
}

/** The service of `labs/hello` on the given grpc-go, everything else as it should be. */
export function helloModule(grpc: string, more: Partial<ModuleSpec> = {}): ModuleSpec {
  return {
    program: 'hello',
    go: '1.21',
    require: { 'google.golang.org/grpc': grpc },
    plugins: [PGO, PGG],
    protocLine: protocLine('pb/hello.proto'),
    ...more,
  };
}

const TIDY_MS = 10 * 60_000;
const GENERATE_MS = 60_000;

/** What every experiment works with: the tool cache, the module and build caches, and tidy projects. */
export class Bench {
  readonly folders: LabFolders;
  readonly tools: ToolCache;
  readonly progress: Progress;
  readonly #seeds = new Map<string, Promise<string>>();

  constructor(folders: LabFolders, progress: Progress) {
    this.folders = folders;
    this.progress = progress;
    this.tools = new ToolCache(folders, progress);
  }

  /** Runs the lab's own go command on the shared module cache. */
  async go(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
    const tool = await this.tools.ensure(GO);
    const base = await this.tools.goEnvironment(tool, this.folders.modCache);
    const result = await mustRun([tool.bin, ...args], { cwd, env: { ...base, ...env }, timeoutMs: TIDY_MS });
    return result.stdout;
  }

  /** The folder of a module in the shared module cache, downloaded if needed. */
  async moduleFolder(module: ModuleVersion): Promise<string> {
    const folder = join(this.folders.modCache, `${module.path}@${module.version}`);
    if (existsSync(folder)) return folder;
    this.progress(`downloading ${module.path}@${module.version}`);
    await this.go(['mod', 'download', `${module.path}@${module.version}`], tmpdir());
    return folder;
  }

  /** Puts a writable copy of a module into `target`. */
  async copyModule(module: ModuleVersion, target: string): Promise<void> {
    await cp(await this.moduleFolder(module), target, { recursive: true });
    await makeWritable(target);
  }

  /**
   * A tidy project: generated, `go mod tidy`, generated files removed. Made once and kept; it must be copied before use.
   * Its dependencies are in the shared module cache afterwards.
   */
  async seed(spec: ModuleSpec): Promise<string> {
    const key = await seedKey(spec);
    const pending = this.#seeds.get(key) ?? this.#makeSeed(spec, join(this.folders.seeds, key));
    this.#seeds.set(key, pending);
    return pending;
  }

  async #makeSeed(spec: ModuleSpec, folder: string): Promise<string> {
    if (existsSync(folder)) return join(folder, spec.program);
    const wanted = Object.entries(spec.require).map((pair) => pair.join('@'));
    this.progress(`go mod tidy: ${wanted.join(' ')}, go ${spec.go}`);
    await atomically(folder, async (temp) => {
      const project = join(temp, spec.program);
      await cp(join(packageRoot(), 'labs', spec.program), project, { recursive: true });
      await writeFile(join(project, 'go.mod'), goModText(spec));
      for (const [name, module] of Object.entries(spec.forks ?? {})) await this.copyModule(module, join(temp, name));
      const generates = spec.protocLine.length > 0;
      const before = new Set(generates ? await readdir(join(project, 'pb')) : []);
      if (generates) await this.#generate(spec, project);
      await this.#tidy(spec, project);
      if (spec.vendor) await this.go(['mod', 'vendor'], project);
      if (generates && !spec.keepGenerated) await removeNew(join(project, 'pb'), before);
      for (const name of Object.keys(spec.forks ?? {})) await rm(join(temp, name), { recursive: true });
    });
    return join(folder, spec.program);
  }

  async #generate(spec: ModuleSpec, cwd: string): Promise<void> {
    const compiler = await this.tools.ensure(PROTOC);
    const flags: string[] = [];
    for (const plugin of spec.plugins) {
      const { bin } = await this.tools.ensure(plugin);
      flags.push(`--plugin=${plugin.name}=${bin}`);
    }
    for (const line of [spec.protocLine, ...(spec.furtherLines ?? [])]) {
      const argv = [compiler.bin, ...flags, ...line.slice(1).filter((arg) => !arg.startsWith('--plugin='))];
      await mustRun(argv, { cwd, env: {}, timeoutMs: GENERATE_MS });
    }
  }

  async #tidy(spec: ModuleSpec, project: string): Promise<void> {
    if (spec.invented === undefined) {
      await this.go(['mod', 'tidy'], project);
      return;
    }
    const { module, copyOf } = spec.invented;
    const original = await this.moduleFolder({ path: module.path, version: copyOf });
    const served = await packModule(module.path, module.version, original, (name, content) =>
      name === 'version.go'
        ? Buffer.from(content.toString('utf8').replace(copyOf.slice(1), module.version.slice(1)))
        : content,
    );
    await using proxy = await serveModules([served]);
    const { GOPROXY: usual = 'direct' } = await this.tools.goEnvironment(await this.tools.ensure(GO));
    await this.go(['mod', 'tidy'], project, { GOPROXY: `${proxy.url},${usual}`, GONOSUMDB: module.path });
  }
}

function goModText(spec: ModuleSpec): string {
  const lines = [`module example.com/${spec.program}`, '', `go ${spec.go}`, ''];
  for (const [path, version] of Object.entries(spec.require)) lines.push(`require ${path} ${version}`);
  for (const replace of spec.replace ?? []) lines.push('', `replace ${replace}`);
  return `${lines.join('\n')}\n`;
}

async function seedKey(spec: ModuleSpec): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([spec, GO, PROTOC]));
  const program = join(packageRoot(), 'labs', spec.program);
  const files = await readdir(program, { recursive: true, withFileTypes: true });
  const names = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
  for (const name of names.sort()) hash.update(name.slice(program.length)).update(await readFile(name));
  return `${spec.program}-${hash.digest('hex').slice(0, 16)}`;
}

async function removeNew(folder: string, before: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!before.has(name)) await rm(join(folder, name), { recursive: true });
  }
}

/** Modules are read-only in the module cache; a fork is something people edit. */
async function makeWritable(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    await chmod(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
  }
}

/** Makes the folders of the lab. */
export async function openBench(folders: LabFolders, progress: Progress): Promise<Bench> {
  for (const folder of Object.values(folders)) await mkdir(folder, { recursive: true });
  return new Bench(folders, progress);
}
