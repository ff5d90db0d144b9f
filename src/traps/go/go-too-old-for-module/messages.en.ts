export const en = {
  summary: 'The Go that runs is older than go.mod, go.work or a dependency demands',
  title: '{file} needs Go {needed}, this is Go {running}',
  'title-dependency': '{module} needs Go {needed}, this is Go {running}',
  label: 'needs Go {needed}',
  'why-refused':
    'Since Go 1.21 the go line is a demand. GOTOOLCHAIN={toolchain} forbids to switch to a newer toolchain, so every command in this module stops.',
  'why-advice':
    'Before Go 1.21 the go line is only advice: the build goes on, and fails where the code uses what this Go does not have.',
  'why-uncompilable':
    'Go 1.19.13 and Go 1.20.8 to 1.20.14 compile no package whose go line is above 1.21: loops work differently from Go 1.22 on.',
  'why-unreadable': 'Go before 1.21 cannot read "{text}" and stops at that line of {file}.',
  'bites-refused': 'go: {file} requires go >= {needed} (running go {running}; GOTOOLCHAIN={toolchain})',
  'bites-refused-dependency': 'go: {module} requires go >= {needed} (running go {running}; GOTOOLCHAIN={toolchain})',
  'bites-advice':
    'package cmp is not in GOROOT, undefined: atomic.Int64 and the like, with "note: module requires Go {needed}"',
  'bites-uncompilable': '…: cannot compile Go {language} code',
  'bites-unreadable':
    "{file}:{line}: invalid go version '{needed}': must match format 1.23, or unknown directive: toolchain",
  'fix-order': 'put the Go {version} that is installed before the older one on PATH',
  'fix-upgrade': 'install Go {needed} or newer',
  'seen-why': 'The Go that runs is older than what go.mod, or a package of the standard library, asks for.',
  'seen-fix': 'install a newer Go here (or in this image or job), or let GOTOOLCHAIN=auto fetch it',
  'seen-ask':
    'Where was it printed? In an image or a CI job its own Go counts: `grpc-doctor check` names the stage. Here: does `go version` say what `go env GOROOT` leads to?',
} as const;
