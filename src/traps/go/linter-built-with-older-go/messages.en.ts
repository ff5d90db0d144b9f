export const en = {
  summary: 'golangci-lint was built with an older Go than the module asks for',
  title: 'golangci-lint {version} is built with Go {built}, the module says {text}',
  why: 'The linter carries the type checker of the Go that it was built with ({built}). It cannot read a module for Go {target}.',
  'bites-refused':
    "Error: can't load config: the Go language version (go{built}) used to build golangci-lint is lower than the targeted Go version ({target})",
  'bites-export-data':
    'could not load export data: internal error in importing "internal/goarch" (unsupported version: 2)',
  'fix-version':
    'use {fitting}, the first release that is built with a Go new enough (its rules and its configuration may differ)',
  'fix-build': 'or build it with Go {language}',
  'seen-why': 'golangci-lint was built by an older Go than go.mod asks for, and cannot read newer code.',
  'seen-fix': 'take a newer release of golangci-lint, or build it with this Go',
} as const;
