export const en = {
  summary: 'A .proto file imports a name that is in none of the roots of its compiler',
  'title-elsewhere': '{file} imports {name}, which lies below {root}, and {root} is no root',
  'title-elsewhere-more': '{count} imports, the first of {name}, need {root} as a root',
  'title-family': '{file} imports {name} of {repository}, which is in no root',
  'title-family-more': '{count} imports, the first of {name}, need the files of {repository}, which are in no root',
  'title-near': '{file} imports {name}, which is in no root; there is {near}',
  'title-nowhere': '{file} imports {name}, which is in no root and nowhere else in the project',
  'title-nowhere-more': '{count} files import {name}, which is in no root and nowhere else in the project',
  'title-unlocked': '{file} imports {name} of {module}, which buf.lock does not have',
  'title-unlocked-more': '{count} imports, the first of {name}, need {module}, which buf.lock does not have',
  'why-protoc':
    'protoc puts the name behind each root (-I, --proto_path; without one the folder it runs in) and takes the first file. The folder of the importing file does not count.',
  'why-buf':
    'buf looks for the name in the modules of the workspace, then in the modules that buf.lock pins, and nowhere else.',
  'bites-protoc': 'protoc: {name}: File not found.',
  'bites-buf': 'buf: {file}:{line}:{column}:imported file does not exist',
  'fix-root': 'give protoc the root: {words}',
  'fix-rename': 'import {near}',
  'fix-name': 'or bring the file under the name that is imported',
  'fix-module': 'make {root} a module: name it under `modules` in buf.yaml, or under `directories` in buf.work.yaml',
  'fix-dependency': 'name the module in buf.yaml and pin it',
  'fix-update': 'pin {module} in buf.lock',
  'fix-go-module': 'take the files out of the Go module that go.mod requires anyway',
  'fix-copy': 'keep a copy of {repository} and make it a root',
  'fix-nowhere': 'mend the name, or bring the file into a root; a folder outside of the project needs an -I of its own',
  'seen-why': 'protoc looks for imports below the roots of -I only, by the name that the import gives.',
  'seen-fix': 'add the root that the import is relative to as -I',
  'seen-ask':
    'Does the file lie below one of the `-I` roots? Then there is a fault in it, and an earlier line of the output says which.',
  'buf-ask':
    'Is the imported file below a folder that buf.yaml names, under that very name? If not, add the folder, or the module to deps and run `buf dep update`.',
} as const;
