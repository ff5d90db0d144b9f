export const en = {
  summary: 'The module proxy cannot be reached, and go does not go on to another entry',
  'title-refused': 'the module proxy {entry} refuses the connection',
  'title-no-such-host': 'the name of the module proxy {entry} is not found',
  'title-timeout': 'packets to the module proxy {entry} get lost',
  'title-tls': 'the module proxy {entry} fails the TLS handshake',
  'title-failed': 'the module proxy {entry} gives no answer that is one: {answer}',
  'title-invalid': 'GOPROXY holds {entry}, which is no address of a module proxy',
  'title-not-found': 'the module proxy {entry} does not have {file}, and nothing follows it',
  'why-invalid':
    'The go command refuses the whole list because of it. A single word is kept for names such as direct and off.',
  'bites-refused': 'go: {missing}: Get "{entry}/{file}": dial tcp …: connect: connection refused',
  'bites-no-such-host': 'go: {missing}: Get "{entry}/{file}": dial tcp: lookup …: no such host',
  'bites-timeout':
    'go: {missing}: Get "{entry}/{file}": dial tcp …: i/o timeout, and 30 s for each batch of modules ({count} are to be fetched) until then',
  'bites-tls': 'go: {missing}: Get "{entry}/{file}": tls: … (or: http: server gave HTTP response to HTTPS client)',
  'bites-failed': 'go: {missing}: Get "{entry}/{file}": … ({answer})',
  'bites-invalid': 'go: {missing}: {answer}',
  'bites-not-found': 'go: {missing}: reading {entry}/{file}: 404 Not Found',
  'seen-why': 'The module proxy (or the origin) did not answer.',
  'seen-fix':
    'set GOPROXY to one that this network reaches, with ,direct behind it; grpc-doctor check --network asks each',
  'seen-ask':
    'Does `go env GOPROXY` name another entry behind this one, with a | before it? Else go stops here; a comma goes on at 404 and 410 only.',
} as const;
