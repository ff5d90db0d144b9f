import { examine } from '../../src/core/engine.ts';
import { FactStore } from '../../src/core/fact.ts';
import type { Finding } from '../../src/core/finding.ts';
import { subjectList } from '../../src/facts/subjects.ts';
import { traps } from '../../src/traps/registry.gen.ts';
import { casesOf, machineOf } from '../support/cases.ts';
import { hostOf, type MachineSpec } from '../support/machine.ts';

/** Every firing case of every trap, by name. */
export const firing: readonly (readonly [string, MachineSpec])[] = traps.flatMap((trap) => {
  const all = casesOf(trap.group, trap.id);
  const own = all.filter(({ name }) => name.startsWith('fires-'));
  return own.map((one) => [`${trap.id} ${one.name}`, machineOf(one, all)] as const);
});

/** The facts of a made-up machine, ready to be asked. */
export function storeOf(spec: MachineSpec, host: ConstructorParameters<typeof FactStore>[0] = hostOf(spec)): FactStore {
  return new FactStore(host, {
    dir: spec.dir,
    network: spec.options.network ?? false,
    deep: spec.options.deep ?? false,
    purpose: spec.options.for ?? 'build',
    timeoutMs: 1000,
  });
}

export function examineAll(store: FactStore) {
  return examine(traps, store, subjectList);
}

export async function findingsOf(spec: MachineSpec): Promise<readonly Finding[]> {
  return (await examineAll(storeOf(spec))).findings;
}
