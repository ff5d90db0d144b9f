import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Check, examine, examineEndpoint } from '../../src/core/engine.ts';
import { FactStore } from '../../src/core/fact.ts';
import type { Finding } from '../../src/core/finding.ts';
import { subjectList } from '../../src/facts/subjects.ts';
import { traps } from '../../src/traps/registry.gen.ts';
import { probeOptionsOf } from './endpoint.ts';
import { baseMachine, hostOf, type MachineSpec } from './machine.ts';

/** One leaf of a machine set to another value; null takes it away. */
export interface Change {
  readonly at: readonly string[];
  readonly to: unknown;
}

/** A case file: `fires-*`, `quiet-*` or `skipped-*` in the `cases` folder of a trap. */
export interface CaseFile {
  readonly name: string;
  /** One sentence for the reader. */
  readonly about: string;
  /** The machine it starts from: a name of test/machines, or another case of the same folder. */
  readonly of: string;
  readonly changes?: readonly Change[];
  /** quiet: the one fact that differs from the firing case. */
  readonly change?: Change;
  /** fires: what is claimed. */
  readonly expect?: {
    readonly severity: string;
    readonly subject: string;
    readonly title?: string;
    readonly related?: readonly string[];
    /** The command of one of the fixes. */
    readonly fix?: string;
  };
  /** fires: other errors of the same machine, each with the reviewed reason why it is right that it is there too. */
  readonly also?: Record<string, string>;
  /** skipped: the key of the reason. */
  readonly reason?: string;
}

const root = join(import.meta.dirname, '../../src/traps');

/** The case files of a trap. */
export function casesOf(group: string, id: string): CaseFile[] {
  return casesIn(join(root, group, id));
}

/** The case files of a trap, by its folder. */
export function casesIn(trapFolder: string): CaseFile[] {
  const folder = join(trapFolder, 'cases');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => ({
      name: file.slice(0, -'.yaml'.length),
      ...(parse(readFileSync(join(folder, file), 'utf8')) as Omit<CaseFile, 'name'>),
    }));
}

/** The machine that a case describes. */
export function machineOf(one: CaseFile, siblings: readonly CaseFile[]): MachineSpec {
  const sibling = siblings.find(({ name }) => name === one.of);
  const start = sibling ? machineOf(sibling, siblings) : baseMachine(one.of);
  const changes = [...(one.changes ?? []), ...(one.change ? [one.change] : [])];
  return changes.reduce(changed, start);
}

function changed(spec: MachineSpec, { at, to }: Change): MachineSpec {
  const copy = structuredClone(spec) as unknown as Record<string, unknown>;
  const [last = '', ...above] = [...at].reverse();
  let place = copy;
  for (const name of above.reverse()) {
    if (typeof place[name] !== 'object' || place[name] === null) place[name] = {};
    place = place[name] as Record<string, unknown>;
  }
  if (to === null && at.length > 1) delete place[last];
  else place[last] = to;
  return copy as unknown as MachineSpec;
}

/** Runs every trap on a made-up machine, or on the endpoint that is probed from it. */
export async function examineMachine(
  spec: MachineSpec,
): Promise<{ findings: readonly Finding[]; checks: readonly Check[] }> {
  const { binary, downloadLog } = spec.options;
  const store = new FactStore(hostOf(spec), {
    dir: spec.dir,
    ...(binary && { binary }),
    ...(downloadLog && { downloadLog }),
    network: spec.options.network ?? false,
    deep: spec.options.deep ?? false,
    purpose: spec.options.for ?? 'build',
    ...(spec.probe && { probe: probeOptionsOf(spec.probe) }),
    timeoutMs: 1000,
  });
  return spec.probe ? examineEndpoint(traps, store, spec.probe.target) : examine(traps, store, subjectList);
}
