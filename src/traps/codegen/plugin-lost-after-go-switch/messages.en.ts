export const en = {
  summary: 'a plugin was installed for one Go of a version manager, and another Go runs now',
  'title-shim':
    '{plugin} was installed for Go {other}; Go {running} runs now, and the shim of {manager} finds nothing to start',
  'title-gone': '{plugin} lies with Go {other} of {manager}; Go {running} runs now, and its folder has no {plugin}',
  'title-unknown': '{plugin} is installed for Go {running}, and {manager} has no shim for it yet',
  'why-asdf':
    'asdf gives each Go a GOBIN of its own, and a shim starts only what lies with the version that is chosen. What go install wrote stays behind at every switch.',
  'why-mise':
    'mise sets GOBIN to a folder of the version (unless go.set_gobin is false). What go install wrote stays behind at every switch.',
  'why-goenv': 'goenv sets GOPATH to ~/go/VERSION. What go install wrote stays behind at every switch.',
  'why-gvm': 'gvm sets GOPATH to a package set of the version. What go install wrote stays behind at every switch.',
  'why-unknown':
    '{manager} makes shims when it is told to, not when go install writes a program: PATH leads to the shims only.',
  bites: '{plugin}: program not found or is not executable … --{flag}_out: {plugin}: Plugin failed with status code 1.',
  'bites-asdf': 'No version is set for command {plugin} … --{flag}_out: {plugin}: Plugin failed with status code 126.',
  'bites-mise':
    'mise ERROR No version is set for shim: {plugin} … --{flag}_out: {plugin}: Plugin failed with status code 1.',
  'bites-goenv': "goenv: '{plugin}' command not found … --{flag}_out: {plugin}: Plugin failed with status code 127.",
  'fix-again': 'install it again while Go {running} runs, in the version that the project names',
  'fix-reshim': 'let the version manager make its shims anew',
  'seen-why':
    'The plugin on PATH is a shim of a version manager. go install put the program into a folder of one Go; another Go is chosen now, and its folder does not have it.',
  'seen-fix': 'install the plugin again while the Go of the project is chosen, in the version that the project names',
} as const;
