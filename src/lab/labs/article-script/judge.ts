import type { Cell, Row } from '../../lab.ts';

/** How well something that was asked knew what really happens. */
export type Judgement = 'right' | 'false alarm' | 'miss' | 'wrong reason' | 'not measured';

/** The judgement on the scripts and on the doctor, for one row of the article-script lab. */
export interface RowJudgement {
  readonly script: Judgement;
  /** What `grpc-doctor script` prints. */
  readonly ours: string;
  readonly doctorWarm: string;
  readonly doctorCold: string;
}

/** The checks whose red is the true reason, by trap: only these say something about what the trap is. */
const TRUE_REASONS: Readonly<Record<string, readonly number[]>> = {
  'go111module-off': [0],
  'plugin-not-on-path': [1, 2],
  // The fourth check asks for 1.60; what fails needs 1.64. Where it is red, it is red for a version that is too old.
  'regeneration-will-break': [3],
};

/** Judges one row. The first check is red on every default install, so it alone is no warning of anything. */
export function judge(row: Row): RowJudgement {
  const truth = String(row.truth);
  const trap = row.trap === undefined ? undefined : String(row.trap);
  return {
    script: judgeScript(truth, trap, String(row.script)),
    ours: judgeDoctor(trap, row.ours),
    doctorWarm: judgeDoctor(trap, row.doctorWarm),
    doctorCold: judgeDoctor(trap, row.doctorCold),
  };
}

function judgeScript(truth: string, trap: string | undefined, letters: string): Judgement {
  const red = [...letters].flatMap((letter, check) => (letter === 'N' ? [check] : []));
  if (truth === 'healthy') return red.length === 0 ? 'right' : 'false alarm';
  const reasons = TRUE_REASONS[trap ?? ''] ?? [];
  if (red.some((check) => reasons.includes(check))) return 'right';
  return red.some((check) => check > 0) ? 'wrong reason' : 'miss';
}

function judgeDoctor(trap: string | undefined, cell: Cell | undefined): string {
  if (isFailure(cell)) return 'no report';
  const errors = errorsOf(cell);
  if (errors === undefined) return '-';
  const [first] = errors;
  if (first === trap) return 'right';
  if (trap === undefined) return `false alarm: ${first}`;
  return first === undefined ? 'miss' : `wrong: ${first}`;
}

function isFailure(cell: Cell | undefined): boolean {
  return typeof cell === 'object' && cell !== null && 'failure' in cell;
}

/** The traps that the doctor called errors; undefined if it was not asked. */
function errorsOf(cell: Cell | undefined): readonly Cell[] | undefined {
  if (typeof cell !== 'object' || cell === null || Array.isArray(cell)) return undefined;
  const errors = (cell as { errors?: Cell }).errors;
  return Array.isArray(errors) ? errors : undefined;
}
