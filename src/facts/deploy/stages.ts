import { defineFact } from '../../core/fact.ts';
import { known } from '../../core/outcome.ts';

/** A place with a toolchain of its own: a stage of an image or a job of a CI configuration. */
export interface Stage {
  /** `FILE#NAME`. */
  readonly id: string;
  readonly kind: 'image' | 'job';
  readonly file: string;
  readonly line: number;
}

export const stages = defineFact<readonly Stage[]>('project.stages', 'project', () => known([]));
