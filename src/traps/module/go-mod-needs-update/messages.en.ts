export const en = {
  summary: 'go.mod lacks a requirement, or names a version that another requirement has overtaken',
  'title-import': '{package} is imported, and {file} does not require {module}',
  'title-absent': '{file} has grpc {grpc}, but not {requires}, which it needs',
  'title-overtaken': '{file} has {requires} {written}, but grpc {grpc} requires {needed}',
  'label-import': 'no required module provides this package',
  'label-absent': 'grpc {grpc} imports packages of {requires}',
  'label-overtaken': 'grpc {grpc} requires {needed}',
  'why-import': 'Builds are read-only since Go 1.16: the go command does not add a missing requirement, it stops.',
  'why-complete':
    'A go.mod with a go line of 1.17 or later lists every version as it is used. Where something is missing or too low the go command stops instead of mending it.',
  'bites-import': 'no required module provides package {package}; to add it: go get {package}',
  'bites-complete': 'go: updates to go.mod needed; to update it: go mod tidy',
  'fix-tidy': 'write what the code needs into go.mod and go.sum',
  'seen-why':
    'What go.mod requires and what its requirements require do not agree, and this go command may not change go.mod.',
  'seen-fix': 'let go mod tidy write it, and commit the difference',
  'seen-ask':
    'Which version did `go install` or a generator raise (`git diff go.mod`, `go mod tidy -diff`)? A plugin of another age writes code that imports other modules.',
  'import-why': '{package} is imported, and no module that go.mod requires has it.',
  'import-fix':
    'require the module that has it; where the package is generated, generate it first; where it is of this repository, name its module in go.work',
  'import-ask':
    'Where is {package} meant to come from? A published module: `go get` it. A folder of this repository with its own go.mod: go.work or a replace. A generator: run it.',
} as const;
