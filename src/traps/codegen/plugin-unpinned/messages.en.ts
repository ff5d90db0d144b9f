export const en = {
  summary: 'What decides the bytes of generated code is installed without an exact version',
  title: '{names}: installed without an exact version',
  'title-files': '{names}: installed without an exact version, in {count} files',
  'why-query':
    'What "{version}" stands for changes with every release, so two people get two results from the same files.',
  'why-package': 'The index of the package manager decides which version of {package} it is, on the day of the build.',
  'why-remote': 'Without a version buf runs the newest release of {package}.',
  'why-committed':
    'The committed code was made by {made}. The next installation brings another release, and another result.',
  bites:
    'a large diff after generating, that nobody meant; a check of generated code that fails overnight; code that the runtime library of go.mod does not fit',
  'fix-pin': 'write the release that made the committed code, else the newest',
  'fix-exact': 'name an exact version',
} as const;
