export const en = {
  summary: 'a program was built for another system or processor than the one that is to run it',
  'title-system': '{name} is built for {built}, and {place} is to run it',
  'why-system':
    'Each system has a file format and system calls of its own; the kernel refuses the file of another one.',
  'title-processor': '{name} is built for {built}, and {place} is to run it',
  'why-processor': 'The machine code of one processor means nothing to another one, and no emulator is in sight.',
  'title-builder': '{name} is built for {built}, the image gets {place} where it is built on a machine like this one',
  'why-builder':
    'FROM names no platform, so the image has that of the machine that builds it; the program keeps its own.',
  'title-archive': '{name} is a compiled package, not a program',
  'why-archive': 'go build -o writes what the compiler makes of a package. Only for package main is that a program.',
  bites: 'cannot execute binary file: Exec format error',
  'bites-image': 'exec /{name}: exec format error',
  'bites-archive': 'syntax error near unexpected token `newline\' ("!<arch>"), or: exec format error',
  'fix-build': 'build it for {place}',
  'fix-platform': 'leave GOARCH to the image: ARG TARGETARCH and GOARCH=$TARGETARCH in the stage that builds it',
  'fix-archive': 'name the folder with package main and func main: go build -o {name} ./cmd/...',
  'seen-why': 'The image or the binary was built for another processor than the one it is started on.',
  'seen-fix': 'build for the processor of the host: docker build --platform, or GOARCH',
} as const;
