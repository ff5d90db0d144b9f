import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Cell, LabContext, Row } from '../lab.ts';
import type { Bench } from './bench.ts';
import { BUF, GO, PGO, PROTOBUF, PROTOC } from './catalog.ts';
import { askFindings, type FindingLine } from './doctor.ts';
import { type Bilingual, isOutcome } from './environment.ts';
import { excerpt, type Placeholder } from './normalise.ts';
import { type RunResult, run } from './process.ts';
import { Site } from './site.ts';
import { atomically, type PluginTool, type ProtocTool } from './tools.ts';

// One fault of .proto files, commands or generated code: a small project, one or more releases of the tools, what they really say
// to it, and what the doctor says who only looks.

/** A go.mod: what is required, and the packages for whose sake; `go mod tidy` adds the rest. */
export interface GoModule {
  readonly require: Readonly<Record<string, string>>;
  readonly imports: readonly string[];
  readonly replace?: string;
  /** The `go` line; default 1.23, which the newest protobuf asks for. */
  readonly go?: string;
}

/** What a doctor has to say first; `at` is `file:line`. */
export interface Expected {
  readonly trap: string;
  readonly at: string;
  /** Default: error. */
  readonly severity?: 'error' | 'warning';
}

/** One set of tools for a case, or one form of it. What is left out is that of the case. */
export interface Variant {
  readonly protoc?: ProtocTool;
  readonly plugins?: readonly PluginTool[];
  readonly files?: Readonly<Record<string, string>>;
  readonly lines?: readonly string[];
  readonly module?: GoModule;
  readonly program?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Absent: the doctor may call nothing an error. */
  readonly expect?: Expected;
  /** Its fixes are applied, and `make proto` is run on what they made of the project. */
  readonly fix?: 'safe' | 'unsafe';
}

/** One fault, or its healthy twin, in all its variants: `id/variant` is the id of a row. */
export interface ProtoCase extends Omit<Variant, 'expect'> {
  readonly id: string;
  /** The part of the matrix it belongs to. */
  readonly part: string;
  readonly title: Bilingual;
  /** The project by path; go.mod, go.sum and a Makefile with the lines come by themselves. */
  readonly files: Readonly<Record<string, string>>;
  /** Commands that generate, as they stand in the Makefile. They are run one after the other, up to the first that fails. */
  readonly lines: readonly string[];
  /**
   * Generated code that lies in the project when the doctor looks. `only`: as in a checkout whose users never generate: no Makefile, and
   * no generators on the machine. `and-makefile`: the same tools are there and would make it again.
   */
  readonly committed?: 'only' | 'and-makefile';
  /** What is built or run afterwards; nothing is where it is left out. */
  readonly program?: readonly string[];
  /** The tools fail, or say something, by a fault of the program that no doctor of an environment can see. */
  readonly beyondDoctor?: true;
  /** Traps that must not speak at all, at whatever severity. */
  readonly never?: readonly string[];
  readonly variants: Readonly<Record<string, Variant>>;
}

/** protobuf at its newest, for a program of messages alone. */
export const MESSAGES: GoModule = {
  require: { [PROTOBUF]: PGO.version },
  imports: [`${PROTOBUF}/proto`, `${PROTOBUF}/types/known/timestamppb`],
};

const MODULE = 'example.com/app';
const PROJECT = 'src/app';
const GENERATORS = 'usr/local/bin';
const STEP_MS = 60_000;
const PROGRAM_MS = 5 * 60_000;
const KEPT_LINES = 6;

/** Measures one variant: makes it, asks the doctor, then lets the tools work on a copy. */
export async function measureVariant(one: ProtoCase, name: string, context: LabContext): Promise<Row> {
  const root = join(context.work, `${one.id}-${name}`.replaceAll(/[^\w.-]/g, '-'));
  await mkdir(root, { recursive: true });
  const { expect, ...special } = one.variants[name] ?? {};
  const full = { ...one, ...special, files: { ...one.files, ...special.files }, env: { ...one.env, ...special.env } };
  const made = await make(full, context.bench, root);
  const doctor = context.doctor === null ? undefined : await askFindings(context.doctor, made);
  const tools = await letThemWork(full, made);
  const fixed =
    special.fix && expect && context.doctor !== null
      ? await repair(expect.trap, special.fix, context.doctor, made)
      : undefined;
  await rm(root, { recursive: true, maxRetries: 5 });
  return {
    id: `${one.id}/${name}`,
    part: one.part,
    command: full.lines.join(' && '),
    ...tools,
    expect: expect === undefined ? 'silent' : text({ severity: 'error', ...expect }),
    ...(doctor !== undefined && { doctor: doctorCell(doctor, expect) }),
    ...(fixed !== undefined && { fixed }),
  };
}

