export const en = {
  summary: 'GOROOT leads go to the tree of another version, or to no Go at all',
  'title-version': 'GOROOT is the tree of Go {root}, but the go on PATH is {running}',
  'title-missing': 'GOROOT={value} does not exist, so no go command runs',
  'title-no-tree': 'GOROOT={value} holds no Go: no standard library and no compiler',
  'title-hidden':
    'GOROOT is the tree of Go {root}, but the go on PATH is {running}; here a switch to Go {wanted} hides it',
  'why-version':
    'The go command takes compiler and standard library from GOROOT, and both must be of its own version. It knows its own tree without the variable, which {source} overrides.',
  'why-missing':
    'The go command looks for its root before anything else. {source} says where, and there is nothing, so not even go env answers.',
  'why-no-tree':
    'The go command takes compiler, standard library and its defaults (GOPROXY, GOSUMDB, GOTOOLCHAIN) from GOROOT, which {source} overrides. Often it is one folder too high or too low.',
  'why-hidden':
    'A toolchain that go switches to gets a root of its own, so this project builds. Outside of it, and in go install of a tool, nothing is switched, and there it fails.',
  'bites-version': 'compile: version "go{root}" does not match go tool version "go{running}"',
  'bites-missing': 'go: cannot find GOROOT directory: {value}',
  'bites-no-tree': 'package fmt is not in std ({value}/src/fmt), and go: no such tool "vet"',
  'fix-manager':
    'choose the Go with {manager} again, or open a new shell: its tree is in GOROOT, and PATH finds another go before it',
  'seen-why':
    'The go command of one installation uses the compiler of another: GOROOT points to the other one, or one was unpacked over the other.',
  'seen-fix': 'unset GOROOT, and remove what was unpacked over another Go',
  'tree-ask':
    'Does `ls "$(go env GOROOT)"/src/fmt` list files? No: GOROOT leads to no complete Go. Yes: the build cache was filled while it did not, and `go clean -cache` helps.',
} as const;
