import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openBench } from './kit/bench.ts';
import { builtDoctor } from './kit/doctor.ts';
import { killAll } from './kit/process.ts';
import type { Form, Lab, LabContext, LabResult } from './lab.ts';
import { labFolders } from './paths.ts';
import { compareRows, type Difference, mergeRows, readResult, writeResult } from './results.ts';

/** What the caller of a lab may choose. */
export interface RunLabOptions {
  readonly form?: Form;
  readonly only?: readonly string[];
  /** Default: both. */
  readonly caches?: { readonly warm: boolean; readonly cold: boolean };
  /** The doctor's argv; default: the built one of this package, if there is one. */
  readonly doctor?: readonly string[] | null;
  /** Writes the rows to `labs/results`; without it they are only compared. */
  readonly update?: boolean;
  readonly progress?: (line: string) => void;
}

/** How a run compares with what was committed; what was written just now agrees. */
export interface LabOutcome {
  readonly result: LabResult;
  readonly agree: boolean;
  readonly differences: readonly Difference[];
  readonly problems: readonly string[];
}

/** Runs a lab and compares it with its committed results. */
export async function runLab(lab: Lab, options: RunLabOptions = {}): Promise<LabOutcome> {
  const progress = options.progress ?? ((line: string) => void process.stderr.write(`${line}\n`));
  const bench = await openBench(labFolders(), progress);
  const work = await mkdtemp(join(bench.folders.work, 'run-'));
  const forget = onInterrupt(() => rmSync(work, { recursive: true, force: true }));
  try {
    const context: LabContext = {
      bench,
      work,
      form: options.form ?? 'full',
      ...(options.only === undefined ? {} : { only: new Set(options.only) }),
      caches: options.caches ?? { warm: true, cold: true },
      doctor: options.doctor === undefined ? builtDoctor() : options.doctor,
      progress,
    };
    const { rows, problems } = await lab.run(context);
    const committed = await readResult(lab.id);
    const differences = compareRows(committed?.rows ?? [], rows);
    const measured = {
      lab: lab.id,
      asOf: today(),
      tools: mergeTools([], bench.tools.used()),
      rows: mergeRows([], rows),
    };
    if (options.update) {
      const tools = mergeTools(options.only === undefined ? [] : (committed?.tools ?? []), measured.tools);
      await writeResult({ ...measured, tools, rows: mergeRows(committed?.rows ?? [], rows) });
    }
    return {
      result: measured,
      agree: (options.update === true || differences.length === 0) && problems.length === 0,
      differences,
      problems,
    };
  } finally {
    forget();
    await rm(work, { recursive: true, force: true });
  }
}

/** What runs of this moment have to remove when the user interrupts them: several labs may run side by side. */
const unfinished = new Set<() => void>();

/** Cleans up when the user interrupts the run; gives a function that ends the watch. */
function onInterrupt(cleanUp: () => void): () => void {
  if (unfinished.size === 0) process.on('SIGINT', stop).on('SIGTERM', stop);
  unfinished.add(cleanUp);
  return () => {
    unfinished.delete(cleanUp);
    if (unfinished.size === 0) process.off('SIGINT', stop).off('SIGTERM', stop);
  };
}

function stop(signal: NodeJS.Signals): never {
  killAll();
  for (const cleanUp of unfinished) cleanUp();
  process.exit(signal === 'SIGINT' ? 130 : 143);
}

/** The tools of both, each once. A run of some rows does not use the tools of the others. */
function mergeTools(before: LabResult['tools'], now: LabResult['tools']): LabResult['tools'] {
  const byName = new Map([...before, ...now].map((tool) => [`${tool.name} ${tool.version}`, tool]));
  return [...byName.keys()].sort().flatMap((key) => byName.get(key) ?? []);
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
