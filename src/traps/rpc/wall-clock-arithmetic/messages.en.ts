export const en = {
  summary: 'An elapsed time is computed from the wall clock',
  title: '{expression} follows the wall clock',
  'title-many': '{expression} follows the wall clock, and so do other elapsed times ({count} in all)',
  label: 'wrong by as much as the clock is set in between',
  'why-numbers':
    '{by} gives the time of day as a number; the monotonic reading of time.Now is not in it. The difference of two such numbers also counts what the clock was set by.',
  'why-stripped':
    '{by} in line {start} takes the monotonic reading away, so the elapsed time is computed from the time of day.',
  bites: 'negative or far too long times in logs and metrics, when the clock is set or a virtual machine wakes up',
  'bites-decides': 'a time-out that comes at once, or not for as long as the clock was set back',
  'fix-edit': 'measure with the monotonic clock',
  'fix-numbers': 'keep what time.Now returns, and ask time.Since; make a number of it only where one is stored or sent',
  'fix-stripped':
    'keep what time.Now returns for the elapsed time, and call {by} only where the time of day is shown or stored',
} as const;
