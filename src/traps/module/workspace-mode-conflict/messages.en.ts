export const en = {
  summary: 'a -mod flag, or go mod vendor, that the go command refuses while go.work is active',
  'title-setting': 'GOFLAGS has -mod={mod}, and {work} is active',
  'title-command': '{file} runs go {verb} with -mod={mod}, and {work} is active',
  'title-mod-vendor': '{file} runs go mod vendor, and {work} is active',
  'title-modfile': '{file} runs go {verb} with -modfile, and {work} is active',
  'why-old':
    'Go {go} accepts no other -mod than readonly in a workspace. Go 1.22 and later also accept vendor; mod is refused by all.',
  'why-mod': 'In a workspace no build may change a go.mod, so -mod=mod is refused by every Go.',
  'why-no-folder':
    'Go 1.22 and later accept the flag in a workspace and look for a vendor folder beside {work}. There is none; that of a single module does not count.',
  'why-modfile': 'The flag names one file in place of go.mod, and a workspace has several modules.',
  'why-mod-vendor':
    'From Go 1.22 on a workspace has a vendor folder of its own, made by go work vendor. Up to 1.21 the command vendored the module in whose folder it ran.',
  'bites-flag-old': 'go: -mod may only be set to readonly when in workspace mode, but it is set to "{mod}"',
  'bites-flag': 'go: -mod may only be set to readonly or vendor when in workspace mode, but it is set to "{mod}"',
  'bites-no-folder':
    'go: inconsistent vendoring in …: (each requirement) is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt',
  'bites-modfile': 'go: -modfile cannot be used in workspace mode',
  'bites-mod-vendor':
    "go: 'go mod vendor' cannot be run in workspace mode. Run 'go work vendor' to vendor the workspace or set 'GOWORK=off' to exit workspace mode.",
  'fix-drop-flag': 'leave the flag out: readonly is the default',
  'fix-off': 'or leave the workspace for this command; then the versions of the module alone are built',
  'fix-off-vendor': 'or vendor the module alone; builds in the workspace do not read that folder',
  'fix-work-vendor': 'vendor the workspace',
  'fix-make-folder': 'make the vendor folder of the workspace',
  expect: 'the members of the workspace',
  'seen-why': 'A go.work is in force, and this command or -mod is not allowed with it.',
  'seen-fix': 'go work vendor, or GOWORK=off for this command',
} as const;
