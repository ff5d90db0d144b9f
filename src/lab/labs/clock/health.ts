import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GO, GRPC } from '../../kit/catalog.ts';
import { normalise } from '../../kit/normalise.ts';
import { mustRun, run } from '../../kit/process.ts';
import type { LabContext } from '../../lab.ts';
import { packageRoot } from '../../paths.ts';

/** One call of the health check (labs/health-check/main.go). Times are in nanoseconds since the program began. */
export interface HealthCall {
  readonly waitNs: number;
  readonly startNs: number;
  readonly endNs: number;
  /** What the check that measures the time said. */
  readonly passed: boolean;
  /** What a deadline on the context said of another call. */
  readonly inTime: boolean;
}

const grpcVersion = 'v1.85.0';
const minutes = 60_000;

/** A module with both health checks, the one that is printed and the one that compiles. */
export class HealthChecks {
  readonly #context: LabContext;
  readonly #folder: string;

  private constructor(context: LabContext, folder: string) {
    this.#context = context;
    this.#folder = folder;
  }

  static async make(context: LabContext): Promise<HealthChecks> {
    const folder = join(context.work, 'health-check');
    const source = join(packageRoot(), 'labs', 'health-check');
    await mkdir(join(folder, 'printed'), { recursive: true });
    for (const name of ['main.go', join('printed', 'check.go')]) await copyFile(join(source, name), join(folder, name));
    const goMod = `module example.com/health-check\n\ngo 1.26.0\n\nrequire ${GRPC} ${grpcVersion}\n`;
    await writeFile(join(folder, 'go.mod'), goMod);
    await context.bench.go(['mod', 'tidy'], folder);
    return new HealthChecks(context, folder);
  }

  /** What the compiler says of the check as it is printed. */
  async printed(): Promise<string> {
    const tool = await this.#context.bench.tools.ensure(GO);
    const env = await this.#environment();
    const options = { cwd: this.#folder, env, timeoutMs: 10 * minutes };
    const { rc, stderr } = await run([tool.bin, 'build', './printed'], options);
    const lines = normalise(stderr, []).split('\n');
    return rc === 0 ? 'compiles' : (lines.find((line) => line.includes('check.go')) ?? stderr.trim());
  }

  /** The calls of the check that compiles, to a server that answers after these times. */
  async calls(waits: readonly string[], tries: number): Promise<HealthCall[]> {
    const env = await this.#environment();
    const program = join(this.#folder, 'program');
    await this.#context.bench.go(['build', '-o', program, '.'], this.#folder);
    const argv = [program, '-waits', waits.join(','), '-tries', `${tries}`];
    const { stdout } = await mustRun(argv, { cwd: this.#folder, env, timeoutMs: 10 * minutes });
    return JSON.parse(stdout) as HealthCall[];
  }

  async #environment(): Promise<Record<string, string>> {
    const { tools, folders } = this.#context.bench;
    return tools.goEnvironment(await tools.ensure(GO), folders.modCache);
  }
}
