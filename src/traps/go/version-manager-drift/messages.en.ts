export const en = {
  summary: 'the Go that a file of a version manager asks for is not the Go that runs',
  'title-missing-asdf': '{file} asks asdf for Go {wanted}, which is not installed: go does not start here',
  'title-missing-goenv': '{file} asks goenv for Go {wanted}, which is not installed: go does not start here',
  'title-missing-mise':
    '{file} asks mise for Go {wanted}, which is not installed and may not be downloaded: go does not start here',
  'title-form': '{file} says "{text}", and goenv knows versions by their number alone: go does not start here',
  'title-other-go': '{file} asks for Go {wanted}; PATH finds Go {running} before {manager}',
  'title-override': '{file} asks for Go {wanted}; {variable} makes {manager} start Go {running}',
  'title-unread-asdf': '{file} asks for Go {wanted}, but asdf does not read this file; Go {running} runs',
  'title-unread-mise': '{file} asks for Go {wanted}, but mise does not read this file; Go {running} runs',
  'title-unread-gvm': '{file} says "{text}", and gvm only understands "go{wanted}"; Go {running} runs',
  'title-stale': '{file} asks for Go {wanted}; this shell still has Go {running} of {manager}',
  'title-no-manager': '{file} asks for Go {wanted}; Go {running} runs, and no version manager looks at the file',
  'title-files': '{file2} asks for Go {other}, {file} beside it for Go {wanted}',
  'title-too-old': '{file} asks for Go {wanted}, and {file2} needs Go {needed}',
  'title-toolchain': '{file} wishes for Go {wanted}; GOTOOLCHAIN=local keeps Go {running}',
  'why-missing-asdf':
    'The shim of asdf starts one of the versions that the file names, by its whole name, or nothing. Installed: {have}.',
  'why-missing-goenv': 'The shim of goenv starts the version that the file names, or nothing. Installed: {have}.',
  'why-missing-mise':
    'The shim of mise starts the version that the file names; it is told not to install what is missing. Installed: {have}.',
  'why-form': 'gvm writes go1.25.4, goenv 1.25.4. Each passes over the form of the other. Installed: {have}.',
  'why-other-go':
    'The shims of {manager} stand behind another go in PATH, so the file decides nothing. goenv puts its shims last unless GOENV_PATH_ORDER=front.',
  'why-override': 'The variable stands before every file. Whoever does not have it builds with another Go.',
  'why-unread-asdf': 'asdf reads .go-version only with "legacy_version_file = yes" in ~/.asdfrc.',
  'why-unread-mise': 'mise reads .go-version only if go is named in idiomatic_version_file_enable_tools.',
  'why-unread-gvm':
    'gvm takes the first line that is "go" and a number; it says "Unrecognized command line argument" for any other and goes on with the Go of before.',
  'why-stale':
    'The version was put on PATH when the shell last looked. gvm looks when you cd into the folder, mise at the next prompt.',
  'why-no-manager': 'Whoever uses a version manager builds with Go {wanted}, you with Go {running}.',
  'why-files':
    'mise takes mise.toml, then .tool-versions, then .go-version; asdf .tool-versions first; goenv and gvm only .go-version. Which Go builds depends on who reads.',
  'why-too-old':
    'Before Go 1.21 there is no switching: whoever follows the file gets errors about go.mod or missing packages.',
  'why-toolchain':
    'A toolchain line is only followed where GOTOOLCHAIN allows a switch. Images of golang set it to local.',
  'bites-missing-asdf': 'No version is set for command go',
  'bites-missing-goenv': "goenv: version '{wanted}' is not installed",
  'bites-missing-mise': 'mise ERROR Tool not installed for shim: go',
  'bites-form': "goenv: version '{text}' is not installed",
  'fix-install': 'install the Go that the file asks for',
  'fix-other': 'or write one of those that are installed into {file}: {have}',
  'fix-form': 'write {wanted} into {file}, or use a file that all of you read',
  'fix-order': 'put {folder} before the other go in PATH',
  'fix-same': 'install Go {wanted}, or let your version manager read {file}; if it is out of date, change it',
  'fix-again': 'open a new shell, or cd into the folder again',
  'fix-unread-asdf': 'write "golang {wanted}" into .tool-versions, or "legacy_version_file = yes" into ~/.asdfrc',
  'fix-unread-mise': 'write it into mise.toml, or run: `mise settings add idiomatic_version_file_enable_tools go`',
  'fix-unread-gvm': 'run gvm use go{wanted}; goenv and mise do not know the form that gvm wants',
  'fix-files': 'keep one of the files, or make both say the same',
  'fix-raise': 'raise the version in {file} to {needed} or newer',
  'fix-toolchain': 'install Go {wanted}, or allow the switch: GOTOOLCHAIN=auto',
  expect: 'go{wanted}',
  'seen-why':
    'The go on PATH is a shim of a version manager. The version that it is told to start is not installed, or none is chosen for this folder.',
  'seen-fix': 'install the version that the file of the project asks for, or choose one that is there',
} as const;
