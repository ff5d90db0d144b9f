export const en = {
  summary: 'Two modules provide the same package: an old undivided genproto (or go-control-plane) and its new part',
  title: '{package} is in both {whole} {version} and {part} {partVersion}',
  label: 'from before the split: still holds the package',
  why: 'The packages moved into modules of their own; this version of {whole} is from before, and go does not choose between two. {importer} needs the package.',
  'why-required':
    'The packages moved into modules of their own; this version of {whole} is from before, and go does not choose between two. It is asked for by {requirers}.',
  bites: 'ambiguous import: found package {package} in multiple modules',
  'fix-raise': 'raise the old module to a version from after the split, then go mod tidy',
  'fix-drop': 'or take the line of {whole} out, or raise the dependency that asks for it, where nothing else needs it',
  'seen-why':
    'Two modules of the build provide the same package: the old whole genproto and a part that was split off.',
  'seen-fix': 'raise google.golang.org/genproto to a version after the split',
} as const;
