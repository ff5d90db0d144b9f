export const en = {
  summary: 'Go code of a .proto file is used, and was never generated or not committed',
  'title-package': '{package} is imported, and nobody generated it from {proto}',
  'title-service': '{name} is used, and {package} has only the messages of {proto}',
  'why-forgotten':
    'The step at {place} would make it, and other code that this step makes is in the repository: somebody forgot to run it, or to add the new files.',
  'why-messages-only':
    'The step at {place} makes messages only. What a service needs is written by another plugin, protoc-gen-go-grpc.',
  'why-ignored':
    '.gitignore keeps generated files out, and no script, image or job of the project says how to make them.',
  'why-nobody': 'No script, template, image or job of the project generates from {proto}.',
  'bites-package':
    'go build: no required module provides package {package}; to add it: go get {package} (which cannot help: it is a package of this module)',
  'bites-package-no-dot': 'go build: package {package} is not in std',
  'bites-service': 'go build: undefined: {name}',
  'fix-run': 'run the step at {place} and commit what it makes',
  'fix-add': 'add --go-grpc_out with the options of --go_out at {place}, and generate again',
  'fix-generate': 'generate from {proto}, for example so; then write it into a script and commit the files',
  'seen-why':
    'Names that only generated code defines are undefined, or its whole package is not there: a generator was not run, made a part only, or is too old to write them.',
  'seen-fix': 'generate again with both protoc-gen-go and protoc-gen-go-grpc, and commit or build what they write',
  'message-ask':
    'Is there a .pb.go beside the _grpc.pb.go? If not, protoc-gen-go wrote nothing: it was not asked for, or it did nothing (`protoc-gen-go --version` tells its version).',
  'seen-ask':
    'Are there .pb.go files in the folder of this package? None: generate them. They lie elsewhere: the go_package, or the -I and paths of protoc, lead there. Another module of the repository has them: require it, or add it to go.work.',
} as const;
