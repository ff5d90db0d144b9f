export const en = {
  summary: 'Generated code needs a newer grpc-go than the build has',
  title: '{file} needs grpc-go {needed}, the build uses {version}',
  'title-many': '{file} and {more} more files need grpc-go {needed}, the build uses {version}',
  label: 'added in grpc-go {needed}',
  why: 'The plugin that made the code belongs to a newer grpc-go; SupportPackageIsVersion{constant} is its way of saying so.',
  bites: 'go build: undefined: grpc.SupportPackageIsVersion{constant} (and {symbols})',
  'bites-streams':
    'go build: undefined: grpc.ServerStreamingClient … too many errors (the constant is not among the first ten)',
  'fix-upgrade': 'bring grpc-go up to what the code needs',
  'fix-older': 'or generate again with protoc-gen-go-grpc {older}, which fits this grpc-go',
  'seen-why': 'Generated code asserts a name that the grpc-go of this build does not have yet.',
  'seen-fix': 'raise google.golang.org/grpc to a release that has it, or generate with an older plugin',
  'seen-ask':
    'What does `git diff` say of the generated file? Changed: the plugin that ran is newer than the project, so take its version back. Not: compare `go list -m google.golang.org/grpc` with GOWORK=off before it; a workspace or a replace may decide.',
} as const;
