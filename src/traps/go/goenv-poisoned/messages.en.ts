export const en = {
  summary: 'the file of go env -w holds an entry that does harm in every shell',
  'title-refused': '{source} keeps {name}={value}, at which go stops',
  'title-platform': '{source} keeps {name}={value}: go builds for another machine than this',
  'title-folder': '{source} keeps {name}={value}, a folder that does not exist',
  'title-pattern': '{source} keeps {name}={value}, which matches no module',
  'why-refused':
    'go env -w, an editor or a script wrote it there, so it is back in every new shell, whatever is unset.',
  'why-platform':
    'It was meant for one build, and stays for all: go run, go test and plugins that go install makes do not start on {os}/{arch}, and with GOBIN set nothing is installed at all. Give it to the one command instead: env {name}={value} go build.',
  'why-folder':
    'Every build makes its temporary folder there first. Such a path is mostly one of another machine, or was cleaned up.',
  'why-pattern':
    'Nothing is unquoted in this file, and a carriage return at the end of a line counts too. So the names of private modules go to the public proxy.',
  'bites-refused': 'grpc-doctor explain goenv-poisoned has the text for each setting',
  'bites-platform': 'go run: exec format error, and go: cannot install cross-compiled binaries when GOBIN is set',
  'bites-folder': 'go: creating work dir: stat {value}: no such file or directory',
  'bites-pattern': 'reading https://proxy.example/…: 404 Not Found, for a module that {name} seems to name',
  'fix-override': 'or let go take it out: with {name} in the environment go env -u runs again',
  expect: 'no longer prints that value',
  'seen-why':
    'The go command refuses the value that {name} has. Such a value is mostly kept in the file of go env -w, and so is back in every shell.',
  'seen-fix': 'take {name} out of the file of go env -w, and out of the environment',
  'seen-ask':
    'Does `env | grep {name}` print something? Then a shell, a script or a job sets it; else it stands in the file that `go env GOENV` names.',
} as const;
