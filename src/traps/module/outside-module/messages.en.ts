export const en = {
  summary: 'Go code that uses gRPC or protobuf and lies in no module',
  title: '{file} is in no Go module',
  'title-many': '{count} Go files in {folders} folders are in no module, the first is {file}',
  label: 'nothing says which version of this is meant',
  why: 'There is no go.mod in its folder or above. Since Go 1.16 the go command builds nothing without one.',
  bites:
    "no required module provides package {import}: go.mod file not found in current directory or any parent directory; see 'go help modules'",
  'fix-init': 'make a module at the root of this code',
  expect: 'lists the packages',
  'seen-why': 'The go command ran where no go.mod is in the folder or above it.',
  'seen-fix': 'change into the folder of go.mod, or go mod init; install tools by go install PACKAGE@VERSION',
  'seen-ask': 'Did you want to install a program? Then it is `go install PATH@VERSION`, which needs no module.',
  'gopath-ask':
    'What does `go env GOMOD GO111MODULE` say? No go.mod: the command runs outside of a module. GO111MODULE=off: modules are switched off.',
} as const;
