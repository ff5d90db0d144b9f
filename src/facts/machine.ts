import { defineFact } from '../core/fact.ts';
import type { Platform } from '../core/host.ts';
import { known } from '../core/outcome.ts';

/** The machine's system and architecture, as Go names them. */
export const platform = defineFact<Platform>('machine.platform', 'machine', ({ host }) => known(host.platform));
