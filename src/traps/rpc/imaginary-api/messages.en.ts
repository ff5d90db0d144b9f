export const en = {
  summary: 'Code uses names of grpc-go or crypto/x509 that never existed',
  'title-name': '{name} does not exist; what there is: {instead}',
  'title-field': '{name} has no field {field}; it is called {instead}',
  label: 'in no release',
  why: 'Texts on the web use this name, articles and generated answers among them. No release of the package has it, so no upgrade brings it.',
  'why-constrained':
    'No release of the package has this name. A build constraint decides whether this file is compiled; where it is, the build fails.',
  'bites-name': 'go build: undefined: {name}',
  'bites-field': 'go build: … undefined (type {name} has no field or method {field})',
  'bites-literal': 'go build: unknown field {field} in struct literal of type {name}',
  'fix-edit': 'write {instead}, and import what it needs',
  'fix-rename': 'write {instead} in its place',
  'fix-instead': 'use {instead}; explain tells how, as it is not called the same way',
  'fix-upgrade': 'the real one came with grpc-go {floor}: upgrade to it first',
  'seen-why': 'No release ever had that name; texts on the web made it up.',
  'seen-fix': 'use what exists instead: grpc-doctor explain imaginary-api has the list',
} as const;
