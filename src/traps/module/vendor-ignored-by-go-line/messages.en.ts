export const en = {
  summary: 'a vendor folder that the go command passes over, because the go line is below 1.14',
  title: '{folder} is not used: {goMod} says go {go}',
  'title-no-line': '{folder} is not used: {goMod} has no go line',
  label: '{folder} is used from go {needed} on',
  'why-other':
    'Without a word the go command builds from the module cache, and not what {folder} holds. A build that asks for {folder} stops, because the two do not fit.',
  'why-same':
    'Without a word the go command builds from the module cache, and downloads what is not there. A build without network fails, and changes made inside {folder} are not compiled.',
  'why-asked':
    'The commands of the project ask for {folder} ({asking}). An editor, and anybody who types go build, gets the modules from the cache or the network instead.',
  bites: '(Go version in go.mod is {go}, so vendor directory was not used.)',
  'fix-raise': 'raise the go line to {needed} and write the folder again: the line alone makes every build stop',
  'fix-remove': 'or delete {folder}, if the modules may come from the proxy',
  expect: 'a path inside {folder}',
} as const;
