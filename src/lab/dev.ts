import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openBench } from './bench.ts';
import type { Row } from './lab.ts';
import { labFolders } from './paths.ts';
import { discoverLabs, findLab, type LabOutcome, runLab } from './runner.ts';

// A way to run labs from source while `grpc-doctor lab` is not there: tsx src/lab/dev.ts list | run ID... | make ENV DIR

async function list(): Promise<void> {
  for (const lab of await discoverLabs()) console.log(`${lab.id.padEnd(34)} ${lab.question.en}`);
}

async function runOne(id: string, flags: Flags): Promise<LabOutcome> {
  const lab = await findLab(id);
  const started = Date.now();
  const outcome = await runLab(lab, {
    form: flags.short ? 'short' : 'full',
    ...(flags.only === undefined ? {} : { only: flags.only.split(',') }),
    // --warm and --cold each leave out the other; none of them means both.
    caches: { warm: flags.warm || !flags.cold, cold: flags.cold || !flags.warm },
    ...(flags.doctor === undefined ? {} : { doctor: doctorArgv(flags.doctor) }),
    update: flags.update,
  });
  console.log(lab.render?.(outcome.result.rows) ?? outcome.result.rows.map(line).join('\n'));
  for (const problem of outcome.problems) console.log(`problem: ${problem}`);
  for (const difference of outcome.differences) console.log(`differs: ${JSON.stringify(difference)}`);
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  console.log(`${id}: ${outcome.agree ? 'agrees' : 'does not agree'} with its committed rows, ${seconds} s`);
  return outcome;
}

/** Makes one environment of article-script in a folder that stays, to look around in it. */
async function make(id: string, folder: string): Promise<void> {
  const { pick } = await import('../../labs/article-script/environments.ts');
  const bench = await openBench(labFolders(), (text) => console.error(text));
  const root = resolve(folder);
  await mkdir(root, { recursive: true });
  for (const environment of pick(id)) {
    const { checkDir, projectDir, env, generate, build } = await environment.build(bench, root);
    console.log(JSON.stringify({ checkDir, projectDir, env, generate, build }, null, 2));
  }
}

/** The PATH of an environment has no node: it is named by its place. */
function doctorArgv(text: string): string[] {
  return text.split(' ').map((word, index) => (index === 0 && word === 'node' ? process.execPath : word));
}

interface Flags {
  readonly only?: string;
  readonly doctor?: string;
  readonly short: boolean;
  readonly warm: boolean;
  readonly cold: boolean;
  readonly update: boolean;
}

function line(row: Row): string {
  return JSON.stringify(row);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    doctor: { type: 'string' },
    short: { type: 'boolean', default: false },
    warm: { type: 'boolean', default: false },
    cold: { type: 'boolean', default: false },
    update: { type: 'boolean', default: false },
  },
});
const [command, ...ids] = positionals;
if (command === 'run' && ids.length > 0) {
  for (const id of ids) {
    const outcome = await runOne(id, values as Flags);
    if (!outcome.agree && !values.update) process.exitCode = 1;
  }
} else if (command === 'make' && ids[0] !== undefined && ids[1] !== undefined) {
  await make(ids[0], ids[1]);
} else {
  await list();
}
