/** Sentences that several traps share; a trap's own messages come first. */
export const commonEn = {
  'common.unset-goenv': 'take {name} out of {source}',
  'common.unset-variable': 'take {source} out of the shell (and out of its start-up files or the CI settings)',
  'common.drop-flag-goenv': 'take {flag} out of {name} in {source}; the other flags stay',
  'common.drop-flag-variable':
    'take {flag} out of {source} in the shell (and in its start-up files or the CI settings); the other flags stay',
  'common.strike-goenv': 'make {name} in {source} a comment',
  'common.go-install': 'install {package} {version}',
  'common.add-to-path': 'put {folder} on PATH',
  'common.build-without-cgo': 'build it without cgo, if no package of it needs C code',
  'common.check-again': 'this finding is gone',
  'common.download-blocks':
    'go mod download fails after {seconds} s: {modules} modules are to be fetched, {atOnce} at a time, and each request waits {wait} s',
  'common.proxy-last': 'Nothing stands behind it in GOPROXY: there the search ends.',
  'common.proxy-comma':
    'After a comma the go command goes on for 404 and 410 only; any other failure is final, and {behind} is never asked.',
  'common.proxy-log':
    'The log shows no request for the same file after that, of another proxy or of its origin: there the search ended.',
  'common.proxy-final': 'No separator helps: to the go command this is not a failure, so {behind} is never asked.',
  'common.proxy-cached': 'nothing today: all that the build needs is in the module cache or vendored',
  'common.proxy-info': 'go mod download fails; go build needs no .info file',
  'common.proxy-list': 'go get and @latest fail; the versions that go.mod names are served',
  'common.proxy-pipe': 'put | before {behind}, so that the go command goes on there after every failure',
  'common.proxy-drop': 'leave {entry} out',
  'common.proxy-other': 'name a proxy that this network reaches; in CI keep the module cache between jobs',
  'common.proxy-ask': 'ask it yourself, with a limit',
  'common.client-says': 'rpc error: code = {code} desc = {text}',
  'common.go-says': '{text}',
  'decision.fix': 'if that is the answer: grpc-doctor explain {trap} tells the way out',
  'common.build-passes': 'no error',
} as const;
