export const en = {
  summary: 'vendor/modules.txt and go.mod contradict each other',
  title: '{folder}/modules.txt and go.mod disagree about {module} ({count} in all)',
  'title-no-list': 'the build is told to use {folder}, and there is no {folder}/modules.txt',
  why: 'With a vendor folder the go command compares go.mod and modules.txt before anything else, and stops at the first difference.',
  'why-flag':
    'GOFLAGS asks for the vendor folder; the go command compares go.mod and modules.txt before anything else.',
  'why-unused':
    'No command builds from this folder: because of the go line it is passed over, and a build with -mod=vendor stops. Once the go line is 1.14 or later, every build stops.',
  'label-listed': 'go.mod requires {required}',
  'why-unused-flag':
    'GOFLAGS has -mod={flag}, so the vendor folder is not used here; wherever that flag is not set, the build stops at the first difference.',
  'bites-required-not-explicit':
    'go: inconsistent vendoring: {module}: is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt',
  'bites-required-other-version':
    'go: inconsistent vendoring: {module}: is explicitly required in go.mod, but vendor/modules.txt indicates {listed}',
  'bites-explicit-not-required':
    'go: inconsistent vendoring: {module}: is marked as explicit in vendor/modules.txt, but not explicitly required in go.mod',
  'bites-replaced-not-listed':
    'go: inconsistent vendoring: {module}: is replaced in go.mod, but not marked as replaced in vendor/modules.txt',
  'bites-replaced-otherwise':
    'go: inconsistent vendoring: {module}: is replaced by another module in go.mod than in vendor/modules.txt',
  'bites-listed-not-replaced':
    'go: inconsistent vendoring: {module}: is marked as replaced in vendor/modules.txt, but not replaced in go.mod',
  'fix-vendor': 'write the vendor folder anew from go.mod',
} as const;
