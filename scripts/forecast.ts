/**
 * Whether the forecast of `regeneration-will-break` is true: `npm run forecast -- FOLDER [WORD]` takes a folder with one
 * checkout a repository (`owner+name`, at the commit of labs/forecast/recipes.json). Each module is copied, the doctor is
 * asked what will happen with the plugins that the project itself would install, and with others on PATH; then exactly
 * these plugins generate, and go compiles. What differs between forecast and truth is told, and makes the exit code 1.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { type Bench, openBench } from '../src/lab/kit/bench.ts';
import { GO, PROTOC, pgg, pgo } from '../src/lab/kit/catalog.ts';
import { labFolders } from '../src/lab/paths.ts';
import { foretell } from './forecast/doctor.ts';
import {
  type ForecastRow,
  type Pair,
  type Recipe,
  readResults,
  recipes,
  rowKey,
  writeResults,
} from './forecast/files.ts';
import { Truth } from './forecast/truth.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** One module with one pair of plugins: on PATH, or those that the project asks for. */
async function measure(bench: Bench, checkout: string, recipe: Recipe, pair?: Pair): Promise<ForecastRow | undefined> {
  const work = mkdtempSync(join(tmpdir(), 'grpc-doctor-forecast-'));
  try {
    cpSync(realpathSync(checkout), work, { recursive: true, verbatimSymlinks: true });
    const truth = new Truth(bench, work, recipe);
    await truth.prepare();
    const foretold = await foretell(work, recipe, await pathWith(bench, pair));
    const plugins = pair ?? foretold.plugins;
    if (!plugins) return undefined;
    const pinned = pair && foretold.plugins && !samePair(pair, foretold.plugins);
    if (pinned) return undefined;
    await truth.generate(plugins);
    return {
      repository: recipe.repository,
      commit: recipe.commit,
      module: recipe.module,
      plugins: { ...plugins, from: pair ? 'found' : 'own' },
      forecast: foretold.titles.length > 0 ? 'breaks' : 'builds',
      foretold: foretold.titles,
      ...(await truth.build()),
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The project wants other versions than those on PATH: then nobody would start these. */
function samePair(a: Pair, b: Pair): boolean {
  const services = b['protoc-gen-go-grpc'];
  return a['protoc-gen-go'] === b['protoc-gen-go'] && (services === undefined || a['protoc-gen-go-grpc'] === services);
}

async function pathWith(bench: Bench, pair: Pair | undefined): Promise<string> {
  const services = pair?.['protoc-gen-go-grpc'];
  const wanted = [GO, PROTOC, ...(pair ? [pgo(pair['protoc-gen-go'])] : []), ...(services ? [pgg(services)] : [])];
  const tools = await Promise.all(wanted.map((tool) => bench.tools.ensure(tool)));
  return tools.map(({ bin }) => dirname(bin)).join(delimiter);
}

/** The checkout must build before anything is generated, or the build after it tells nothing. */
async function buildsBefore(bench: Bench, checkout: string, recipe: Recipe): Promise<string> {
  const work = mkdtempSync(join(tmpdir(), 'grpc-doctor-forecast-'));
  try {
    cpSync(realpathSync(checkout), work, { recursive: true, verbatimSymlinks: true });
    const truth = new Truth(bench, work, recipe);
    await truth.prepare();
    return (await truth.build()).line;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const [folder, word = ''] = process.argv.slice(2);
if (!folder || !existsSync(folder)) {
  say('usage: npm run forecast -- FOLDER_OF_CHECKOUTS [WORD]');
  process.exit(2);
}
// The doctor looks at the home folder too; a machine without plugins has none there.
const home = mkdtempSync(join(tmpdir(), 'grpc-doctor-home-'));
const folders = labFolders();
const bench = await openBench(folders, say);
Object.assign(process.env, { GRPC_DOCTOR_CACHE: dirname(dirname(folders.tools)) });
mkdirSync(home, { recursive: true });
const measured: ForecastRow[] = [];
for (const recipe of recipes.recipes) {
  const name = `${recipe.repository} ${recipe.module}`;
  const checkout = join(folder, recipe.repository.replace('/', '+'));
  if (!name.includes(word) || !existsSync(checkout)) continue;
  const before = await buildsBefore(bench, checkout, recipe);
  if (before !== '') {
    say(`${name}: does not build as it is: ${before}`);
    continue;
  }
  for (const pair of [undefined, ...recipes.pairs]) {
    const row = await measure(bench, checkout, recipe, pair);
    if (!row) continue;
    measured.push(row);
    const agrees = row.forecast === row.truth ? 'agrees' : 'DISAGREES';
    say(`${agrees}: ${rowKey(row)}: ${row.forecast}, ${row.truth} ${row.line}`);
  }
}
rmSync(home, { recursive: true });
const again = new Set(measured.map(rowKey));
const rows = [...readResults().filter((row) => !again.has(rowKey(row))), ...measured];
writeResults({
  asOf: new Date().toISOString().slice(0, 10),
  go: GO.version,
  protoc: PROTOC.version,
  rows: rows.sort((a, b) => (rowKey(a) < rowKey(b) ? -1 : 1)),
});
process.exitCode = measured.some((row) => row.forecast !== row.truth) ? 1 : 0;
