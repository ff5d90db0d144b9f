export const en = {
  summary: 'a dynamically linked program, and no loader or library for it where it is to run',
  'title-loader': '{name} is started by {what}, and {place} has no such file',
  'why-loader':
    'The kernel does not find the loader that the program names, and says of the program itself that it does not exist.',
  'title-libc': '{name} will be linked with {libc}, and {place} has none',
  'why-libc':
    'With cgo the program is linked dynamically. Its loader comes with that C library; without it the kernel says that the program does not exist.',
  'title-library': '{name} needs {what}, and {place} does not have it',
  'why-library':
    'The loader is there and gives up at the first library that it does not find, before any line of Go runs.',
  bites: 'cannot execute: required file not found (bash 5.2), not found (dash), no such file or directory (Go)',
  'bites-image': 'exec /{name}: no such file or directory',
  'bites-library':
    'error while loading shared libraries: {what}: cannot open shared object file: No such file or directory',
  'bites-dll':
    'The code execution cannot proceed because {what} was not found. Reinstalling the program may fix this problem.',
  'fix-dll': 'put {what} beside the program, or link it in: go build -ldflags "-extldflags=-static"',
  'fix-library': 'install the package that has {what}, or build without the package of C code that wants it',
  'fix-static': 'link it statically: its own code has C in it (import "C") and does not compile without cgo',
  'fix-pie': 'build it without -buildmode=pie: that alone asks for a loader, also without cgo',
  'fix-image-glibc':
    'or run it in an image with glibc: debian:bookworm-slim, gcr.io/distroless/base-debian12 (not static, not scratch, not alpine)',
  'fix-image-musl': 'or run it in alpine, or build it in the Debian variant of the golang image',
  'seen-why':
    'The file is there, but the loader that it names is not: a program linked against glibc in an image with musl, or with nothing.',
  'seen-fix': 'build it static (CGO_ENABLED=0), or run it in an image with the same C library',
  'seen-ask':
    'Is the program there (`ls -l`), and does `file` call it dynamically linked? Then its loader or a library is missing here, and not the program.',
} as const;
