export const en = {
  summary: 'The import path in a .proto file does not lead to its Go code',
  'title-prefix': 'go_package {path} of {file} does not begin with {module}, the module= of the command',
  'title-elsewhere': 'the code of {file} lands in {folder}, and Go code imports {path}',
  'title-stale': 'the code of {file} lands in {folder}, and what the project builds is in {meant}',
  'title-relative': 'the code of {importer} will import "{path}", and Go has no relative imports',
  'title-unresolved': 'the code of {importer} will import {path}, which no module has',
  'why-prefix': 'The plugin takes that prefix off each import path to find the folder, and refuses a path without it.',
  'why-elsewhere':
    'Without paths= and module= the whole import path becomes folders below the output folder. There the package has another import path.',
  'why-stale':
    'Without paths= and module= the whole import path becomes folders below the output folder. A run of {command} leaves the committed code as it was.',
  'why-relative':
    'What stands before the semicolon is written into the code of every file of another package that imports this one.',
  'why-unresolved':
    'The path is written into the code of every file of another package that imports this one. Its own code lands in another package: {actual}.',
  'bites-prefix': '--go_out: {path}/{name}.pb.go: generated file does not match prefix "{module}"',
  'bites-elsewhere': 'protoc ends with 0. go build: no package {path}',
  'bites-stale': 'protoc ends with 0, and go build takes the old code',
  'bites-relative': 'go build: "{path}" is relative, but relative import paths are not supported in module mode',
  'bites-unresolved': 'go build: no required module provides package {path}',
  'fix-prefix':
    'write the import path of the output folder into module=, or let the go_package of {file} begin with {module}',
  'fix-prefix-fitting':
    'write module={fitting} into the options of the Go plugins, the import path of the output folder',
  'fix-prefix-managed':
    'write the import path of the output folder into module=, or let what managed mode at {place} writes begin with {module}',
  'fix-module': 'add module={module} to the options of the Go plugins',
  'fix-source-relative':
    'add paths=source_relative to the options of the Go plugins, or module= with the path of the module at the output folder',
  'fix-path': 'write the import path that the code really has: {actual}',
  'fix-managed':
    'let managed mode at {place} give {proto} the path {actual}, where its code lies (go_package_prefix: {prefix})',
  'fix-mapping': 'write M{proto}={actual} at {place}: there its code lies',
  'fix-write': 'write the full import path of the package into {file}, and module= into the options of the command',
  'seen-why': 'go_package of this file does not lie below the module that the option module= names.',
  'seen-fix': 'map the file by an M option, or leave it out: its code belongs to another module',
  'seen-ask':
    'Is {package} a package of this project? Then the go_package of its .proto file, or an M option, names a path that the module does not have. Else require its module.',
} as const;
