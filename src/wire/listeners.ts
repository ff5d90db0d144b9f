import { defineFact } from '../core/fact.ts';
import { absent } from '../core/outcome.ts';
import { type Listening, listening } from '../facts/system/listeners.ts';
import { foremost } from './heard.ts';
import { wire } from './ladder.ts';

/** What listens on this machine, where the endpoint refused the connection: the tables of the kernel may be long. */
export const listenersWhereRefused = defineFact<Listening>('listening', 'endpoint', async (ask) => {
  const seen = await ask.get(wire);
  if (seen.kind !== 'known') return seen;
  const refused = foremost(seen.value)?.transcript.connect.kind === 'refused';
  return refused ? ask.get(listening) : absent('no-endpoint');
});
