export const en = {
  summary: 'Programs start more threads than their processor quota allows',
  title: 'programs of this project start with GOMAXPROCS {started}, and the quota is {quota} processors',
  why: "A program looks at the quota of its container only where the go line is {since} or later; here it is {goLine}. Then GOMAXPROCS would be {wanted}. Too many threads use up a period's quota early, and all of them wait for the next period.",
  'why-throttled':
    'A program looks at the quota of its container only where the go line is {since} or later; here it is {goLine}. Then GOMAXPROCS would be {wanted}. The quota is being used up here, again and again: every time all threads wait for the next period.',
  'fix-variable': 'set GOMAXPROCS to {wanted} where the program runs',
  'fix-go-line': 'raise the go line: from 1.25 on, Go reads the quota (and newer language rules hold)',
  'fix-import': 'with an older Go, import go.uber.org/automaxprocs in package main',
} as const;
