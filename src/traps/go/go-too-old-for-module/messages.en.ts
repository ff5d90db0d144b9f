export const en = {
  summary: 'The Go that runs is older than go.mod, go.work or a dependency demands',
  title: '{file} needs Go {needed}, this is Go {running}',
  'title-dependency': '{module} needs Go {needed}, this is Go {running}',
  label: 'needs Go {needed}',
  'why-refused':
    'Since Go 1.21 the go line is a demand. GOTOOLCHAIN={toolchain} forbids to switch to a newer toolchain, so every command in this module stops.',
  'why-advice':
    'Before Go 1.21 the go line is only advice: the build goes on, and fails where the code uses what this Go does not have.',
  'why-unreadable': 'Go before 1.21 cannot read "{text}" and stops at that line of {file}.',
  'bites-refused': 'go: {file} requires go >= {needed} (running go {running}; GOTOOLCHAIN={toolchain})',
  'bites-refused-dependency': 'go: {module} requires go >= {needed} (running go {running}; GOTOOLCHAIN={toolchain})',
  'bites-advice':
    'package cmp is not in GOROOT, undefined: atomic.Int64 and the like, with "note: module requires Go {needed}"',
  'bites-unreadable':
    "{file}:{line}: invalid go version '{needed}': must match format 1.23, or unknown directive: toolchain",
  'fix-upgrade': 'install Go {needed} or newer',
} as const;
