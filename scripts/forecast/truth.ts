import { appendFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Bench } from '../../src/lab/kit/bench.ts';
import { GO, PROTOC, pgg, pgo } from '../../src/lab/kit/catalog.ts';
import { excerpt } from '../../src/lab/kit/normalise.ts';
import { mustRun, run } from '../../src/lab/kit/process.ts';
import type { Pair, Recipe } from './files.ts';

const generateMs = 120_000;
const buildMs = 30 * 60_000;

/** What a build said: the first line that tells something, or nothing. */
export interface Build {
  readonly truth: 'builds' | 'breaks';
  readonly line: string;
}

/** A copy of a checkout in which code is generated and compiled. */
export class Truth {
  readonly #bench: Bench;
  readonly #root: string;
  readonly #recipe: Recipe;

  constructor(bench: Bench, root: string, recipe: Recipe) {
    this.#bench = bench;
    this.#root = root;
    this.#recipe = recipe;
  }

  /** Does what the checkout needs before it builds at all, and gives it a script where it has none. */
  async prepare(): Promise<void> {
    const { prepare = [], makefile } = this.#recipe;
    for (const argv of prepare) await mustRun(argv, await this.#options(generateMs, this.#recipe.module));
    if (makefile) this.#writeMakefile();
  }

  async build(): Promise<Build> {
    const result = await run(this.#recipe.build, await this.#options(buildMs, this.#recipe.module));
    if (result.rc === 0) return { truth: 'builds', line: '' };
    const folders = [{ path: `${this.#root}/`, name: '' }];
    return { truth: 'breaks', line: excerpt(result.stderr, folders)[0] ?? `exit code ${result.rc}` };
  }

  /** Runs protoc with exactly these plugins. */
  async generate(pair: Pair): Promise<void> {
    const protoc = await this.#bench.tools.ensure(PROTOC);
    const services = pair['protoc-gen-go-grpc'];
    const plugins = [pgo(pair['protoc-gen-go']), ...(services === undefined ? [] : [pgg(services)])];
    const flags = await Promise.all(
      plugins.map(async (plugin) => `--plugin=${plugin.name}=${(await this.#bench.tools.ensure(plugin)).bin}`),
    );
    const options = await this.#options(generateMs, this.#recipe.cwd);
    for (const inputs of this.#calls()) {
      const own = this.#recipe.protoc.map((word) => word.replaceAll('{folder}', dirname(inputs[0] ?? '')));
      await mustRun([protoc.bin, ...flags, ...own, ...inputs], options);
    }
  }

  #calls(): string[][] {
    const inputs = this.#inputs();
    return this.#recipe.each ? inputs.map((input) => [input]) : [inputs];
  }

  #inputs(): string[] {
    const { inputs, cwd } = this.#recipe;
    const named = inputs.filter((input) => !input.includes('*'));
    const patterns = inputs.filter((input) => input.includes('*')).map(toPattern);
    const files =
      patterns.length === 0 ? [] : readdirSync(join(this.#root, cwd), { recursive: true, encoding: 'utf8' });
    return [...named, ...files.filter((file) => patterns.some((pattern) => pattern.test(file))).sort()];
  }

  #writeMakefile(): void {
    const { cwd, protoc, inputs } = this.#recipe;
    const file = join(this.#root, cwd, 'Makefile');
    const line = ['protoc', ...protoc, ...inputs].join(' ');
    if (existsSync(file)) appendFileSync(file, `\ngenerate:\n\t${line}\n`);
    else writeFileSync(file, `generate:\n\t${line}\n`);
  }

  async #options(timeoutMs: number, folder: string) {
    const env = await this.#bench.tools.goEnvironment(await this.#bench.tools.ensure(GO), this.#bench.folders.modCache);
    return { cwd: join(this.#root, folder), env, timeoutMs };
  }
}

function toPattern(input: string): RegExp {
  const parts = input.split(/(\*\*\/|\*)/);
  const source = parts.map((part) =>
    part === '**/' ? '(?:.*/)?' : part === '*' ? '[^/]*' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
  return new RegExp(`^${source.join('')}$`);
}
