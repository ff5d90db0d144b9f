export const en = {
  summary: 'neither a home folder nor a setting says where the caches of go are',
  title: 'go knows no place for {names}: {home} is not set',
  why: 'Both caches are below the home folder unless a setting names another place. Services of systemd, cron jobs and bare containers have no home, and go does not make one up.',
  'bites-build':
    'build cache is required, but could not be located: GOCACHE is not defined and neither $XDG_CACHE_HOME nor $HOME are defined',
  'bites-build-darwin':
    'build cache is required, but could not be located: GOCACHE is not defined and $HOME is not defined',
  'bites-build-windows':
    'build cache is required, but could not be located: GOCACHE is not defined and %LocalAppData% is not defined',
  'bites-modules': 'go: module cache not found: neither GOMODCACHE nor GOPATH is set',
  fix: 'give the process a home folder that it may write (settings for {names} are enough for builds, not for every go install)',
  expect: 'prints two paths',
  'seen-why': 'The go command derives its folders from HOME, and HOME is not set here.',
  'seen-fix': 'set HOME in the unit, the image or the job that starts it, or GOPATH and GOCACHE',
  'seen-ask':
    'What does `echo "$HOME"; go env GOPATH` say? No HOME: give the service or container one. A GOPATH that begins with a colon: its first entry is empty.',
} as const;
