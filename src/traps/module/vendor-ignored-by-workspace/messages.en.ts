export const en = {
  summary: 'a vendor folder that no build reads because of go.work',
  'title-of-module': '{work} is active, so {dir} is not read',
  'title-of-module-other': '{dir} has {module} {vendored}, and the workspace of {work} builds {built}',
  'title-old-go': 'Go {go} does not read {dir}, which go work vendor made',
  'title-old-go-other': 'Go {go} does not read {dir}: it has {module} {vendored}, and {built} is built',
  'title-no-go-line': '{work} has no go line, so {dir} is not read',
  'title-no-go-line-other':
    '{work} has no go line, so {dir} with {module} {vendored} is not read, and {built} is built',
  'title-outside': '{dir} is that of a workspace, and {work} is not in force',
  'title-outside-other': '{dir} is that of a workspace with {module} {vendored}, and without {work} {built} is built',
  label: 'the build takes {built}',
  'why-of-module':
    'In a workspace the vendor folder of a module is passed over without a word, by every Go since 1.18. What was patched in it is not compiled, and a build without network needs the module cache.',
  'why-of-module-read':
    'In a workspace the vendor folder of a module is passed over without a word, by every Go since 1.18. {reader} builds without the workspace and reads it: the two do not build the same.',
  'why-old-go':
    'The vendor folder of a workspace is read by Go {needed} and later. This Go passes over it without a word, whether it fits or not.',
  'why-no-go-line':
    'The go command reads the vendor folder of a workspace by itself only where go.work has a go line of 1.14 or later.',
  'why-outside':
    'Its first line, `## workspace`, keeps Go {needed} and later from reading it outside of the workspace. The modules come from the module cache or the network instead.',
  bites: 'no message; on a machine with nothing but the checkout: module lookup disabled by GOPROXY=off',
  'fix-work-vendor': 'make a vendor folder of the workspace: builds in it then read that one',
  'fix-off': 'or build without the workspace: then the folder of the module is read',
  'fix-remove': 'or delete {dir}, if the modules may come from the proxy',
  'fix-newer-go': 'use Go {needed} or later',
  'fix-go-line': 'give go.work a go line',
  'fix-outside':
    'build in the workspace, with go.work there; or ask for the folder by -mod=vendor; or make the one of the module with go mod vendor',
  expect: 'a path inside of a vendor folder',
} as const;
