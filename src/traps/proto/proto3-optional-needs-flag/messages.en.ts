export const en = {
  summary: 'A protoc before 3.15 gets proto3 files with optional fields, and not the flag that it asks for',
  'title-flag': 'protoc {version} takes the optional field {field} of {file} only with {flag}',
  'title-old': 'protoc {version} does not know optional in proto3: {field} of {file}',
  'why-flag':
    'From 3.12 to 3.14 optional fields of proto3 were an experiment that had to be switched on; from {since} on they are not.',
  'why-old': 'Optional fields came to proto3 with 3.12, behind a flag, and without one with {since}.',
  'why-flag-job': 'This job installs a protoc for which optional fields of proto3 are an experiment.',
  'why-old-job': 'This job installs a protoc from before optional fields came to proto3.',
  'why-flag-image':
    'This image brings a protoc for which optional fields of proto3 are an experiment, and plugins for Go.',
  'why-old-image': 'This image brings a protoc from before optional fields came to proto3, and plugins for Go.',
  bites: 'protoc: {says}',
  'fix-flag': 'give protoc {flag}; newer releases take it as well and ignore it',
  'fix-newer-path': 'or install protoc {since} or later and put its folder before that of {source} on PATH',
  'fix-newer-job': 'or install protoc {since} or later here',
  'fix-newer-image': 'or install protoc {since} or later here',
  'fix-newer-distribution': 'or fetch a release of protoc instead of the package: {distribution} stays at {version}',
  'seen-why': 'protoc before 3.15 takes optional in proto3 with a flag only, and before 3.12 not at all.',
  'seen-fix': 'install a newer protoc',
} as const;
