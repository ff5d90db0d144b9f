import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { type Bench, helloModule, type ModuleSpec, protocLine } from '../../kit/bench.ts';
import { GRPC, go, PGO, PROTOBUF, PROTOC, pgg, pgo } from '../../kit/catalog.ts';
import { excerpt, type Placeholder } from '../../kit/normalise.ts';
import { type RunResult, run } from '../../kit/process.ts';
import type { PluginTool } from '../../kit/tools.ts';
import type { Point } from './points.ts';

/** What became of a set: everything succeeded, or which step failed and what it said first. */
export interface Reality {
  readonly truth: 'fits' | 'breaks';
  readonly step?: 'install' | 'generate' | 'build' | 'run';
  readonly says?: string;
}

const STEP_MS = 10 * 60_000;

/**
 * Does what a user with these versions would do, with that Go alone (GOTOOLCHAIN=local): installs the plugins, generates,
 * builds and runs. go.mod was made tidy by the newest Go, then its go line and protobuf were written as the point says.
 */
export async function reality(bench: Bench, point: Omit<Point, 'truth'>, folder: string): Promise<Reality> {
  const project = join(folder, 'src');
  const bin = join(folder, 'bin');
  await mkdir(bin, { recursive: true });
  await layOut(bench, point, project);
  const toolchain = await bench.tools.ensure(go(point.go));
  const base = await bench.tools.goEnvironment(toolchain, bench.folders.modCache);
  const compiler = await bench.tools.ensure(PROTOC);
  // `go install` and the compiler find each other in PATH, and nothing of this machine.
  const path = [bin, dirname(toolchain.bin), dirname(compiler.bin), '/usr/bin', '/bin'].join(delimiter);
  const env = { ...base, PATH: path, GOBIN: bin, GOFLAGS: '-modcacherw' };
  const placeholders: Placeholder[] = [
    { path: folder, name: '<src>' },
    { path: dirname(dirname(toolchain.bin)), name: '<goroot>' },
    { path: bench.folders.modCache, name: '<modcache>' },
  ];
  for (const { step, argv } of stepsOf(point)) {
    const result = await run(argv, { cwd: step === 'install' ? folder : project, env, timeoutMs: STEP_MS });
    if (result.rc !== 0) return { truth: 'breaks', step, says: firstLine(result, placeholders) };
  }
  return { truth: 'fits' };
}

function stepsOf(point: Omit<Point, 'truth'>): { step: NonNullable<Reality['step']>; argv: readonly string[] }[] {
  const plugins: PluginTool[] = [pgo(point.pgo), ...(point.pgg === undefined ? [] : [pgg(point.pgg)])];
  const { program, protocLine: generate } = specOf(point);
  return [
    ...plugins.map((plugin) => ({
      step: 'install' as const,
      argv: ['go', 'install', `${plugin.package}@${plugin.version}`],
    })),
    { step: 'generate', argv: generate },
    { step: 'build', argv: ['go', 'build', '-o', program, '.'] },
    { step: 'run', argv: [`./${program}`] },
  ];
}

/** gRPC comes with a service that has all kinds of streams; without it a message with a well-known type does. */
function specOf({ grpc, protobuf, line }: Omit<Point, 'truth'>): ModuleSpec {
  const require = { ...(grpc && { [GRPC]: grpc }), ...(protobuf && { [PROTOBUF]: protobuf }) };
  if (grpc !== undefined) return helloModule(grpc, { go: seedLine, require });
  return {
    program: 'stamp',
    go: line,
    require,
    plugins: [PGO],
    protocLine: protocLine('pb/stamp.proto', { grpc: false }),
  };
}

/** `go mod tidy` raises it where a module asks for more. */
const seedLine = '1.17';

async function layOut(bench: Bench, point: Omit<Point, 'truth'>, project: string): Promise<void> {
  await cp(await bench.seed(specOf(point)), project, { recursive: true });
  const file = join(project, 'go.mod');
  const text = await readFile(file, 'utf8');
  const { line, protobuf } = point;
  const withLine = text.replace(/^go .*$/m, `go ${line}`).replace(/^toolchain .*\n/m, '');
  const wanted = protobuf ? withLine.replace(new RegExp(`(${PROTOBUF}) v\\S+`), `$1 ${protobuf}`) : withLine;
  await writeFile(file, wanted);
}

/** Packages are compiled side by side: of their complaints the first by the alphabet is the same on every run. */
function firstLine({ stderr, stdout }: RunResult, placeholders: readonly Placeholder[]): string {
  const lines = excerpt(`${stderr}${stdout}`, placeholders).filter((line) => !/^(?:\s|note: )/.test(line));
  return lines.toSorted()[0] ?? '';
}
