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
  'seen-why':
    'With GO111MODULE=off the go command ignores every go.mod and looks for packages in GOROOT and GOPATH only; a value that it does not know stops it.',
  'seen-fix': 'take GO111MODULE out of the environment, and out of the file of go env -w',
  'seen-ask':
    'What does `go env GO111MODULE` say? off: that is the cause. Nothing or on: there is no go.mod in this folder or above it.',
} as const;
