import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { go } from '../../kit/catalog.ts';
import { type ModuleProxy, packModule, serveModules } from '../../kit/module-proxy.ts';
import { excerpt } from '../../kit/normalise.ts';
import { mustRun, type RunResult, run } from '../../kit/process.ts';
import { type Cell, defineLab, isWanted, type LabContext, type Measured, type Row } from '../../lab.ts';
import { DEP, type Situation, shortForm, situations } from './situations.ts';

/** Both sides of the version that added vendor folders of workspaces, and the newest. */
const VERSIONS = ['1.20.14', '1.21.13', '1.22.12', '1.23.12', '1.26.8'] as const;
/** Prepares the situations: it must know `go work vendor`. */
const MAKER = '1.26.8';
const MS = 60_000;

/** One run of the lab: where its Go commands find modules and caches. */
class Ground {
  readonly #context: LabContext;
  readonly #proxy: ModuleProxy;

  constructor(context: LabContext, proxy: ModuleProxy) {
    this.#context = context;
    this.#proxy = proxy;
  }

  async go(version: string, args: readonly string[], cwd: string, env: Situation['env'] = {}): Promise<RunResult> {
    const { bin } = await this.#context.bench.tools.ensure(go(version));
    return run([bin, ...args], { cwd, env: { ...this.#env(), ...env }, timeoutMs: MS });
  }

  /** The situation as the lab's own Go prepares it. */
  async make({ files, prepare = [], remove = [], later = {} }: Situation, folder: string): Promise<void> {
    const { bin } = await this.#context.bench.tools.ensure(go(MAKER));
    await write(folder, files);
    for (const file of Object.keys(files).filter((name) => name.endsWith('go.mod') && !name.startsWith('fork/'))) {
      const cwd = join(folder, dirname(file));
      await mustRun([bin, 'mod', 'tidy'], { cwd, env: { ...this.#env(), GOWORK: 'off' }, timeoutMs: MS });
    }
    for (const { args, in: at, GOWORK = '' } of prepare)
      await mustRun([bin, ...args], { cwd: join(folder, at), env: { ...this.#env(), GOWORK }, timeoutMs: MS });
    for (const name of remove) await rm(join(folder, name));
    await write(folder, later);
  }

  /** Private: a module cache of its own is thrown away with the run. */
  get modCache(): string {
    return join(this.#context.work, 'modules');
  }

  #env(): Record<string, string> {
    return {
      PATH: '/usr/bin:/bin',
      HOME: this.#context.work,
      GOENV: 'off',
      GOTOOLCHAIN: 'local',
      GOPROXY: this.#proxy.url,
      GONOSUMDB: '*',
      GOMODCACHE: this.modCache,
      GOCACHE: this.#context.bench.folders.buildCache,
    };
  }
}

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

/** What comes out of a situation with one Go: `v0.1.0 from a/vendor`, or how the command ends. */
async function outcome(ground: Ground, situation: Situation, version: string, folder: string): Promise<string> {
  const { env = {}, first, instead, flags = [] } = situation;
  const cwd = join(folder, situation.in);
  const failed = (result: RunResult) => (result.rc === 0 ? undefined : complaint(result, ground, folder));
  if (first) {
    const stopped = failed(await ground.go(version, first, cwd, env));
    if (stopped) return stopped;
  }
  const asked = instead ?? ['list', ...flags, '-f', '{{.Dir}}', DEP];
  const result = await ground.go(version, asked, cwd, env);
  const stopped = failed(result);
  if (stopped) return stopped;
  if (instead?.includes('-json')) return sourceOf(dirOfModule(result.stdout), ground, folder);
  return instead ? 'ok' : sourceOf(result.stdout.trim(), ground, folder);
}

/** The last lines that tell: a go command that fails has its reason in the first one, and for vendor folders in the second. */
function complaint({ rc, stderr, stdout }: RunResult, ground: Ground, folder: string): string {
  const [first = '', second = ''] = excerpt(`${stderr}${stdout}`, [
    { path: folder, name: '<root>' },
    { path: ground.modCache, name: '<modcache>' },
  ]).filter((line) => !line.startsWith('go: downloading'));
  const reason = first.includes('inconsistent vendoring') ? `${first} ${second.trim()}` : first;
  return `exit ${rc}: ${reason}`;
}

/** The folder of the module in the answer of `go list -m -json all`. */
function dirOfModule(json: string): string {
  const objects = json.split(/^}$/m).filter((text) => text.trim() !== '');
  const modules = objects.map((text) => JSON.parse(`${text}}`) as { Path: string; Dir?: string });
  return modules.find(({ Path }) => Path === DEP)?.Dir ?? '';
}

async function sourceOf(dir: string, ground: Ground, folder: string): Promise<string> {
  const text = await readFile(join(dir, 'dep.go'), 'utf8');
  const version = /"(.*)"/.exec(text)?.[1] ?? '?';
  const inCache = !relative(ground.modCache, dir).startsWith('..');
  return `${version} from ${inCache ? 'the module cache' : relative(folder, dir).replace(`/${DEP}`, '')}`;
}

async function measure(ground: Ground, situation: Situation, work: string): Promise<Row> {
  const made = join(work, situation.id);
  await ground.make(situation, made);
  const cells: Record<string, Cell> = {};
  for (const version of VERSIONS) {
    const copy = join(work, `${situation.id}-${version}`);
    await cp(made, copy, { recursive: true });
    cells[columnOf(version)] = await outcome(ground, situation, version, copy);
    await rm(copy, { recursive: true });
  }
  await rm(made, { recursive: true });
  return { id: situation.id, layout: situation.layout, command: situation.command, ...cells };
}

/** `go1.22` */
function columnOf(version: string): string {
  return `go${version.slice(0, version.lastIndexOf('.'))}`;
}

/** The two versions of the module, from texts. */
async function published(work: string) {
  return Promise.all(
    ['v0.1.0', 'v0.2.0'].map(async (version) => {
      const folder = join(work, `dep-${version}`);
      const dep = `package dep\n\nconst Version = "${version}"\n`;
      await write(folder, { 'go.mod': `module ${DEP}\n\ngo 1.18\n`, 'dep.go': dep });
      return packModule(DEP, version, folder);
    }),
  );
}

export default defineLab({
  id: 'workspace-vendor',
  title: { en: 'Vendor folders and go.work, by the version of Go', zh: 'vendor 目录与 go.work，按 Go 版本' },
  question: {
    en: 'From where does the build take a module where there are go.work, vendor folders and -mod flags, and which combinations are refused?',
    zh: 'go.work、vendor 目录和 -mod 参数同时存在时，构建从哪里取模块，哪些组合会被拒绝？',
  },
  traps: ['vendor-ignored-by-workspace', 'workspace-mode-conflict', 'vendor-inconsistent', 'workspace-member-broken'],
  article: [
    '2.5.since-1.21',
    '2.5.ignored',
    '2.5.use-all',
    '2.5.modules-txt',
    '2.5.mod-vendor-panic',
    '2.5.where',
    '2.5.vendor-dir',
    '2.5.precedence',
    '2.5.row-remove',
    '2.5.row-vendor',
    '2.5.row-replace',
    '2.5.diagram',
  ],
  short: shortForm,
  table: [
    { column: 'layout', title: { en: 'what lies there', zh: '目录里有什么' } },
    { column: 'command', title: { en: 'command', zh: '命令' } },
    ...VERSIONS.map((version) => ({ column: columnOf(version), title: { en: `Go ${version}`, zh: `Go ${version}` } })),
  ],
  run: async (context): Promise<Measured> => {
    const rows: Row[] = [];
    await using proxy = await serveModules(await published(context.work));
    const ground = new Ground(context, proxy);
    for (const situation of situations.filter(({ id }) => isWanted({ short: shortForm }, context, id))) {
      const started = Date.now();
      rows.push(await measure(ground, situation, context.work));
      context.progress(`workspace-vendor ${situation.id} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    }
    // The files of a module cache are read-only.
    await ground.go(MAKER, ['clean', '-modcache'], context.work);
    const panics = rows.filter((row) => /panic|goroutine/.test(JSON.stringify(row)));
    return { rows, problems: panics.map(({ id }) => `${id}: a panic`) };
  },
});
