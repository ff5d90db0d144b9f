export const en = {
  summary: 'Two packages of one program register the same .proto file, or the same name',
  'title-file': '{root} brings in two packages that register the file {name}',
  'title-symbol': '{root} brings in two packages that both register {name}',
  'title-package': '{root} brings in {name} twice: as a .proto package, and as a name in another one',
  'title-extension': '{root} brings in two packages that extend {extends} by the same number, {name}',
  'title-tests': 'the tests of {root} bring in two packages that collide over {name}',
  'why-file':
    'A program may have one .proto file of a name, and the name is the path below the root that protoc was given. {first} and {second} both have {name}.',
  'why-file-short':
    'A program may have one .proto file of a name, and the name is the path below the root that protoc was given. For {first} and for {second} that root was the folder itself, so nothing stands before {name}.',
  'why-copy':
    'All that one of the two packages registers, the other one has too: {first} and {second} were generated from copies of one .proto file.',
  'why-symbol':
    'Full names are one space for the whole program, whatever files and Go packages they come from. {first} and {second} collide in {count} of them.',
  'why-package':
    'What is the name of a package in one file cannot be the name of a message in another one: {first}, {second}.',
  'why-extension':
    'A message can be extended by a number once. Numbers from 50000 on belong to nobody, and {first} and {second} took the same one.',
  'bites-panics-file': 'it builds, and before main runs: panic: proto: file "{name}" is already registered',
  'bites-panics-symbol': 'it builds, and before main runs: panic: proto: file "{file}" has a name conflict over {name}',
  'bites-panics-message': 'it builds, and before main runs: panic: proto: message {name} is already registered',
  'bites-panics-package':
    'it builds, and before main runs: panic: proto: file "{file}" has a package name conflict over {name}',
  'bites-panics-extension':
    'it builds, and before main runs: panic: proto: extension number {name} is already registered on message {extends}',
  'bites-allowed':
    'where that setting is missing, it panics before main runs; where it holds, a lookup by name finds one of the two',
  'bites-warns': 'protobuf {runtime} writes a WARNING about {name} at the start and goes on; from {since} on it panics',
  'fix-copy':
    'take {own} out, and import {other} instead (an M option of protoc-gen-go tells others where the file is now)',
  'fix-file':
    'generate {own} again with the -I of a folder further up, so that the name of its .proto file is longer, such as {longer}; imports of it in other .proto files change with it',
  'fix-symbol': 'give {own} a .proto package of its own, and generate it again: clients then see the new name',
  'fix-package': 'rename the .proto package of {own}, or the message that is called like it, and generate again',
  'fix-extension': 'give the extension in {own} another number, and generate it again',
  'fix-dependencies':
    'both packages are of other modules, {first} and {second}: look for versions that share one, or keep one of them out of this program',
  'fix-stopgap': 'until then, let it start with a warning: lookups by name then find only one of the two',
  verify: 'it gets as far as main, without a panic of protoregistry',
  'seen-why': 'Two packages that are linked into the program register the same .proto file or name.',
  'seen-fix': 'give the files different paths and packages, and generate again; grpc-doctor check names both packages',
} as const;
