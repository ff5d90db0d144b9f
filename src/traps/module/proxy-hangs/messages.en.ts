export const en = {
  summary: 'A module proxy never answers, and go waits for ever',
  'title-silent': 'the module proxy {entry} accepts the connection and never answers',
  'title-slow': 'the module proxy {entry} did not answer in time for {file}, but it did for other files',
  'title-endless': 'the answer of the module proxy {entry} to {file} does not end',
  'title-log': '{host} did not answer {count} of the {requests} requests in the log',
  'why-log':
    'go -x prints a second line for a request as soon as its answer begins, or when it has failed. These have none.',
  'bites-log': 'go was still waiting for them: there is no limit for an answer',
  'fix-log': 'leave {host} out of GOPROXY, or see what is between it and you: a firewall, an HTTP proxy, a login',
  'bites-silent':
    'go waits for ever, there is no limit for an answer; it prints nothing, or only: go: downloading {missing}',
  'bites-slow':
    'go waits as long as the proxy takes, without a word: perhaps it fetches this version for the first time',
  'bites-endless': 'go reads on for ever; it prints nothing, or only: go: downloading {missing}',
  'fix-limit': 'give the download a limit of its own, and let it say what it waits for',
} as const;
