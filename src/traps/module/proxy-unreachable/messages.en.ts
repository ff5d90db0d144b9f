export const en = {
  summary: 'The module proxy does not serve modules',
  'title-refused': 'the module proxy {entry} refuses the connection',
  'title-no-such-host': 'the name of the module proxy {entry} is not found',
  'title-timeout': 'the module proxy {entry} cannot be reached',
  'title-silent': 'the module proxy {entry} accepts the connection and never answers',
  'title-tls': 'the module proxy {entry} fails the TLS handshake',
  'title-failed': 'the module proxy {entry} cannot be asked',
  'title-status': 'the module proxy {entry} answers {answer}',
  'title-html': 'the module proxy {entry} answers with a web page, perhaps of a login',
  'title-not-found': 'the module proxy {entry} does not know grpc, and nothing follows it',
  why: 'It is the last entry that the go command would ask.',
  'why-comma':
    'After a comma the go command goes on to the next entry for 404 and 410 only; any other failure is final.',
  bites: 'go build: {missing} (and {count} in all) cannot be fetched: {answer}',
  'bites-silent': 'go waits for ever, there is no time limit: {count} modules are to be fetched',
  'bites-cached': 'nothing today: every required module is in the cache or vendored',
  'fix-other':
    'name another proxy, or put | between the entries so that every failure goes on (private names then go to the next one too)',
} as const;
