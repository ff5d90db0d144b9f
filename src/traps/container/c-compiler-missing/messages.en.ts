export const en = {
  summary: 'Cgo is on where a module is built, and there is no C compiler, in an image or on this machine',
  'title-image': 'cgo is on in {by}, and there is no C compiler',
  'title-machine': 'CGO_ENABLED=1 on this machine ({by}), and there is no C compiler on PATH',
  label: 'needs a C compiler',
  'why-package': '{package} ({file}:{line}) has C code, which gcc has to compile. There is none in {by}.',
  'why-library':
    'With cgo on, Go from 1.20 on compiles the C part of package net, which every gRPC program uses. There is no gcc in {by}.',
  bites: 'cgo: C compiler "gcc" not found: exec: "gcc": executable file not found in $PATH',
  'fix-disable': 'switch cgo off: nothing in this program has C code of its own',
  'fix-install-here': 'install a C compiler before the build',
  'fix-install': 'or install a C compiler where it is built',
  'seen-why': 'cgo is on, and the C compiler that it names is not installed here.',
  'seen-fix': 'install a C compiler, or build with CGO_ENABLED=0 where no package needs cgo',
} as const;
