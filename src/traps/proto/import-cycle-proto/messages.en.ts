export const en = {
  summary: '.proto files import each other in a circle',
  title: '{count} .proto files import each other: {path}',
  'title-self': '{file} imports itself',
  why: 'A compiler can only read a file when all its imports have been read. Folders, roots and the order of the command make no difference.',
  'why-self':
    'The file would have to be read before it is read. The import brings nothing: a file knows its own names.',
  bites: '{name}:{line}:{column}: File recursively imports itself: {path}',
  'bites-buf': '{file}:{line}:{column}:detected cyclic import while importing "{next}"',
  'fix-third-file':
    'move the messages that both sides need into a file of their own, which imports none of these, and import that one from both',
  'fix-one-file': 'or put what belongs together into one file: messages of one file may use each other freely',
  'fix-remove': 'take the import of {file} out of itself',
  'seen-why':
    'The .proto files import each other in a circle, which no compiler takes; lines about missing imports after it are consequences.',
  'seen-fix': 'move what both need into a third file',
} as const;
