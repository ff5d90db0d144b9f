import type { Text } from '../../core/outcome.ts';

/** In the order in which they are taken. */
export const stepIds = [
  'name',
  'tcp',
  'plaintext',
  'tls',
  'chain',
  'go',
  'mtls',
  'http2',
  'health',
  'reflection',
  'hold',
] as const;
export type StepId = (typeof stepIds)[number];

/** One line of the ladder. */
export interface Step {
  readonly step: StepId;
  /** skipped: not taken, or taken only to name the cause: what came of it is not what the client meets. */
  readonly status: 'ok' | 'failed' | 'skipped';
  readonly ms: number;
  /** A key of `i18n/steps`, or of `i18n/reasons` where something is not known. */
  readonly detail: Text;
}

type Rung = Omit<Step, 'step'>;

export function ok(ms: number, key: string, data?: Text['data']): Rung {
  return { status: 'ok', ms: tenths(ms), detail: data ? { key, data } : { key } };
}

export function failed(ms: number, key: string, data?: Text['data']): Rung {
  return { status: 'failed', ms: tenths(ms), detail: data ? { key, data } : { key } };
}

export function skipped(key: string, data?: Text['data']): Rung {
  return { status: 'skipped', ms: 0, detail: data ? { key, data } : { key } };
}

/** Of a step below which the ladder broke, or of a mode that was not tried. */
export function notReached(step: StepId): Rung {
  return skipped('skip.notReached', { step });
}

/** What was done beside the client's way. */
export function beside(rung: Rung): Rung {
  return { ...rung, status: 'skipped' };
}

/** `1.3`: finer than that no time means anything. */
function tenths(ms: number): number {
  return Math.round(ms * 10) / 10;
}
