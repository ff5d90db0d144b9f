export const en = {
  summary: 'The processor quota of this container is used up again and again',
  title: 'the processor quota was used up in {percent} % of the periods',
  why: 'The quota is {quota} processors. When it is used up, every thread of the container stands still until the next period, also one that should answer a health check.',
  'why-no-quota':
    'There is no quota any more; the figures are from before. While there was one, every thread of the container stood still when it was used up.',
  bites:
    'answers that come late for no reason to be seen: all threads stood still {throttled} times, {mean} ms in the mean (summed over the processors)',
  'fix-quota': 'give the container more processor time, or no limit and a request only',
  'fix-less': 'or do less at once: GOMAXPROCS at the quota, fewer parallel builds and tests (go test -p, -parallel)',
  verify: 'nr_throttled hardly grows any more',
} as const;
