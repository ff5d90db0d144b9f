export const en = {
  summary: 'GOFLAGS holds a flag that this go command does not take',
  title: 'this go command refuses GOFLAGS={value}',
  why: 'GOFLAGS is read by every go command, so one bad word stops builds, installs and editors alike. A flag of a newer Go is such a word for an older one.',
  bites: '{complaint}',
  expect: 'prints a version',
  'seen-why': 'GOFLAGS holds something that this go command does not know as a flag.',
  'seen-fix': 'look where it was set, and take it out; each entry begins with `-`',
} as const;
