export const en = {
  summary: 'GOROOT is set to the tree that go uses anyway',
  title: 'GOROOT={value} is set, and needs not be: it is the tree of this {version}',
  why: 'The go command finds its own tree. A GOROOT that is set stays when Go is upgraded or another one comes first on PATH, and then every build stops.',
  bites: 'after the next upgrade: compile: version "go1.…" does not match go tool version "go1.…"',
  expect: 'prints the same folder without the variable',
} as const;
