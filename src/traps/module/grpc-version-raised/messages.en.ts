export const en = {
  summary: 'the build uses a higher grpc or protobuf than go.mod writes',
  title: '{goMod} writes {path} {written}, the build uses {effective}',
  label: 'the build uses {effective}',
  why: 'In a workspace the highest version that any member or its dependencies require is built for all. With GOWORK=off, as in many CI jobs, this module is built with {written}.',
  bites: '{chain}',
  'bites-unknown': 'nobody could be asked which module requires {effective}: go mod graph tells it',
  'fix-get': 'write the version that is built anyway',
  expect: '{effective}',
} as const;
