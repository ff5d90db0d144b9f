export const en = {
  summary: 'vendor/modules.txt contradicts go.mod or go.work',
  title: '{folder}/modules.txt and {other} disagree about {module} ({count} in all)',
  'title-no-list': 'the build is told to use {folder}, and there is no {folder}/modules.txt',
  why: 'With a vendor folder the go command compares {other} and modules.txt before anything else, and stops at the first difference.',
  'why-flag':
    'GOFLAGS asks for the vendor folder; the go command compares {other} and modules.txt before anything else.',
  'why-unused':
    'No command builds from this folder: because of the go line it is passed over, and a build with -mod=vendor stops. Once the go line is 1.14 or later, every build stops.',
  'label-listed': 'go.mod requires {required}',
  'why-unused-flag':
    'GOFLAGS has -mod={flag}, so the vendor folder is not used here; wherever that flag is not set, the build stops at the first difference.',
  'bites-required-not-explicit':
    'go: inconsistent vendoring in …: {module}: is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt',
  'bites-required-other-version':
    'go: inconsistent vendoring in …: {module}: is explicitly required in go.mod, but vendor/modules.txt indicates {listed}',
  'bites-explicit-not-required':
    'go: inconsistent vendoring in …: {module}: is marked as explicit in vendor/modules.txt, but not explicitly required in {goMod}',
  'bites-replaced-not-listed':
    'go: inconsistent vendoring in …: {module}: is replaced in {source}, but not marked as replaced in vendor/modules.txt',
  'bites-replaced-otherwise':
    'go: inconsistent vendoring in …: {module}: is replaced by {replacement} in {source}, but marked as replaced by {listedReplacement} in vendor/modules.txt',
  'bites-listed-not-replaced':
    'go: inconsistent vendoring in …: {module}: is marked as replaced in vendor/modules.txt, but not replaced in {whole}',
  'fix-vendor': 'write the vendor folder anew from go.mod',
  'fix-work-vendor': 'write the vendor folder of the workspace anew',
  'expect-members': 'the members of the workspace',
  'seen-why': 'vendor/modules.txt and go.mod name different versions.',
  'seen-fix': 'go mod vendor',
  'seen-ask':
    'Does the build mean to use vendor? `go env GOWORK GOFLAGS` and the go line of go.mod decide: below 1.14 vendor is left out, and a workspace has a vendor folder of its own (`go work vendor`).',
} as const;
