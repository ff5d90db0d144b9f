export const en = {
  summary: 'A package that is C inside is built without cgo, in an image or on this machine',
  'title-image': '{package} needs cgo, and the build in {by} has none',
  'title-machine': '{package} needs cgo, and builds on this machine ({by}) have none',
  'label-set': 'cgo is switched off',
  'label-compiler': 'without a C compiler, Go switches cgo off by itself',
  'why-use':
    'CGO_ENABLED=0 leaves out all C code. {package} ({file}:{line}) then is a stub: everything compiles, and the first use fails.',
  'why-use-by-itself':
    'Since Go 1.20 cgo is off where no C compiler is found. {package} ({file}:{line}) then is a stub: everything compiles, and the first use fails.',
  'why-build': 'CGO_ENABLED=0 leaves out all C code, and most of {package} ({file}:{line}) with it: the build fails.',
  'why-build-by-itself':
    'Since Go 1.20 cgo is off where no C compiler is found. Most of {package} ({file}:{line}) is left out, and the build fails.',
  bites: '{text}',
  'fix-enable': 'switch cgo on for this build (the program then needs the libc that it is built with)',
  'fix-compiler': 'have a C compiler where it is built',
  'fix-instead': 'or use a package without C: {instead}',
  'seen-why': 'The program was built without cgo, and a package in it works with cgo only.',
  'seen-fix': 'build with CGO_ENABLED=1 and a C compiler, or take a package that needs no cgo',
} as const;
