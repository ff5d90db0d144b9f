/** `diagnose` on real pasted texts with a known cause, which lie beside the project, and on logs of any length. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { traps } from '../src/traps/registry.gen.ts';
import { textsIn } from '../test/support/texts.ts';
import { atLeast, type Cost, cost, row } from './bench-cost.ts';

const goals = { first: 0.95, firstThree: 0.99, claimsOnUnknown: 3 / 18, textMs: 0.5, growth: 1.25 };
const root = join(import.meta.dirname, '..');
const corpus = join(root, '..', 'shared', 'corpus', 'errors-dev.jsonl');
/** A start costs as much as some hundred texts. */
const textsAtLeast = 5000;

/** One line of the corpus: a text, and what its thread settled on. */
interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly cause: string;
  readonly cause_note: string;
}

interface Told {
  readonly id: string;
  readonly causes: readonly { readonly trap: string; readonly confidence: string }[];
}

/** Measures the command; false for each goal that is missed. */
export function benchDiagnose(work: string, doctor: readonly string[], node: Cost, env: NodeJS.ProcessEnv): boolean[] {
  const labelled = labelledTexts();
  const texts = labelled.length > 0 ? labelled : ownTexts();
  return [
    ...(labelled.length > 0 ? benchAnswers(labelled, doctor, env) : []),
    ...benchBatch(texts, work, doctor, node, env),
    ...benchLog(work, doctor, env),
  ];
}

function labelledTexts(): Labelled[] {
  if (!existsSync(corpus)) {
    console.log('no labelled texts beside the project: ../shared/corpus/errors-dev.jsonl is not there');
    return [];
  }
  return readFileSync(corpus, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Labelled);
}

function ownTexts(): { id: string; text: string }[] {
  return traps
    .flatMap(({ group, id }) => textsIn(join(root, 'src/traps', group, id)))
    .map(({ name, text }) => ({ id: name, text }));
}

function benchAnswers(labelled: readonly Labelled[], doctor: readonly string[], env: NodeJS.ProcessEnv): boolean[] {
  const told = answers(labelled, doctor, env);
  const idsOf = ({ id }: Labelled): string[] => (told.get(id)?.causes ?? []).map(({ trap }) => trap);
  const known = labelled.filter(({ cause }) => cause !== 'unknown');
  const unknown = labelled.filter(({ cause }) => cause === 'unknown');
  const notFirst = known.filter((one) => idsOf(one)[0] !== one.cause);
  const notInThree = known.filter((one) => !idsOf(one).slice(0, 3).includes(one.cause));
  for (const one of notFirst) console.log(`  ${one.id}: ${one.cause}, told: ${idsOf(one).join(', ') || 'nothing'}`);
  const claims = unknown.flatMap((one) => {
    const first = told.get(one.id)?.causes[0];
    return first && first.confidence !== 'possible' ? [{ ...one, ...first }] : [];
  });
  // Whether a claim agrees with the note is for a person to judge; all of them count here.
  for (const { id, trap, confidence, cause_note } of claims)
    console.log(`  ${id}: unknown, told: ${trap} (${confidence}); the note: ${cause_note}`);
  const most = Math.floor(goals.claimsOnUnknown * unknown.length);
  return [
    atLeast(`first of ${known.length} known causes`, known.length - notFirst.length, goals.first * known.length),
    atLeast(
      `in the first three of ${known.length} known causes`,
      known.length - notInThree.length,
      goals.firstThree * known.length,
    ),
    row(`claims on ${unknown.length} texts of unknown cause`, claims.length, most, 'claims'),
  ];
}

function answers(texts: readonly Labelled[], doctor: readonly string[], env: NodeJS.ProcessEnv): Map<string, Told> {
  const [command = '', ...args] = doctor;
  const input = texts.map(({ id, text }) => JSON.stringify({ id, text })).join('\n');
  const result = spawnSync(command, [...args, 'diagnose', '--batch'], {
    env,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (result.status !== 0) throw new Error(`diagnose --batch: ${result.stderr}`);
  const lines = result.stdout.trim().split('\n');
  return new Map(lines.map((line) => JSON.parse(line) as Told).map((told) => [told.id, told]));
}

function benchBatch(
  texts: readonly { readonly id: string; readonly text: string }[],
  work: string,
  doctor: readonly string[],
  node: Cost,
  env: NodeJS.ProcessEnv,
): boolean[] {
  const lines = texts.map(({ id, text }) => `${JSON.stringify({ id, text })}\n`);
  const times = Math.ceil(textsAtLeast / lines.length);
  const batch = (name: string, repeated: number, runs: number): Cost => {
    const file = join(work, name);
    writeFileSync(file, lines.join('').repeat(repeated));
    return cost([...doctor, 'diagnose', '--batch', file], work, env, runs);
  };
  const few = batch('few.jsonl', times, 5);
  const many = batch('many.jsonl', 10 * times, 1);
  const count = lines.length * times;
  console.log(
    `diagnose --batch: ${count} texts ${few.cpu.toFixed(0)} ms ${few.memory.toFixed(0)} MB · ${10 * count} texts ${many.cpu.toFixed(0)} ms ${many.memory.toFixed(0)} MB`,
  );
  return [
    row(`a text of ${count}, above node -e 0`, (few.cpu - node.cpu) / count, goals.textMs, 'ms'),
    row('memory for ten times as many texts', many.memory / few.memory, goals.growth, ''),
  ];
}

const MiB = 1 << 20;
/** What a server logs on a good day. */
const healthy = [
  '2026-03-01T09:15:02.113Z INFO  orders/server.go:88 served method=/orders.v1.Orders/Get code=OK ms=3 peer=10.4.0.17:50122',
  '2026-03-01T09:15:02.240Z DEBUG orders/cache.go:41 refreshed entries=1893 "quoted value" path=/var/lib/orders',
].join('\n');
const older = 'rpc error: code = Unimplemented desc = unknown service orders.v1.Orders';
const newest =
  'rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing: dial tcp 10.4.0.9:443: connect: connection refused"';
const newestCause = 'connection-refused';

/** A log from a pipe, made on the way: a failure, so many bytes, a newer failure, and a sixteenth of them once more. */
function benchLog(work: string, doctor: readonly string[], env: NodeJS.ProcessEnv): boolean[] {
  const told = join(work, 'told.json');
  const piped = (bytes: number): Cost => {
    const quiet = (size: number): string => `yes '${healthy}' | head -c ${size}; echo`;
    const log = `{ echo '${older}'; ${quiet(bytes)}; echo '${newest}'; ${quiet(bytes / 16)}; }`;
    const read = [...doctor, 'diagnose', '-', '--format', 'json'].map((word) => `'${word}'`).join(' ');
    // Its exit code is 1: it names a cause.
    return cost(['sh', '-c', `${log} | ${read} > '${told}' || true`], work, env, 1);
  };
  const small = piped(MiB);
  const large = piped(1024 * MiB);
  const { causes } = JSON.parse(readFileSync(told, 'utf8')) as Told;
  console.log(
    `a log from a pipe: 1 MiB ${small.cpu.toFixed(0)} ms ${small.memory.toFixed(0)} MB · 1 GiB ${large.cpu.toFixed(0)} ms ${large.memory.toFixed(0)} MB`,
  );
  return [
    atLeast('newest failure of a log of 1 GiB named', causes[0]?.trap === newestCause ? 1 : 0, 1),
    row('memory for 1 GiB / for 1 MiB', large.memory / small.memory, goals.growth, ''),
  ];
}
