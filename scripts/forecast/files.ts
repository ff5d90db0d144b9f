import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/lab/paths.ts';

/** How the generated code of one module of a public repository is made, as its own script does it. */
export interface Recipe {
  readonly repository: string;
  readonly commit: string;
  /** Folder of the go.mod. */
  readonly module: string;
  /** Where protoc is started, relative to the repository. */
  readonly cwd: string;
  /** Arguments of protoc without its inputs; `{folder}` is the folder of the input. */
  readonly protoc: readonly string[];
  /** Patterns of the .proto files, relative to `cwd`: `*` stops at a slash, `**` does not. */
  readonly inputs: readonly string[];
  /** Once for each .proto file, as a loop of a script does it. */
  readonly each?: true;
  /** Commands that the checkout needs before it builds at all. */
  readonly prepare?: readonly (readonly string[])[];
  /** The repository has no script: one of ours with this protoc line is put beside the module. */
  readonly makefile?: true;
  readonly build: readonly string[];
}

/** The plugins of one run. */
export interface Pair {
  readonly 'protoc-gen-go': string;
  readonly 'protoc-gen-go-grpc'?: string;
}

/** One forecast and what really happened. */
export interface ForecastRow {
  readonly repository: string;
  readonly commit: string;
  readonly module: string;
  /** `own`: what the project itself would install. `found`: these plugins lie on PATH. */
  readonly plugins: Pair & { readonly from: 'own' | 'found' };
  readonly forecast: 'builds' | 'breaks';
  /** Titles of the forecast, in English. */
  readonly foretold: readonly string[];
  readonly truth: 'builds' | 'breaks';
  readonly line: string;
}

export interface ForecastFile {
  readonly asOf: string;
  readonly go: string;
  readonly protoc: string;
  readonly rows: readonly ForecastRow[];
}

const folder = join(packageRoot(), 'labs', 'forecast');

export const recipes = JSON.parse(readFileSync(join(folder, 'recipes.json'), 'utf8')) as {
  readonly pairs: readonly Pair[];
  readonly recipes: readonly Recipe[];
};

const resultsFile = join(folder, 'results.json');

/** What was measured before; a row that is not measured again stays. */
export function readResults(): readonly ForecastRow[] {
  return existsSync(resultsFile) ? (JSON.parse(readFileSync(resultsFile, 'utf8')) as ForecastFile).rows : [];
}

/** One row a line, so that a difference is one line of a review. */
export function writeResults({ rows, ...head }: ForecastFile): void {
  const lines = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`);
  const list = rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n');
  writeFileSync(resultsFile, `${['{', ...lines, '  "rows": [', list, '  ]', '}'].join('\n')}\n`);
}

/** Equal for rows that answer the same question. */
export function rowKey({ repository, module, plugins }: ForecastRow): string {
  return [repository, module, plugins.from, plugins['protoc-gen-go'], plugins['protoc-gen-go-grpc'] ?? ''].join(' ');
}
