export const en = {
  summary: 'The project has Go modules, and no go command is found',
  title: 'no go command on PATH',
  'title-elsewhere': 'no go command on PATH, though there is one in {folder}',
  why: 'Everything but protoc starts with the go command: builds, go install of the plugins, the module cache.',
  bites: 'sh: go: command not found (Windows: "go" is not recognized)',
  'fix-install':
    'install Go from its download page or a package manager, at least the version of the go line in go.mod',
  expect: 'prints a version',
  'seen-why': 'A shell or a program looked for go on PATH and did not find it.',
  'seen-fix': 'install Go, and see that its bin folder is on PATH',
} as const;
