export const en = {
  summary: 'one commit, two versions of grpc or protobuf: with go.work and without it',
  title: 'with {work} {path} {here} is built, without it {alone}',
  'title-elsewhere': 'this build uses {path} {here}, that of {place} uses {alone}',
  label: 'the workspace builds {here}',
  'why-off': '{place} switches go.work off, so this module is built there with its own requirements.',
  'why-missing': 'Where {place} builds there is no go.work, so this module is built there with its own requirements.',
  'why-nobody':
    'No command of the project builds this module without go.work. Those who import it, and everybody with GOWORK=off, do.',
  bites: 'no message: go list -m {path} says {here}, with GOWORK=off it says {alone}',
  'bites-broken': '{file}: undefined: grpc.{symbol}, with GOWORK=off only',
  'fix-get': 'write the version of the workspace into go.mod',
  'fix-sync': 'or write the versions of the workspace into the go.mod of every member: go work sync',
  'fix-replace': 'write the same replacement of {path} in go.work and in go.mod',
  expect: '{here}, with GOWORK=off as well',
} as const;
