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
} as const;
