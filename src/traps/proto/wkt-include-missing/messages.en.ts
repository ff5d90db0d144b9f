export const en = {
  summary: 'The protoc that runs has no google/protobuf/*.proto beside it',
  'title-none': '{protoc} has no include folder, so {name} is not found',
  'title-older': 'The include folder of {protoc} has no {name}',
  'why-none':
    'timestamp.proto and its kin are files like any other. protoc looks for them below its roots, then in the folder of its own executable, in include there, and in include beside it, and nowhere else. A protoc from Maven, or a system package without its development files, has none of them.',
  'why-older': 'Each release of protoc brings its own set. {name} was first seen in protoc {since}.',
  bites: 'protoc: {name}: File not found.',
  'fix-package': 'install the development files of the system package, where protoc came from one',
  'fix-beside': 'put the include folder of the same release at {beside}',
  'fix-root': 'or name any folder that has google/protobuf as a last root',
  'fix-newer': 'install protoc {since} or newer, with its include folder',
  'seen-why': 'The files that protoc brings along were not installed with it.',
  'seen-fix': 'copy the include folder of the release beside bin, or name it with -I',
} as const;
