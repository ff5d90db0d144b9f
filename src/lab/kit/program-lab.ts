import { copyFile, cp, mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Cell, isWanted, type Lab, type LabContext, type Measured, type Row } from '../lab.ts';
import { packageRoot } from '../paths.ts';
import { GO } from './catalog.ts';
import type { Bilingual } from './environment.ts';
import { mustRun, run } from './process.ts';

/** A built program, the place where it is to run, and what is true of it. */
export interface ProgramSpec {
  readonly id: string;
  readonly title: Bilingual;
  /** Variables of `go build`. */
  readonly build: Readonly<Record<string, string>>;
  /** What is built; default: the main package. */
  readonly package?: string;
  /** Bytes of the built file that are changed, as text of equal length. */
  readonly change?: readonly [from: string, to: string];
  /** What runs it in place of the kernel. */
  readonly runner?: readonly string[];
  /** An image that takes it, and what of this machine its root gets: that is where it is started. */
  readonly image?: { readonly from: string; readonly files: readonly string[] };
  /** Commands that must be there; the row is not measured without them. */
  readonly tools?: readonly string[];
  /** The /proc/cpuinfo that the doctor sees. */
  readonly processor?: string;
  /** It starts, and nothing is to be said of it. */
  readonly starts: boolean;
}

/** A lab whose rows are programs: how each starts, what the doctor says of it, and what its fix makes of it. */
export interface ProgramLabSpec {
  readonly trap: string;
  readonly title: Bilingual;
  readonly question: Bilingual;
  readonly article?: readonly string[];
  readonly programs: readonly ProgramSpec[];
}

const BUILD_MS = 5 * 60_000;
const START_MS = 20_000;
const DOCTOR_MS = 60_000;
const name = 'app';

/** The lab of one trap about programs; its id is the trap's. */
export function programLab({ trap, title, question, article, programs }: ProgramLabSpec): Lab {
  return {
    id: trap,
    title,
    question,
    traps: [trap],
    ...(article && { article }),
    rowTitles: Object.fromEntries(programs.map((one) => [one.id, one.title])),
    table: [
      { column: 'starts', title: { en: 'starts', zh: '能启动' } },
      { column: 'says', title: { en: 'what is printed', zh: '输出' } },
      { column: 'doctor', title: { en: 'grpc-doctor', zh: 'grpc-doctor' } },
      { column: 'afterFix', title: { en: 'after the fix', zh: '修复之后' } },
    ],
    run: (context) => runPrograms(trap, programs, context),
  };
}

async function runPrograms(trap: string, programs: readonly ProgramSpec[], context: LabContext): Promise<Measured> {
  const rows: Row[] = [];
  const problems: string[] = [];
  const launcher = await buildLauncher(context);
  for (const spec of programs.filter(({ id }) => isWanted({}, context, id))) {
    const missing = await missingTool(spec.tools ?? []);
    if (missing !== undefined) {
      context.progress(`${trap} ${spec.id}: left out, ${missing} is not installed`);
      continue;
    }
    const site = new ProgramSite(context, launcher, spec);
    const row = await site.measure(trap);
    rows.push(row);
    problems.push(...mistakes(spec, row, trap));
    context.progress(`${trap} ${spec.id}: ${row.starts ? 'starts' : 'does not start'}`);
  }
  return { rows, problems };
}

function mistakes({ id, starts }: ProgramSpec, row: Row, trap: string): string[] {
  const after = row.afterFix as { starts: boolean; doctor?: string } | null | undefined;
  return [
    ...(row.starts === starts ? [] : [`${id}: should ${starts ? '' : 'not '}start`]),
    ...(row.doctor === undefined || row.doctor === (starts ? '' : trap) ? [] : [`${id}: doctor says ${row.doctor}`]),
    ...(after && !after.starts ? [`${id}: the fix does not help`] : []),
    ...(after?.doctor ? [`${id}: after the fix: ${after.doctor}`] : []),
  ];
}

async function missingTool(tools: readonly string[]): Promise<string | undefined> {
  for (const tool of tools) {
    const { missing } = await run([tool, '--version'], { cwd: '/', env: systemEnvironment(), timeoutMs: START_MS });
    if (missing) return tool;
  }
  return undefined;
}

