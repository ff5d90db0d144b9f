export const en = {
  summary: 'Generated code imports a .proto file by a name that no package registers',
  title: '{file} imports {import}, and no package registers a file of that name',
  why: 'The file that is meant is registered as {registered}, by {owner}. The two calls of protoc had different roots, and so gave it two names. Go code only needs the Go package, so it builds, and messages are written and read; the descriptor has a gap. There are {count} such names.',
  bites: 'whoever asks {by} for this service, such as grpcurl: proto: could not resolve import "{import}": not found',
  'fix-import':
    'write import "{registered}" in {file}, and generate it again with the root that {owner} was generated with',
  'fix-root': 'give every call of protoc the same root (-I), or generate all files in one call',
  'seen-why':
    'A descriptor names the import {import}, and no package of the program registers a file of that name. Messages are written and read all the same.',
  'seen-fix': 'generate all files with the same roots (-I), so that each has one name, and import it by that name',
  'seen-ask':
    'Does any generated file say `// source:` with that name? One with more or fewer folders: two calls of protoc had different roots. None: the package of that file is not linked.',
} as const;
