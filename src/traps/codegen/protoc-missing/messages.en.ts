export const en = {
  summary: 'The project generates with protoc, and no protoc is found',
  title: 'no protoc on PATH, and the generated code is not there yet',
  'title-committed': 'no protoc on PATH (needed only to generate again)',
  why: 'Without the generated code the project does not build; go install cannot install protoc, it is no Go program.',
  'why-committed': 'The generated code is in the repository, so builds pass; changing a .proto file needs protoc.',
  bites: 'make: protoc: No such file or directory, or: protoc: command not found',
  'fix-install': 'install protoc together with its include folder (google/protobuf/*.proto)',
  expect: 'prints libprotoc and a version',
  'seen-why': 'A shell or a program looked for protoc on PATH and did not find it.',
  'seen-fix': 'install protoc, and see that its folder is on PATH of the shell that starts it',
} as const;