function systemEnvironment(): Record<string, string> {
  return { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8' };
}

async function buildLauncher({ bench, work }: LabContext): Promise<string> {
  const source = join(work, 'launch-source');
  await cp(join(packageRoot(), 'labs', 'program-launch'), source, { recursive: true });
  await writeFile(join(source, 'go.mod'), 'module example.com/launch\n\ngo 1.21\n');
  const target = join(work, 'launch');
  await bench.go(['build', '-o', target, '.'], source);
  return target;
}

class ProgramSite {
  readonly #context: LabContext;
  readonly #launcher: string;
  readonly #spec: ProgramSpec;
  readonly #project: string;
  readonly #root: string;

  constructor(context: LabContext, launcher: string, spec: ProgramSpec) {
    this.#context = context;
    this.#launcher = launcher;
    this.#spec = spec;
    this.#project = join(context.work, spec.id);
    this.#root = join(context.work, `${spec.id}-root`);
  }

  async measure(trap: string): Promise<Row> {
    await this.#build();
    const before = await this.#start();
    const report = await this.#ask();
    const line = report?.fixes[0];
    const row = { id: this.#spec.id, ...before, ...(report && { doctor: report.traps.join(', ') }) };
    if (line === undefined || report?.traps[0] !== trap) return row;
    this.#context.progress(`${trap} ${this.#spec.id}: fix: ${line}`);
    return { ...row, afterFix: await this.#afterFix(line) };
  }

  async #build(): Promise<void> {
    const { build, package: what = '.', change, image } = this.#spec;
    await cp(join(packageRoot(), 'labs', 'program-app'), this.#project, { recursive: true });
    await writeFile(join(this.#project, 'go.mod'), 'module example.com/app\n\ngo 1.21\n');
    if (image)
      await writeFile(
        join(this.#project, 'Dockerfile'),
        `FROM ${image.from}\nCOPY ${name} /${name}\nCMD ["/${name}"]\n`,
      );
    await this.#context.bench.go(['build', '-o', name, what], this.#project, build);
    if (change) await patch(join(this.#project, name), change);
    // The compiler leaves a package as a file that nobody may execute: as a Dockerfile's COPY --chmod would put it there.
    await mustRun(['chmod', '755', name], { cwd: this.#project, env: systemEnvironment(), timeoutMs: START_MS });
  }

  async #start(): Promise<{ starts: boolean; says: Cell }> {
    const { runner = [], image } = this.#spec;
    const env = systemEnvironment();
    if (image) {
      await this.#furnish(image.files);
      env.LAUNCH_ROOT = this.#root;
    }
    const program = image ? `/${name}` : `./${name}`;
    const rights = image && process.getuid?.() !== 0 ? ['unshare', '--map-root-user'] : [];
    const argv = [...rights, this.#launcher, ...runner, program];
    const { stdout, stderr } = await run(argv, { cwd: this.#project, env, timeoutMs: START_MS });
    const lines = `${stderr}${stdout}`.split('\n').filter((line) => line !== '' && !line.includes(': warning: TCG'));
    return { starts: stdout.includes('started'), says: lines.slice(0, 3).map(withoutPlace) };
  }

  async #furnish(files: readonly string[]): Promise<void> {
    await mkdir(this.#root, { recursive: true });
    await copyFile(join(this.#project, name), join(this.#root, name));
    for (const file of files) {
      const target = join(this.#root, file);
      await mkdir(dirname(target), { recursive: true });
      await copyFile(await realpath(file), target);
    }
  }

  /** What the doctor finds for this program, and the first command line among the fixes; undefined while it is not built. */
  async #ask(): Promise<{ traps: string[]; fixes: string[] } | undefined> {
    const { doctor } = this.#context;
    if (doctor === null) return undefined;
    const argv = [...(await this.#disguise()), ...doctor, 'check', '--binary', name, '--format', 'json', '.'];
    const { stdout } = await run(argv, { cwd: this.#project, env: await this.#environment(), timeoutMs: DOCTOR_MS });
    const { findings } = JSON.parse(stdout) as {
      findings: { trap: string; subject: { kind: string }; fixes: { lines?: { line: string }[] }[] }[];
    };
    return {
      traps: [...new Set(findings.map(({ trap }) => trap))],
      fixes: findings.flatMap(({ fixes }) => fixes.flatMap(({ lines }) => lines?.[0]?.line ?? [])),
    };
  }

  /** Lays another /proc/cpuinfo over the real one, for the doctor alone. */
  async #disguise(): Promise<string[]> {
    const { processor } = this.#spec;
    if (processor === undefined) return [];
    const file = join(this.#context.work, 'cpuinfo');
    await writeFile(file, processor);
    return ['unshare', '--map-root-user', '--mount', 'sh', '-c', 'mount --bind "$0" /proc/cpuinfo && exec "$@"', file];
  }

  async #environment(): Promise<Record<string, string>> {
    const { tools, folders } = this.#context.bench;
    const { CGO_ENABLED: _cgo, ...env } = await tools.goEnvironment(await tools.ensure(GO), folders.modCache);
    return { ...env, ...systemEnvironment(), PATH: env.PATH ?? '' };
  }

  async #afterFix(line: string): Promise<{ starts: boolean; doctor: string }> {
    const options = { cwd: this.#project, env: await this.#environment(), timeoutMs: BUILD_MS };
    await mustRun(['sh', '-c', line], options);
    const { starts } = await this.#start();
    const report = await this.#ask();
    return { starts, doctor: report?.traps.join(', ') ?? '' };
  }
}

async function patch(file: string, [from, to]: readonly [string, string]): Promise<void> {
  const text = await readFile(file, 'latin1');
  if (from.length !== to.length || !text.includes(from)) throw new Error(`${file} does not contain ${from}`);
  await writeFile(file, text.replaceAll(from, to), 'latin1');
}

/** Libraries lie elsewhere on other distributions. */
function withoutPlace(line: string): string {
  return line.replace(/\/\S+\/(lib[\w+.-]+\.so[.\d]*)/g, '<lib>/$1').replace(/\/lib\S*\/(ld-[\w.-]+)/g, '<loader>');
}
