/** Sentences that several traps share; a trap's own messages come first. */
export const commonEn = {
  'common.unset-goenv': 'take {name} out of {source}',
  'common.unset-variable': 'take {source} out of the shell (and out of its start-up files or the CI settings)',
  'common.go-install': 'install {package} {version}',
  'common.add-to-path': 'put {folder} on PATH',
  'common.check-again': 'this finding is gone',
  'common.build-passes': 'no error',
} as const;
