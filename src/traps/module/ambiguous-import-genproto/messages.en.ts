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
} as const;
