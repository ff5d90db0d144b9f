export const en = {
  summary: 'a program was built for a newer level of x86-64 (GOAMD64) than its processor has',
  title: '{name} is built with GOAMD64=v{wanted}, the processor of this machine has level v{level}',
  why: 'The runtime of Go asks the processor before anything else, and ends where an instruction set of that level is missing.',
  bites: 'This program can only be run on AMD64 processors with v{wanted} microarchitecture support.',
  fix: 'build it for the oldest processor that is to run it; without GOAMD64 that is v1',
  'seen-why': 'The program was built for a newer processor (GOAMD64) than this machine has.',
  'seen-fix': 'build it with GOAMD64=v1',
} as const;
