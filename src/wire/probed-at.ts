import { defineFact } from '../core/fact.ts';
import { known } from '../core/outcome.ts';

/** When the endpoint is judged, by the clock of this machine: milliseconds since 1970. */
export const probedAt = defineFact<number>('probed-at', 'endpoint', ({ host }) => known(host.now()));
