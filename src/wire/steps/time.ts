/** Beyond this no calendar goes, and Date throws. */
const lastTime = 8.64e15;

/** `2026-11-24T12:00:00.000Z`, of milliseconds since 1970; a certificate may name times that no calendar has. */
export function timeText(ms: number): string {
  return Number.isFinite(ms) && Math.abs(ms) <= lastTime ? new Date(ms).toISOString() : '-';
}

/** The day of it. */
export function dayText(ms: number): string {
  return timeText(ms).replace(/T.*$/, '');
}

/** `2`, `1.7`: of milliseconds. */
export function seconds(ms: number): number {
  return Math.round(ms / 100) / 10;
}
