export const en = {
  summary: 'go install cannot put programs into its folder: no absolute path, a file, or not writable',
  'title-relative': 'go install refuses GOBIN={value}: it is no absolute path',
  'title-file': 'go install cannot write to {folder}: a file stands there',
  'title-denied': 'go install cannot write to {folder}',
  'why-relative':
    'go env -w GOBIN=… accepts it without a word, builds go on working, and only go install stops, so plugins stay old or missing.',
  'why-unexpanded':
    'Nobody replaced the ~, the variable or the quotes, so the value is no absolute path. Builds go on working; only go install stops.',
  'why-file': '{from} leads to a file. go install makes a folder of that name first.',
  'why-denied': 'This user may not write to {at}. Builds work, and plugins are not renewed.',
  'bites-relative': 'cannot install, GOBIN must be an absolute path',
  'bites-file': 'go install …: mkdir {folder}/: file exists',
  'bites-denied': 'go install …: open {folder}/…: permission denied',
  'fix-file': 'rename the file, or choose another folder in {from}',
  'fix-denied': 'make {folder} yours, or choose another folder of your own in GOBIN',
  'fix-elsewhere': 'choose a folder of your own in GOBIN, and put it on PATH; {at} is not yours to change',
  'seen-why':
    'go install built the program, and cannot put it into its folder: GOBIN, else bin below GOPATH. It wants an absolute path of a folder that this user may write to.',
  'seen-fix': 'set GOBIN to a folder of your own by its absolute path, or take it away, and put that folder on PATH',
} as const;
