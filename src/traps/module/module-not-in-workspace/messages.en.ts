export const en = {
  summary: 'the module lies under a go.work that does not name it',
  title: '{goMod} is not among the modules of {work}',
  label: 'no use line for it in {work}',
  'why-started':
    'go.work holds for every folder below it. Packages that are named by their folders are looked for in its modules only, so builds, tests and vet stop here.',
  'why-built': '{script} runs go {verb} in this module while {work} is in force, which does not name the module.',
  'why-imported':
    'A member of the workspace imports {package}. No member requires the module, and go.work does not give its folder.',
  'bites-pattern':
    'pattern {pattern}: directory prefix . does not contain modules listed in go.work or their selected dependencies',
  'bites-folder':
    'current directory is contained in a module that is not one of the workspace modules listed in go.work. You can add the module to the workspace using: go work use .',
  'bites-within': 'main module ({within}) does not contain package {inside}',
  'bites-imported': '{place}: no required module provides package {package}; to add it: go get {package}',
  'fix-use': 'take the module into the workspace; its requirements then count for all members',
  'fix-off': 'or build it outside of the workspace',
  'seen-why': 'A go.work here or above does not list the module of this folder.',
  'seen-fix': 'add the module to it, or switch it off',
  'nested-why':
    'The folder of the package lies below the module and is not part of it: it has a go.mod of its own, and no go.work names it.',
  'nested-fix': 'name its module in go.work, or require and replace it in go.mod',
  'nested-ask': 'Is there a go.mod in the folder of this package? No: the folder is not there, or has no Go files.',
} as const;
