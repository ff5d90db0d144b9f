export const en = {
  summary: 'A required module declares another path, or a replacement folder is no module',
  'title-renamed': '{path} is called {declares} now, and go refuses the old path',
  'title-declared': '{path} {version} declares its path as {declares}',
  'title-case': '{path} is written {declares}: capital letters count',
  'title-no-folder': 'the folder {path}, which replaces {required}, does not exist',
  'title-no-go-mod': 'the folder {path}, which replaces {required}, has no go.mod',
  why: 'A module is known by one path, the one in its own go.mod. A repository that can be fetched under a second address is no second module.',
  'why-replacement': 'A replacement must declare its own path or the one that it replaces.',
  'why-folder': 'A requirement that is replaced by a folder is read from there and from nowhere else.',
  'bites-later':
    'nothing in go build while no code imports it; go mod tidy, go mod download and go list -m all stop at it',
  'bites-declared':
    '{path}@{version}: parsing go.mod: module declares its path as: {declares} but was required as: {required}',
  'bites-no-folder': '{required}: replacement directory {path} does not exist',
  'bites-no-go-mod': '{required} (replaced by {path}): reading {path}/go.mod: no such file or directory',
  'fix-rename': 'require it by the path that it declares',
  'fix-keep': 'keep this very code under the path that it declares, by a replacement',
  'fix-imports': 'change the imports of {required} in the code to {declares} ({count} paths), then go mod tidy',
  'fix-drop-replace': 'take the replacement out and use the published module, or put the folder in its place',
  'seen-why': 'The module calls itself by another path than the one it was required by: it was renamed, or is a fork.',
  'seen-fix': 'require it by the path that it declares, or replace it',
} as const;
