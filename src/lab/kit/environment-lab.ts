import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Cell, isWanted, type Lab, type LabContext, type Measured, type Row } from '../lab.ts';
import type { Bench } from './bench.ts';
import { askDoctor, type DoctorVerdict } from './doctor.ts';
import { type Bilingual, type BuiltEnvironment, type Environment, measureTruth } from './environment.ts';
import { offline } from './offline.ts';

/** A lab whose rows are environments: what really happens in each, and what the doctor says beside it. */
export interface EnvironmentLabSpec {
  readonly id: string;
  readonly title: Bilingual;
  readonly question: Bilingual;
  readonly traps: readonly string[];
  readonly article?: readonly string[];
  readonly rowsOf?: Lab['rowsOf'];
  readonly short?: readonly string[];
  readonly environments: readonly Environment[];
  /** Also records how the doctor speaks of this trap, which is not an error in every environment. */
  readonly watch?: string;
  /** Further columns, measured before anything else runs in the environment. */
  readonly columns?: (built: BuiltEnvironment, bench: Bench) => Promise<Readonly<Record<string, Cell>>>;
  readonly render?: (rows: readonly Row[]) => string;
}

/** The lab of that description. */
export function environmentLab(spec: EnvironmentLabSpec): Lab {
  const { id, title, question, traps, article, rowsOf, short, render } = spec;
  return {
    id,
    title,
    question,
    traps,
    rowTitles: Object.fromEntries(spec.environments.map((one) => [one.id, one.title])),
    ...(rowsOf === undefined ? {} : { rowsOf }),
    ...(article === undefined ? {} : { article }),
    ...(short === undefined ? {} : { short }),
    ...(render === undefined ? {} : { render }),
    run: (context) => runEnvironments(spec, context),
  };
}

async function runEnvironments(spec: EnvironmentLabSpec, context: LabContext): Promise<Measured> {
  const rows: Row[] = [];
  const problems: string[] = [];
  if (context.doctor === null) context.progress('grpc-doctor is not built: its columns are left out');
  await sayIfNeverOffline(context);
  for (const environment of spec.environments.filter(({ id }) => isWanted(spec, context, id))) {
    const started = Date.now();
    const row = await measure(spec, environment, context);
    rows.push(row);
    if (row.truth !== environment.truth) problems.push(`${row.id}: should be ${environment.truth}, is ${row.truth}`);
    problems.push(...mistakes(row));
    context.progress(`${spec.id} ${row.id}: ${row.truth} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  }
  return { rows, problems };
}

async function measure(spec: EnvironmentLabSpec, environment: Environment, context: LabContext): Promise<Row> {
  const root = join(context.work, environment.id);
  await mkdir(root);
  const built = await environment.build(context.bench, root);
  const columns = await spec.columns?.(built, context.bench);
  const doctor = await verdicts(spec, built, context);
  const { truth, protoc, build } = await measureTruth(built);
  // The go command may still be writing its telemetry counters.
  await rm(root, { recursive: true, maxRetries: 5 });
  const trap = environment.trap === undefined ? {} : { trap: environment.trap };
  return {
    id: environment.id,
    truth,
    ...trap,
    ...columns,
    protoc: protoc && { ...protoc },
    build: { ...build },
    ...doctor,
  };
}

/** The doctor's columns that this run can fill. */
async function verdicts(
  spec: EnvironmentLabSpec,
  built: BuiltEnvironment,
  context: LabContext,
): Promise<Record<string, Cell>> {
  const { doctor, caches } = context;
  if (doctor === null) return {};
  const watch = spec.watch === undefined ? {} : { trap: spec.watch };
  const columns: Record<string, Cell> = {};
  if (caches.warm) columns.doctorWarm = cell(await askDoctor(built, { doctor, ...watch }));
  // A dead proxy is looked for with --network, which means nothing where there is no network at all.
  if (caches.cold && built.network !== undefined) columns.doctorCold = null;
  else if (caches.cold && 'prefix' in (await offline())) {
    columns.doctorCold = cell(await askDoctor(built, { doctor, cold: true, ...watch }));
  }
  return columns;
}

/** Where the doctor gave no report, or its first error is not the trap (of a healthy environment: there is an error). */
function mistakes(row: Row): string[] {
  return ['doctorWarm', 'doctorCold'].flatMap((column) => {
    const verdict = row[column] as Partial<DoctorVerdict> | null | undefined;
    if (verdict === undefined || verdict === null) return [];
    if (verdict.failure !== undefined) return [`${row.id}: ${column}: ${verdict.failure}`];
    const [first] = verdict.errors ?? [];
    return first === row.trap
      ? []
      : [`${row.id}: ${column}: should be ${row.trap ?? 'no error'}, is ${first ?? 'no error'}`];
  });
}

function cell(verdict: DoctorVerdict | null): Cell {
  return verdict === null ? null : { ...verdict };
}

async function sayIfNeverOffline(context: LabContext): Promise<void> {
  if (context.doctor === null || !context.caches.cold) return;
  const alone = await offline();
  if ('impossible' in alone)
    context.progress(`no cold runs: no network namespace on this machine (${alone.impossible})`);
}
