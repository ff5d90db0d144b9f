import { describe, expect, it } from 'vitest';
import { causesOf } from '../../src/cli/causes.ts';
import { readFailure } from '../../src/text/failure.ts';
import { traps } from '../../src/traps/registry.gen.ts';
import { ambiguities, concerns, labOutputs } from '../support/lab-outputs.ts';

const outputs = labOutputs(new Set(traps.map(({ id }) => id)));
const known = ambiguities();
const open = known.filter((one) => one.open !== undefined);

describe('the cause that an output leaves open is told as possible, with a question', () => {
  it.each(open.map((one) => [`${one.lab} ${one.rows ?? ''} ${one.text ?? ''}`, one] as const))('%s', (_, ambiguity) => {
    for (const output of outputs.filter((one) => known.find((other) => concerns(other, one)) === ambiguity)) {
      const causes = causesOf(readFailure(output.text));
      if (causes[0]?.trap.id === output.cause) continue;
      const told = causes.find(({ trap }) => trap.id === output.cause);
      expect(told?.claim.ask, `${output.row}: ${output.text}`).toBeDefined();
      expect(told?.decision?.id ?? 'traps', output.text).toBe(ambiguity.open);
    }
  });
});
