export const en = {
  summary: 'An image or a CI job builds a module with a Go that is older than go.mod or go.work demands',
  title: '{by} has Go {running}, {file} needs {demanded}',
  'title-unreadable': '{by} has Go {running}, which cannot read {file}',
  label: 'Go {running}, needs {demanded}',
  'why-refused':
    'Since Go 1.21 the go line is a demand. GOTOOLCHAIN={toolchain} forbids to switch to a newer toolchain, so "{command}" stops.',
  'why-advice':
    'Before Go 1.21 the go line is only advice: "{command}" goes on, and fails where the code or a dependency uses what Go {running} does not have.',
  'why-uncompilable':
    'Go 1.19.13 and Go 1.20.8 to 1.20.14 compile no package whose go line is above 1.21, so "{command}" stops.',
  'why-unreadable': 'Go before 1.21 cannot read "{text}" ({file}:{line}), and "{command}" stops there.',
  'why-locked':
    'GOTOOLCHAIN={toolchain} lets the go command fetch the toolchain that "{text}" ({file}:{line}) asks for, and {lock} does not.',
  'why-number': 'Without quotes YAML reads the version as a number: what was meant to be {written}0 is {written}.',
  'bites-refused': 'go: {file} requires go >= {demanded} (running go {running}; GOTOOLCHAIN={toolchain})',
  'bites-locked': 'go: download go{needed} …: toolchain not available, or: checksum database disabled by GOSUMDB=off',
  'bites-advice': 'undefined: …, package … is not in GOROOT and the like, with "note: module requires Go {demanded}"',
  'bites-uncompilable': '…: cannot compile Go {language} code',
  'bites-version': '{file}:{line}: invalid go version: must match format 1.23',
  'bites-directive': '{file}:{line}: unknown directive',
  'fix-version': 'use Go {version}',
  'fix-newer': 'bring Go {needed} or newer to this stage',
  'fix-follow': 'or let the version follow the module',
  'fix-switch': 'or let the go command fetch the toolchain that go.mod asks for (needs the network in the build)',
  'seen-why': 'The go command of the image is older than Go {needs}, which the module demands.',
  'seen-fix': 'build with an image of Go {needs} or newer',
} as const;
