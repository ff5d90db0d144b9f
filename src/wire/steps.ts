import { defineFact } from '../core/fact.ts';
import { known, type Outcome } from '../core/outcome.ts';
import { wire } from './ladder.ts';
import { certificateRungs } from './steps/certificates.ts';
import { connectionRungs } from './steps/connection.ts';
import { serviceRungs } from './steps/services.ts';
import { type Step, stepIds } from './steps/step.ts';
import { goVerdict } from './verdict.ts';

/** The ladder as it is told: every step, and why one was not taken. */
export const steps = defineFact<readonly Step[]>(
  'steps',
  'endpoint',
  async (ask): Promise<Outcome<readonly Step[]>> => {
    const seen = await ask.get(wire);
    if (seen.kind !== 'known') return seen;
    const { value } = seen;
    const rungs = {
      ...connectionRungs(value),
      ...certificateRungs(value, await ask.get(goVerdict), ask.options.probe?.cert),
      ...serviceRungs(value, ask.options.probe),
    };
    return known(stepIds.map((step) => ({ step, ...rungs[step] })));
  },
);
