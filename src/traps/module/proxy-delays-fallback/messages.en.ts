export const en = {
  summary: 'A dead proxy before | makes every request wait',
  title: 'the module proxy {entry} cannot be reached, and every request waits for it before it goes on',
  why: 'After | the go command goes on, but it forgets what it learnt: for each go.mod, .info and .zip file it tries {entry} again first.',
  bites:
    'go mod download takes {seconds} s longer: {modules} modules are to be fetched, {atOnce} at a time, the .info files one after another, and each request waits {wait} s',
  'bites-all':
    'go mod download takes {seconds} s longer: {modules} modules are to be fetched, {atOnce} at a time, and each request waits {wait} s',
  'fix-drop': 'leave {entry} out until it is back',
  'fix-cache': 'in CI keep the module cache between jobs: what it has is not asked for',
} as const;
