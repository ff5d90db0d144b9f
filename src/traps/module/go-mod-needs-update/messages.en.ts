export const en = {
  summary: 'go.mod lacks a requirement, or names a version that another requirement has overtaken',
  'title-import': '{package} is imported, and {file} does not require {module}',
  'title-overtaken': '{file} has protobuf {written}, but grpc {grpc} requires {needed}',
  'label-import': 'no required module provides this package',
  'label-overtaken': 'grpc {grpc} requires {needed}',
  'why-import': 'Builds are read-only since Go 1.16: the go command does not add a missing requirement, it stops.',
  'why-overtaken': 'A go.mod with a go line of 1.17 or later lists the versions as they are used. Where it contradicts itself the go command stops instead of raising the version.',
  'bites-import': 'no required module provides package {package}; to add it: go get {package}',
  'bites-overtaken': 'go: updates to go.mod needed; to update it: go mod tidy',
  'fix-tidy': 'write what the code needs into go.mod and go.sum',
} as const;
