import { defineFact } from '../../core/fact.ts';
import { known, type Outcome, valueIfKnown } from '../../core/outcome.ts';
import { type Client, client } from '../client.ts';
import type { GoVerdict } from '../go-verdict/verdict.ts';
import { wire } from '../ladder.ts';
import { goVerdict } from '../verdict.ts';
import type { Wire } from '../wire.ts';
import { foretell } from './foretell.ts';

/** What the user's own Go client will print. */
export interface Prediction {
  readonly verdict: 'accept' | 'refuse' | 'unknown';
  /** gRPC status: `Unavailable`. Undefined where it works, and where NewClient itself returns the error. */
  readonly code?: string;
  /**
   * The message after `desc = `, word for word; only its own port, which nobody can foretell, is `*` with its address. Empty where it
   * works. Of an endpoint that speaks HTTP/2 it is the answer to a health check.
   */
  readonly text: string;
  /** Other texts that the same client prints now and then: who is first decides. */
  readonly races: readonly string[];
}

/** The words of the client of this run about this endpoint. */
export const prediction = defineFact<Prediction>(
  'prediction',
  'endpoint',
  async (ask): Promise<Outcome<Prediction>> => {
    const [seen, who] = [await ask.get(wire), await ask.get(client)];
    if (seen.kind !== 'known') return seen;
    if (who.kind !== 'known') return who;
    const verdict = valueIfKnown(await ask.get(goVerdict));
    return known(predict(seen.value, who.value, verdict, ask.host.platform.os));
  },
);

/** From what was seen, who looks, and what Go thinks of the chain, to the words of the error. */
function predict(seen: Wire, who: Client, verdict: GoVerdict | undefined, os: string): Prediction {
  const foretold = foretell(seen, who, verdict, os);
  if (foretold === undefined) return { verdict: 'accept', text: '', races: [] };
  if (foretold === 'unforeseen') return { verdict: 'unknown', text: '', races: [] };
  return { verdict: 'refuse', ...foretold };
}
