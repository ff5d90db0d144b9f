import type { ObservationKind } from '../core/failure.ts';

/** What kept code from being generated: a package that Go misses below it is only what follows. */
export const generationFailed: readonly ObservationKind[] = [
  'tool-not-found',
  'tool-not-chosen',
  'plugin-not-started',
  'plugin-failed',
  'proto-import-broken',
  'proto-import-missing',
  'proto-circle',
];
