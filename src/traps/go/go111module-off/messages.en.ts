export const en = {
  summary: 'GO111MODULE switches modules off, or has a value that go refuses',
  'title-off': 'GO111MODULE=off: the go command ignores every go.mod',
  'title-invalid': 'GO111MODULE={value} is not a value that the go command knows',
  'why-off':
    'With "off" packages are looked up in GOROOT and GOPATH only. Unset, auto and on all work; only off breaks.',
  'why-invalid': 'Only on, off and auto are known, in small letters; most commands stop at anything else.',
  'bites-off':
    'cannot find package "…" in any of: … (from $GOROOT) … (from $GOPATH), and go: modules disabled by GO111MODULE=off',
  'bites-invalid': 'go: unknown environment setting GO111MODULE={value}',
  expect: 'prints the path of this module',
} as const;
