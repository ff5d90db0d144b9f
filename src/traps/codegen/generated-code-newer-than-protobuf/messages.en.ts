export const en = {
  summary: 'Generated code uses what the protobuf runtime of the build does not have',
  'title-names': '{file} uses {wanted}, which protobuf {version} does not have',
  'title-names-many': '{file} and {more} more files use {wanted} and the like, which protobuf {version} does not have',
  'title-constant': '{file} wants {wanted}, which {module} {version} does not have',
  'title-constant-many': '{file} and {more} more files want {wanted}, which {module} {version} does not have',
  'title-edition': '{file} is of edition {wanted}, which protobuf {version} cannot read',
  'title-edition-many': '{file} and {more} more files are of edition {wanted}, which protobuf {version} cannot read',
  'title-optional': '{file} has the optional field {wanted}, at which protobuf {version} crashes',
  'title-optional-many':
    '{file} and {more} more files have optional fields such as {wanted}, at which protobuf {version} crashes',
  label: 'works from {module} {since} on',
  'why-names':
    'The code has the opaque API, which asks the runtime which fields are set. Runtimes have that since {since}.',
  'why-constant': 'The plugin counts on a newer runtime; this constant is its way of saying so.',
  'why-edition': 'At its start a program reads the description of every .proto file that is linked into it.',
  'why-optional':
    'proto3 keeps an optional field in a hidden oneof. Protobuf before {since} looks for the Go field of that oneof, and there is none.',
  'bites-names': 'go build: {says}',
  'bites-constant': 'go build: {says}',
  'bites-edition': 'it builds, and dies before main begins: {says}',
  'bites-optional': 'it builds, and proto.Marshal dies: {says}',
  'fix-upgrade': 'bring the runtime up to what the code needs',
  'fix-drop-replace': 'take the replace out at {place}: the code needs {module} {since} or later',
  'fix-open-api': 'or generate again with --go_opt=default_api_level=API_OPEN, if nobody uses the setters yet',
  'fix-regenerate': 'or generate again with protoc-gen-go 1.26 or later, whose code does not import {module}',
  'seen-why': "Generated code asserts a name of the protobuf runtime that the build's version does not have yet.",
  'seen-fix':
    'raise google.golang.org/protobuf (or github.com/golang/protobuf), or generate with an older protoc-gen-go',
} as const;
