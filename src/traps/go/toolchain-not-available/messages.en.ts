export const en = {
  summary: 'The go command must switch to a toolchain that it cannot get',
  title: 'the toolchain go{wanted} is needed and cannot be downloaded',
  'title-name': 'GOTOOLCHAIN={value} is no name of a toolchain',
  why: 'This is Go {running}, go{wanted} is not in the module cache, and toolchains come through GOPROXY, which is off.',
  'why-name': 'The go command reads GOTOOLCHAIN before anything else and stops at a value that it does not know.',
  bites: 'go: download go{wanted}: module lookup disabled by GOPROXY=off',
  'bites-name': 'go: invalid GOTOOLCHAIN "{value}"',
  'fix-install': 'install Go {wanted} or newer by hand',
  expect: 'prints go{wanted} or newer',
  'expect-any': 'prints a version',
} as const;
