export const en = {
  summary: 'One Go package with two names, or two Go packages in one folder',
  'title-names': 'the Go package {path} is called {firstName} by {first} and {secondName} by {second}',
  'title-folder':
    'the code of {first} and {second} lands in the folder {folder} as packages {firstName} and {secondName}',
  'title-hand-written':
    'the code of {first} lands as package {firstName} beside {second}, which is package {secondName}',
  'title-file': 'the code of {first} and {second} lands in the same file, {written}',
  'why-names':
    'One call of the plugin gets the Go packages of all files that it reads, also of those that are only imported, and one import path has one name.',
  'why-folder':
    'A folder holds one Go package. The plugin does not look at what other files, or other calls, put there.',
  'why-hand-written': 'A folder holds one Go package, whoever wrote its files.',
  'why-file':
    'The name of the Go file is the name of the .proto file without its folder, and both have the same Go package.',
  'bites-names':
    'protoc-gen-go: Go package "{path}" has inconsistent names {firstName} ({firstProto}) and {secondName} ({secondProto})',
  'bites-folder': 'protoc ends with 0. go build: found packages {firstName} and {secondName} in {folder}',
  'bites-hand-written': 'protoc ends with 0. go build: found packages {secondName} and {firstName} in {folder}',
  'bites-file': '{written}: Tried to write the same file twice.',
  'fix-names': 'give {first} and {second} the same name behind the semicolon, or import paths of their own',
  'fix-folder': 'give both files one go_package, or move one of them into a folder of its own',
  'fix-hand-written':
    'write ;{secondName} behind the import path in {first}, or let the code land in a folder of its own',
  'fix-file': 'rename one of the files, or give them Go packages of their own',
  'seen-why': 'Files of one folder or one go_package have different Go package names.',
  'seen-fix': 'give the files of one folder one go_package, with one name',
} as const;
