export const en = {
  summary: 'GOPATH is no absolute path, or it is the tree of Go itself',
  title: 'go cannot use GOPATH={value}',
  'title-root': 'GOPATH is the tree of Go itself: {value}',
  'why-tilde':
    'Only a shell replaces ~, and not within quotes or in a file. Go wants absolute paths and stops at this one in every command, go env -u included.',
  'why-variable':
    'Nobody filled in the variable: in quotes, in the GOENV file or in an `env:` line of CI it stays as it is written. Go stops at {entry} in every command.',
  'why-quoted':
    'The quotes belong to the value, so the path does not begin with a slash or a drive. Go stops in every command.',
  'why-relative': 'Go wants absolute paths, and stops at {entry} in every command, go env -u included.',
  'why-empty':
    'The first entry of the list is empty, and in the first one go keeps the module cache and puts programs. Empty entries further back do no harm.',
  'why-root':
    'Go then behaves as if GOPATH were not set, but keeps module cache and installed programs in its own tree, where the next upgrade removes them.',
  'bites-tilde': "go: GOPATH entry cannot start with shell metacharacter '~': {quoted}",
  'bites-relative': 'go: GOPATH entry is relative; must be absolute path: {quoted}.',
  'bites-no-cache': 'go: module cache not found: neither GOMODCACHE nor GOPATH is set',
  'bites-no-bin': 'go: no install location for directory … outside GOPATH',
  'bites-root':
    'warning: both GOPATH and GOROOT are the same directory ({value}); see https://go.dev/wiki/InstallTroubleshooting',
  expect: 'prints an absolute path',
  'seen-why': 'The go command takes absolute paths in GOPATH only, and expands neither `~` nor variables.',
  'seen-fix': 'take GOPATH back to its default, or write the whole path',
} as const;
