export const en = {
  summary: 'go.sum has no hash for a module that go.mod requires',
  title: '{file} has no hash for {module}',
  'title-many': '{file} has no hash for {module} and {count} modules in all',
  'title-no-file': 'there is no {file}, and {count} required modules need a hash in it',
  label: 'no hash in {file}',
  why: 'Builds are read-only since Go 1.16: the go command does not add a missing hash, it stops.',
  bites: 'missing go.sum entry for module providing package {path}; to add it: go get …',
  'bites-go-mod': 'go: {module}: missing go.sum entry for go.mod file; to add it: go mod download {path}',
  'title-behind': '{file} has no hash for the files of {path}, which grpc-go {by} is compiled with',
  'why-behind':
    'Before go 1.17 a go.mod need not name what its requirements import in turn; go.sum has to hold the hashes of those modules all the same, and older go commands left them out until somebody built for this system.',
  'bites-behind':
    'missing go.sum entry for module providing package {package} (imported by {importer}); to add: go get …',
  'fix-tidy': 'write the missing lines (generate code first where it is not there: tidy drops what nothing imports)',
  'seen-why': 'go.sum has no hash for a module that the build needs.',
  'seen-fix': 'go mod tidy, or the go get line that the go command prints',
  'seen-ask':
    'What does `go mod tidy` say? If it fails, its words name the cause: a version that does not exist, or a module that is private.',
} as const;
