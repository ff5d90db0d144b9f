export const en = {
  summary: 'Generated files come from other releases than those that will generate them next',
  'title-job': '{file} and others come from {made}; CI generates with {next} and compares',
  'title-image': '{image} has {tool} {next}; the generated files and another pin say {made}',
  'title-ancient': '{count} generated files come from a protoc-gen-go of 2017 or before, the first is {file}',
  'title-pin': '{count} generated files come from {tool} {made}; the project pins {next}',
  'title-mixed': '{count} files of the step at {place} come from {tool} {made}, the others from {next}',
  'title-protoc': '{count} generated files come from protoc {made}; nothing says which protoc comes next',
  'why-job':
    'The job {job} generates and then runs {command}. Every generated file names the releases that made it, so the comparison fails as long as these differ.',
  'why-image':
    'Every generated file names its protoc and its plugin. Who generates in this image changes that line in all of them, and no check of the project takes that.',
  'why-ancient':
    'Their header is older than the form that tools look for, so linters and reviews take them for hand-written code. They compile only because github.com/golang/protobuf still has what they call.',
  'why-pin':
    'The next generation changes these files even where no .proto file did. That is no fault, but it hides what a change really does.',
  'why-protoc':
    'That release is from before 2020. The script takes any protoc that is on PATH, so the next change of a .proto file rewrites every header as well.',
  'why-mixed':
    'Nothing pins {tool}, so everybody generates with what is at hand, and only a part of the files was made again. The next generation changes the others without need.',
  'bites-job': 'git diff --exit-code ends with 1: - {made} + {next}',
  'fix-regenerate': 'generate again with the pinned releases, and commit that in a change of its own',
  'fix-pin-job': 'or install in {job} what the files were made with',
  'fix-pin-step': 'decide on one release of {tool}, and install it where the step at {place} stands',
  'fix-regenerate-ancient':
    "generate them again with today's plugins; servers then embed UnimplementedXServer, or the option require_unimplemented_servers=false is given",
  'fix-pin-image': 'write {after} instead of {before} in {file}',
  'fix-pin-protoc': 'pin protoc where the plugins are pinned, generate again, and commit that in a change of its own',
} as const;
