export const en = {
  summary: 'PATH has several versions of go, and its order decides',
  title: 'Go {first} runs, and PATH also has Go {second}',
  why: 'Which go runs depends on the order of PATH, and that is another one in sudo, cron, an IDE or a login shell. {path} comes first here, {other} there perhaps.',
  bites:
    'one project, two versions of Go: caches are filled twice, and a flag or a go line that one knows stops the other',
  fix: 'remove the one that nobody needs, or let go.mod and GOTOOLCHAIN choose versions and keep one go on PATH',
  expect: 'prints go{first} in every shell that builds',
} as const;
