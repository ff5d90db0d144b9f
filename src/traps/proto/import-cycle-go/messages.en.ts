export const en = {
  summary: 'Go packages of .proto files import each other, though the files do not',
  title: 'the generated Go packages import each other: {path}',
  why: 'Each import of a .proto file becomes an import of its Go package. The files form no circle, their packages do: protoc and buf generate in silence.',
  'why-blind':
    'Each import of a .proto file becomes an import of its Go package. Neither the files nor their proto packages form a circle, the Go packages do: protoc generates in silence, and buf lint sees nothing.',
  bites: 'protoc ends with 0. go build: import cycle not allowed',
  label: 'becomes an import of {package}',
  'fix-package': 'give {file} a Go package of its own, {package}, and let Go code follow',
  'fix-folder': 'move {file} into a folder and a Go package of its own, such as {package}',
  'fix-merge': 'or give all files of these packages the same go_package',
  'seen-why': 'Go packages import each other in a circle; with generated code the go_package options are the reason.',
  'seen-fix': 'give .proto files that need each other the same go_package, and generate them together',
} as const;
