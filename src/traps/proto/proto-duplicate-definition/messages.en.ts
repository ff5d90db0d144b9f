export const en = {
  summary: 'Two .proto files that are compiled together define the same full name',
  'title-together': '{file} and {first} both define {name}',
  'title-same-file': '{file} defines {name} twice',
  'title-two-names': '{file} is compiled under two names, {firstProto} and {proto}',
  why: 'A full name, with its package, may be defined once among all files that a compiler reads in one go, also those that are only imported.',
  'why-value':
    'Values of an enum are siblings of the enum, not parts of it: in one package two enums cannot share the name of a value.',
  'why-two-names':
    'A file is known by its name below a root. Nested roots give it two names, and under the second everything in it is defined again.',
  bites: '{proto}:{line}:{column}: "{name}" is already defined in file "{firstProto}".',
  'bites-same-file': '{proto}:{line}:{column}: "{short}" is already defined in "{scope}".',
  'bites-buf': '{first}:{firstLine}:{firstColumn}:`{short}` declared multiple times',
  'fix-rename': 'keep one definition of {name} and import its file, or give one of the files another package',
  'fix-value': 'begin the names of the values with that of their enum: STATUS_UNKNOWN',
  'fix-two-names': 'use one root, and import the file by the same name everywhere',
  'seen-why': 'One name is defined twice: by two files, or by one file that is reached under two paths.',
  'seen-fix': 'keep one root for each file, and one definition for each name',
} as const;