/** What `make proto` says after `grpc-doctor fix TRAP --apply`. */
async function repair(trap: string, kind: 'safe' | 'unsafe', doctor: readonly string[], made: Made): Promise<Cell> {
  const unsafe = kind === 'unsafe' ? ['--unsafe'] : [];
  const argv = [...doctor, 'fix', trap, '--apply', ...unsafe, '--dir', made.checkDir];
  await run(argv, { cwd: made.checkDir, env: made.env, timeoutMs: STEP_MS });
  const again = await run(['make', '-s', 'proto'], { cwd: made.checkDir, env: made.env, timeoutMs: STEP_MS });
  return outcomeOf(again, made, made.checkDir);
}

/** What of a row contradicts the case: a doctor that is wrong, or tools that do not do what the row is there to show. */
export function mistakesOf(one: ProtoCase, name: string, row: Row): string[] {
  const expect = one.variants[name]?.expect;
  const { generate, program, doctor } = row;
  const fails = [generate, program].some((step) => isOutcome(step) && step.rc !== 0);
  const mistakes: string[] = [];
  if (expect === undefined && fails && !one.beyondDoctor) mistakes.push('the tools fail, and no trap is expected');
  if (expect !== undefined && expect.severity !== 'warning' && !fails) mistakes.push('no tool fails');
  if (!Array.isArray(doctor)) return mistakes.map((mistake) => `${row.id}: ${mistake}`);
  const said = doctor.map(String);
  const first = expect?.severity === 'warning' ? said.find((line) => line.startsWith('warning')) : said[0];
  const errors = said.filter((line) => line.startsWith('error'));
  if (expect === undefined ? errors.length > 0 : first !== row.expect)
    mistakes.push(`should be ${String(row.expect)}, is ${first ?? 'silent'}`);
  if (expect?.severity === 'warning' && errors.length > 0) mistakes.push(`should be no error, is ${errors.join(', ')}`);
  if (isOutcome(row.fixed) && row.fixed.rc !== 0) mistakes.push('it still fails after the fix');
  for (const trap of one.never ?? []) {
    const heard = said.find((line) => line.split(' ')[1] === trap);
    if (heard !== undefined) mistakes.push(`should not be said: ${heard}`);
  }
  return mistakes.map((mistake) => `${row.id}: ${mistake}`);
}

/** Every error, and of the rest what the row is about. */
function doctorCell(findings: readonly FindingLine[], expect: Expected | undefined): Cell {
  return findings.filter(({ severity, trap }) => severity === 'error' || trap === expect?.trap).map(text);
}

function text({ severity = 'error', trap, at }: { severity?: string; trap: string; at: string }): string {
  return `${severity} ${trap} ${at}`.trimEnd();
}

/** A project on a machine, on which nothing has run but what made its committed code. */
interface Made {
  readonly root: string;
  readonly checkDir: string;
  readonly env: Readonly<Record<string, string>>;
  readonly placeholders: readonly Placeholder[];
}

type Full = Omit<ProtoCase, 'variants'>;

async function make(full: Full, bench: Bench, root: string): Promise<Made> {
  const site = new Site(bench, root);
  await mkdir(site.at('home'), { recursive: true });
  await site.addSystemTools('usr/bin', true);
  const go = await bench.tools.ensure(GO);
  await site.linkTool(go.bin, 'usr/local/go/bin', 'go');
  await addGenerators(site, full, GENERATORS);
  for (const [path, content] of Object.entries(full.files)) await site.write(`${PROJECT}/${path}`, content);
  const { goMod, goSum } = await tidy(bench, full.module ?? MESSAGES);
  await site.write(`${PROJECT}/go.mod`, goMod);
  if (goSum !== '') await site.write(`${PROJECT}/go.sum`, goSum);
  Object.assign(site.env, full.env);
  site.path.push('usr/local/go/bin', 'usr/bin');
  const placeholders = [
    { path: site.at('truth'), name: '<src>' },
    { path: site.at(PROJECT), name: '<src>' },
    { path: root, name: '<root>' },
    { path: dirname(dirname(go.bin)), name: '<goroot>' },
    { path: bench.folders.modCache, name: '<modcache>' },
    { path: bench.folders.tools, name: '<tools>' },
  ];
  if (full.committed) {
    site.path.unshift(GENERATORS);
    const result = await runLines(full.lines, site.at(PROJECT), site.environment());
    if (result.rc !== 0) throw new Error(`${full.id}: cannot make its generated code: ${result.stderr}`);
    site.path.shift();
  }
  if (full.committed === 'only') await rm(site.at(GENERATORS), { recursive: true });
  else {
    site.path.unshift(GENERATORS);
    await site.write(`${PROJECT}/Makefile`, makefile(full.lines));
  }
  return { root, checkDir: site.at(PROJECT), env: site.environment(), placeholders };
}

