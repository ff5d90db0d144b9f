import { describe, expect, it } from 'vitest';
import { causesOf } from '../../src/cli/causes.ts';
import { readFailure } from '../../src/text/failure.ts';
import { traps } from '../../src/traps/registry.gen.ts';
import { ambiguities, concerns, type LabOutput, labOutputs } from '../support/lab-outputs.ts';

const groupOf = new Map(traps.map(({ id, group }) => [id, group]));
const outputs = labOutputs(new Set(groupOf.keys()));
const known = ambiguities();

const firstOf = (output: LabOutput) => causesOf(readFailure(output.text))[0];
const ambiguityOf = (output: LabOutput) => known.find((one) => concerns(one, output));

/** What is wrong with the answer to an output, in words; nothing where it is right. */
function faultOf(output: LabOutput): string | undefined {
  const first = firstOf(output);
  const told = first?.trap.id;
  if (told === output.cause) return undefined;
  const ambiguity = ambiguityOf(output);
  const say = (fault: string) => `${output.row} ${output.from}: ${fault}\n${output.text}`;
  if (!ambiguity || told !== ambiguity.first) return say(`${told ?? 'nothing'} instead of ${output.cause}`);
  // What asks where a decision leaves the cause open, `left-open.test.ts` looks at.
  return told && !ambiguity.open && !first?.claim.ask ? say(`${told} without a question`) : undefined;
}

describe('the first cause of what the labs captured', () => {
  const labs = [...new Set(outputs.map(({ lab }) => lab))];
  const faultsOf = (lab: string) =>
    outputs.filter((output) => output.lab === lab).flatMap((output) => faultOf(output) ?? []);

  it.each(labs)('%s', (lab) => {
    expect(faultsOf(lab)).toEqual([]);
  });

  it('is known for so many outputs of each group', () => {
    const counts: Record<string, number> = {};
    for (const { cause } of outputs) {
      const group = groupOf.get(cause) ?? 'none';
      counts[group] = (counts[group] ?? 0) + 1;
    }
    expect(counts).toEqual({
      codegen: 148,
      container: 39,
      go: 84,
      module: 164,
      network: 201,
      proto: 345,
      proxy: 120,
      rpc: 74,
      tls: 284,
    });
  });
});

it('has no ambiguity that no output needs', () => {
  const needed = new Set(outputs.filter((output) => firstOf(output)?.trap.id !== output.cause).map(ambiguityOf));
  expect(known.filter((one) => !needed.has(one))).toEqual([]);
});
