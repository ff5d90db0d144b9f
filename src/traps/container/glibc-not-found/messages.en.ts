export const en = {
  summary: 'a program was linked with a newer glibc than the one of the place where it is to run',
  'title-glibc': '{name} needs {version}, {place} has glibc {glibc}',
  'title-other': '{name} needs {version} of {library}, and {place} has an older one',
  why: 'A program takes the newest versions of the symbols of the library that it is linked with. An older library does not have them, and its loader refuses to start the program.',
  bites: "{library}: version `{version}' not found (required by {name})",
  'fix-older-build': 'or build it where the library is as old as there: in an image of the same release',
  'fix-newer-image': 'or run it in a newer release of the image',
  'seen-why': 'The program was linked against a newer glibc than the one of the place where it runs.',
  'seen-fix': 'build on the older system or image, or static with CGO_ENABLED=0',
} as const;
