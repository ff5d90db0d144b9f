import type { Bilingual } from './kit/environment.ts';

/** What cannot be made to happen where the labs run, and what the trap rests on instead. */
export interface NotReproduced {
  readonly why: Bilingual;
  /** A Go source file with its version, or a public thread. */
  readonly source: string;
}

/** Makes the type of a default export explicit. */
export function defineNotReproduced(one: NotReproduced): NotReproduced {
  return one;
}
