export const en = {
  summary: 'A generated file says something else than its .proto file, or its .proto file is gone',
  'title-added': '{file} was made before {name} came into {proto}',
  'title-removed': '{file} still has {name}, which is no longer in {proto}',
  'title-name': '{file} says {before} for what is {name} in {proto}',
  'title-number': '{name} is {after} in {proto} and {before} in {file}',
  'title-type': '{name} has the type {after} in {proto} and {before} in {file}',
  'title-label': '{name} has another label in {proto} than in {file}: {after}, not {before}',
  'title-oneof': '{name} has moved into or out of a oneof in {proto}, and {file} knows nothing of it',
  'title-json-name': '{name} is {after} in JSON by {proto}, and {before} by {file}',
  'title-input': '{name} takes {after} in {proto} and {before} in {file}',
  'title-output': '{name} gives {after} in {proto} and {before} in {file}',
  'title-streams': '{name} streams in another way in {proto} than in {file}: {after}, not {before}',
  'title-package': '{proto} has the package {after}, and {file} was made when it was {before}',
  'title-syntax': '{proto} is written in {after}, and {file} was made when it was in {before}',
  'title-go-package': '{proto} leads to the Go package {after} now, and {file} is of {before}',
  'title-orphan': '{file} was made of {source}, which is gone',
  'title-orphans': '{files} generated files were made of .proto files that are gone, the first is {file}',
  'why-messages':
    'A generated file carries a description of the .proto file that it was made of. Differences to {proto} of today: {count}.',
  'why-messages-many':
    'A generated file carries a description of the .proto file that it was made of. In {files} files of this module it differs from the .proto file of today; differences of the first: {count}.',
  'why-services': 'The messages of {proto} are of today, but its gRPC code was not made again. Differences: {count}.',
  'why-services-many':
    'In {files} files of this module the gRPC code is older than the .proto file; differences of the first: {count}.',
  'why-go-package':
    'The file was made before go_package changed. The next generation writes the same types into another package, and leaves this file as it is.',
  'why-orphan':
    'Other .proto files of its folder are still in {home}, such as {neighbour}. No plugin removes what it once made, and nothing makes this file again.',
  'bites-missing': 'go build, where somebody uses it: … undefined (type … has no field or method …), or undefined: …',
  'bites-method':
    'clients cannot call it, and who calls a server with this code gets: code = Unimplemented desc = unknown method',
  'bites-wire': 'it builds and runs: a program with newer code and one with this code read wrong values of each other',
  'bites-call': 'it builds; a call between newer code and this code fails, or hangs until its deadline',
  'bites-json': 'it builds; JSON of this program has other names than {proto} says',
  'bites-next': 'whoever generates next, for whatever reason, finds this change in the diff as well',
  'bites-go-package':
    'after generating again: the old package is still there, and a program with both panics at start: proto: file is already registered; or two package clauses in one folder do not compile',
  'bites-orphan':
    'its types stay as they are for ever; where another file gets them: go build: redeclared in this block',
  'fix-generate': 'generate again from {proto} as the project does it, and commit the files',
  'fix-generate-by': 'generate again by the step at {place}, and commit the files',
  'fix-left-behind':
    'and remove the old file, and what other plugins made of {proto} beside it; code that imports {before} imports {after} from now on',
  'fix-remove': 'remove what nothing makes any more, if no code uses it',
  'fix-restore': 'or bring {source} back',
  'seen-why':
    'Code uses {name} of a generated type, and the generated code does not have it. It was made before that came into the .proto file, or {name} is spelled in another way.',
  'seen-fix': 'generate again from the .proto file as the project does it, and commit the files',
  'seen-ask':
    'Does the .proto file have it (`grep -rin {name} --include=*.proto .`)? Then the generated code is older than that file; else look for its name in Go.',
  'twice-why':
    '{file} and {other} declare the same. Plugins do not remove what they made before a .proto file was renamed or moved.',
  'twice-fix': 'remove the generated file whose .proto file is gone, and generate again',
  'twice-ask':
    'Does the .proto file that each of {file} and {other} names behind `// source:` still exist? If both do, they define the same names.',
} as const;
