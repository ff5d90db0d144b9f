export const en = {
  summary: 'the build cache or the module cache cannot take what a build puts there',
  title: 'go may not write its build cache {folder}',
  'title-modules': 'go may not write the module cache {folder}, which lacks {lacks}',
  'title-relative': 'go refuses {name}={value}: it is no absolute path',
  'title-off': 'GOCACHE=off: since Go 1.12 there is no building without a build cache',
  'why-build':
    'The build cache is made and filled by every build, and {at} may not be written by this user. Often sudo made it, or the user of a container has no home folder of its own.',
  'why-filled':
    'What is in {folder} can be used, but nothing new is kept, some commands stop when they cannot write, and another version of Go finds no standard library. Mostly sudo go build has made it.',
  'why-file': 'The build cache is a folder, and {at} is a file.',
  'why-modules':
    'Sources of dependencies are put there before they are compiled, and {at} may not be written by this user. A cache that has everything is only read, and may belong to anybody.',
  'why-relative': 'Nobody replaces ~ or variables in a file or in quotes. Commands that use the cache stop.',
  'why-off': 'It was a way to switch the cache off in Go 1.10 and 1.11; since then every build stops at it.',
  'bites-build': 'failed to initialize build cache at {folder}: mkdir {wanted}: permission denied',
  'bites-filled': 'open {folder}/…-a: permission denied (go vet, go run, go install; not every time)',
  'bites-file': 'failed to initialize build cache at {folder}: mkdir {folder}: not a directory',
  'bites-modules': 'go: could not create module cache, or go: writing go.mod cache: mkdir {wanted}: permission denied',
  'bites-build-relative': 'build cache is required, but could not be located: GOCACHE is not an absolute path',
  'bites-modules-relative': 'go: GOMODCACHE entry is relative; must be absolute path: "{value}".',
  'bites-off': 'build cache is disabled by GOCACHE=off, but required as of Go 1.12',
  'fix-own': 'make {folder} yours, or put {name} into another folder of your own',
  'fix-elsewhere': 'put {name} into a folder that this user may write, or give the user a home folder',
  'seen-why': 'The go command cannot write where its cache is to lie.',
  'seen-fix': 'point the variable at a folder that this user may write, or take it back to its default',
} as const;
