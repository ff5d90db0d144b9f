export const en = {
  summary: 'A hash in go.sum is not the hash of what is downloaded',
  'title-published': '{file} has another hash for {module} than the checksum database',
  'title-database': '{file} has another hash for {module} than the checksum database, which was asked just now',
  'title-cache': '{file} and the module cache have different hashes for {module}',
  'title-wrong-cache': 'the module cache holds a {module} that is not the published one',
  'title-other': '{file} and {source} have different hashes for {module}',
  'title-merge': '{file} holds the marks of an unresolved merge',
  'title-malformed': 'line {line} of {file} does not have three words',
  label: 'should be {expected}',
  'label-other': 'the other place has {expected}',
  'why-well-known':
    'This hash is known: go.sum files of 2018 to 2021 hold it. Go before 1.11.4 packed symbolic links into modules, and some tags were moved. No current Go computes it.',
  'why-published': 'What is published under this version has the other hash, so whoever downloads it is refused.',
  'why-database': 'What is published under this version has the other hash, so whoever downloads it is refused.',
  'why-cache':
    'One of the two is not what was published: a tag was moved, a proxy served something else, or the cache was changed.',
  'why-wrong-cache':
    '{file} agrees with the checksum database, {source} does not: a proxy served something else, or the cache was changed.',
  'why-other': 'A version has one content, so one of the two lines is wrong; whose build downloads it is refused.',
  'why-malformed':
    'A line of go.sum is a path, a version and a hash; the go command reads all lines before it uses one.',
  bites: 'verifying {module}: checksum mismatch … SECURITY ERROR',
  'bites-when-downloaded':
    'nothing while no build needs {module}; as soon as one does, and in go mod download: verifying {module}: checksum mismatch … SECURITY ERROR',
  'bites-malformed': 'malformed go.sum: {file}:{line}: wrong number of fields {words}',
  'fix-edit': 'write the hash of {database} into the line; a download that differs is still refused',
  'fix-compare':
    'compare with the checksum database; if go.sum is wrong, delete the line and run go mod download; if the download is, find out who served it',
  'fix-forget': 'take this version out of the module cache; it is downloaded again, and compared',
  'fix-marks': 'take the marks out; the lines of both sides may stay',
  'fix-line': 'mend or delete line {line}, then go mod tidy',
  'seen-why':
    'What was downloaded is not what go.sum, or the checksum database, has recorded: a tag was moved, or somebody changed the bytes on the way.',
  'seen-fix': 'find out why before anything else; take a new version of the module rather than a new hash',
  'seen-ask':
    'Does a browser on this network, or `curl` of the proxy, show a page to sign in, or one that blocks? Then that page came in the place of the module. Are there other modules of the same network that fail?',
  'malformed-why': 'A line of go.sum is no line of go.sum, such as the marks of a merge. The go command stops at it.',
  'malformed-fix': 'take the broken line out and let go mod tidy write what is missing',
} as const;
