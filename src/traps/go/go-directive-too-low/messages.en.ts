export const en = {
  summary: 'Generated code uses a part of Go that the go line of go.mod switches off',
  title: '{goMod} says go {language}, the generated code needs go {needed}',
  'title-no-line': '{goMod} has no go line (so it means {language}), the generated code needs go {needed}',
  label: 'language version of every file in this module',
  why: 'The go line sets the language version for the compiler, whatever toolchain runs. {file} uses what came with Go {needed}.',
  'bites-usesGenericStreams':
    'type instantiation requires go1.18 or later (-lang was set to go{language}; check go.mod)',
  'bites-usesUnsafeStringData':
    'unsafe.StringData requires go1.20 or later (-lang was set to go{language}; check go.mod)',
  'fix-edit': 'raise the go line; newer language rules then hold for this module',
  'title-lineless': '{goMod} has no go line, so its language is {language}',
  'label-lineless': 'and no go line below',
  'why-lineless':
    'Generated code of today needs up to go {needed}. And the next go get or go mod tidy writes the line by itself, with the version of the Go that runs it: everybody with an older Go is then locked out.',
  'fix-tidy': 'choose the line yourself, and let tidy name what a go.mod of that age has to name',
  'expect-line': 'among others "Go": "{needed}"',
  'seen-why': 'Go is new enough, but the go line of go.mod asks for an older language.',
  'seen-fix': 'raise the go line',
} as const;
