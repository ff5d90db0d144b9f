export const en = {
  summary: 'go.mod asks for a version that does not exist, or for something that is no version',
  'title-major': '{version} does not go with the path {path}',
  'title-no-v': '{version} of {path} lacks the letter v',
  'title-query': '{version} of {path} is no version',
  'title-pseudo': 'no commit can have the version {version} of {path}',
  'title-never': '{path} {version} was never published',
  'title-newer': '{path} {version} is newer than the versions known on {source}',
  'title-proxy': 'the module proxy does not know {path} {version}',
  'why-unreadable': 'go.mod holds complete versions such as v1.2.3, and from v2 on the path ends in /v2.',
  'why-pseudo':
    'A version with a date stands for a commit: its time in UTC, and the first 12 characters of its hash. This one is made up, or a placeholder whose replacement is missing.',
  'why-never': 'It is in no list of published versions, not in go.sum and not in the module cache.',
  'why-newer':
    'It is not in go.sum and not in the module cache, so nobody here has had it yet; the list of versions ends before it.',
  'why-proxy':
    'It is not in go.sum and not in the module cache, and {source} says not found: a wrong version, a tag that was not pushed, or a private module.',
  bites: '{path}@{version}: invalid version: unknown revision {revision}',
  'bites-later':
    'nothing in go build while no code imports it; go mod tidy, go mod download and go list -m all stop: {path}@{version}: invalid version: unknown revision {revision}',
  'bites-major':
    'go: errors parsing go.mod: require {path}: version "{version}" invalid: should be {wanted}, not {written}',
  'bites-no-v': 'go: errors parsing go.mod: require {path}: version "{version}" invalid',
  'bites-query':
    'go: updates to go.mod needed; to update it: go mod tidy (where {version} cannot be looked up: errors parsing go.mod)',
  'fix-letter': 'write the v',
  'fix-path': 'write the path that goes with the version, in the imports too, then go mod tidy',
  'fix-get': 'let go look it up and write the version',
  'fix-nearest': 'take the published version next to it, then go mod tidy',
  'fix-choose': 'look at the published versions, and choose one',
  'seen-why':
    'No such version is to be had at that path: the tag does not exist, was not pushed, or belongs to another module path.',
  'seen-fix':
    'list the versions that there are; a tag of a fork or of a major version belongs to the path that its go.mod declares',
  'seen-ask':
    'Does `go list -m -versions MODULE` list it? Not at all: is it private (GOPRIVATE), of this repository (go.work, replace), or missing on the only proxy that GOPROXY names?',
} as const;
