/** True for a day of the calendar, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(text);
  // 2026-02-30 is taken for a day in March by some, for none by others.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