/** protoc, the plugins and buf, as far as the lines name them. */
async function addGenerators(site: Site, full: Full, folder: string): Promise<void> {
  const named = full.lines.join('\n');
  await mkdir(site.at(folder), { recursive: true });
  if (/\bprotoc\b/.test(named)) {
    const { bin } = await site.bench.tools.ensure(full.protoc ?? PROTOC);
    await symlink(bin, site.at(folder, 'protoc'));
  }
  if (/\bbuf\b/.test(named)) {
    const { bin } = await site.bench.tools.ensure(BUF);
    await symlink(bin, site.at(folder, 'buf'));
  }
  for (const plugin of full.plugins ?? [PGO]) await site.addPlugin(plugin, folder);
}

function makefile(lines: readonly string[]): string {
  return `.PHONY: proto\n\nproto:\n${lines.map((line) => `\t${line}\n`).join('')}`;
}

async function letThemWork(full: Full, made: Made): Promise<Record<string, Cell>> {
  const copy = join(made.root, 'truth');
  await cp(made.checkDir, copy, { recursive: true });
  const cells: Record<string, Cell> = {};
  let failed = false;
  if (full.committed !== 'only') {
    const generated = await runLines(full.lines, copy, made.env);
    cells.generate = outcomeOf(generated, made, copy);
    failed = generated.rc !== 0;
  }
  if (full.program !== undefined && !failed) {
    const result = await run(full.program, { cwd: copy, env: made.env, timeoutMs: PROGRAM_MS });
    cells.program = { command: full.program.join(' '), ...outcomeOf(result, made, copy) };
  }
  return cells;
}

/** As make would: one shell a line, up to the first that fails. */
async function runLines(
  lines: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<RunResult> {
  let all: RunResult = { rc: 0, stdout: '', stderr: '', missing: false, timedOut: false };
  for (const line of lines) {
    const result = await run(['sh', '-c', line], { cwd, env, timeoutMs: STEP_MS });
    all = { ...result, stdout: all.stdout + result.stdout, stderr: all.stderr + result.stderr };
    if (result.rc !== 0) break;
  }
  return all;
}

/** The first lines, without addresses of memory and what differs from run to run. */
function outcomeOf(result: RunResult, made: Made, cwd: string): { rc: number; lines: string[] } {
  if (result.timedOut) return { rc: result.rc, lines: ['killed: no end in sight'] };
  const lines = excerpt(`${result.stderr}${result.stdout}`, [{ path: cwd, name: '<src>' }, ...made.placeholders])
    .map((line) => line.replaceAll(/0x[0-9a-f]+/g, '0x…'))
    .filter((line) => !/^(exit status \d+|goroutine \d+ .*|\[signal .*|\t\S+\.go:\d+.*)$/.test(line));
  return { rc: result.rc, lines: lines.slice(0, KEPT_LINES) };
}

/** go.mod and go.sum as `go mod tidy` leaves them; kept between runs. */
async function tidy(bench: Bench, spec: GoModule): Promise<{ goMod: string; goSum: string }> {
  const key = createHash('sha256')
    .update(JSON.stringify([spec, GO]))
    .digest('hex')
    .slice(0, 16);
  const folder = join(bench.folders.seeds, `proto-${key}`);
  if (!existsSync(folder)) {
    bench.progress(
      `go mod tidy: ${Object.entries(spec.require)
        .map((pair) => pair.join('@'))
        .join(' ')}`,
    );
    await atomically(folder, async (temp) => {
      const required = Object.entries(spec.require).map(([path, version]) => `require ${path} ${version}\n`);
      const replaced = spec.replace === undefined ? '' : `\nreplace ${spec.replace}\n`;
      await writeFile(
        join(temp, 'go.mod'),
        `module ${MODULE}\n\ngo ${spec.go ?? '1.23'}\n\n${required.join('')}${replaced}`,
      );
      const imports = spec.imports.map((path) => `import _ "${path}"\n`).join('');
      await writeFile(join(temp, 'main.go'), `package main\n\n${imports}\nfunc main() {}\n`);
      await bench.go(['mod', 'tidy'], temp);
    });
  }
  const read = (name: string) => (existsSync(join(folder, name)) ? readFile(join(folder, name), 'utf8') : '');
  return { goMod: await read('go.mod'), goSum: await read('go.sum') };
}
