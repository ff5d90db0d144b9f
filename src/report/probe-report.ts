import type { Examination } from '../core/engine.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Words } from '../i18n/words.ts';
import type { Client } from '../wire/client.ts';
import type { GoVerdict } from '../wire/go-verdict/verdict.ts';
import type { Prediction } from '../wire/prediction/prediction.ts';
import type { RealGoVerdict } from '../wire/real-verdict.ts';
import type { Revocation } from '../wire/revocation/revocation.ts';
import type { Step } from '../wire/steps/step.ts';
import type { Wire } from '../wire/wire.ts';

/** Everything a report may tell of one endpoint. */
export interface ProbeReport {
  /** As it was written. */
  readonly target: string;
  readonly wire: Outcome<Wire>;
  readonly steps: readonly Step[];
  readonly client: Outcome<Client>;
  readonly verdict: Outcome<GoVerdict>;
  readonly prediction: Outcome<Prediction>;
  /** Where `--verify-with-go` was given. */
  readonly realGo?: Outcome<RealGoVerdict>;
  /** Where `--check-revocation` was given. */
  readonly revocation?: Outcome<Revocation>;
  readonly examination: Examination;
  readonly durationMs: number;
  readonly words: Words;
}
