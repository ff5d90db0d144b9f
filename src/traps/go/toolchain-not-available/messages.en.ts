export const en = {
  summary: 'The go command must switch to a toolchain that it cannot get',
  'title-proxy': 'the toolchain go{wanted} is needed and cannot be downloaded',
  'title-path': 'the toolchain go{wanted} is needed and not on PATH',
  'title-name': 'GOTOOLCHAIN={value} is no name of a toolchain',
  'why-proxy':
    'This is Go {running}, go{wanted} is not in the module cache, and toolchains come through GOPROXY, which is off.',
  'why-path':
    'This is Go {running}, and GOTOOLCHAIN={value} allows to look for a program go{wanted} on PATH only, not to download it.',
  'why-name': 'The go command reads GOTOOLCHAIN before anything else and stops at a value that it does not know.',
  'bites-proxy': 'go: download go{wanted} for {os}/{arch}: toolchain not available',
  'bites-path': 'go: cannot find "go{wanted}" in PATH',
  'bites-name': 'go: invalid GOTOOLCHAIN "{value}"',
  'fix-install': 'install Go {wanted} or newer by hand',
  expect: 'prints go{wanted} or newer',
  'expect-any': 'prints a version',
  'seen-why':
    'go.mod names a Go version that is no release: since 1.21 a release has three numbers, so go 1.22 alone cannot be downloaded by Go 1.21.',
  'seen-fix': 'write the patch number (go 1.22.0), or install that Go',
} as const;
