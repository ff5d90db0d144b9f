export const en = {
  summary: 'The target is not written as grpc-go reads it: as a URL, with a slash too few, as a list',
  'title-url': 'a target of grpc-go is no URL: there is no scheme {scheme}',
  'title-resolver':
    'grpc-go has no scheme {scheme} by itself: only a program that registers such a resolver can dial this',
  'title-slashes':
    'what stands behind {scheme}:// is not the target: {server} was taken for something else, and the target is empty',
  'title-socket': 'the path of a socket needs three slashes, or none',
  'title-list': 'grpc-go takes no list of targets: {text}',
  'title-brackets': 'an IPv6 address needs brackets before a port: {text}',
  'title-path': 'a target has no path: {text}',
  'title-escape': 'grpc-go cannot read the target: {text}',
  'title-no-port': 'the target has no port, or nothing at all: {text}',
  'title-port': 'there is no such port: {text}',
  'title-other': 'grpc-go refuses the target: {text}',
  'why-url':
    'Of what it does not know grpc-go makes an endpoint as a whole: it takes "{scheme}" for the host and the rest for the port, or finds too many colons. Whether TLS is used is decided by the credentials, never by the target.',
  'why-resolver':
    'A program gets more schemes by importing a package (xds: google.golang.org/grpc/xds) or by resolver.Register. Without it grpc-go takes "{scheme}" for a host. Which of both is the case for your program cannot be seen from here, and what is behind the scheme was not probed.',
  'why-slashes':
    'Between the second and the third slash stands the `authority`: with dns the name server to ask, with passthrough nothing that counts. The target follows after the third slash.',
  'why-socket':
    'Behind two slashes stands a host, and a socket has none: unix:///run/x.sock is the absolute path, unix:run/x.sock a relative one.',
  'why-list':
    'The endpoint is host and port. Several addresses come from one name with several records, or from a resolver of the program; there is no list in the text.',
  'why-brackets': 'With more than one colon nobody can tell the address from the port.',
  'why-path':
    'All that follows the colon is taken for the port. The path of a call is the name of its method, and the client writes it.',
  'why-escape':
    'A target is read as a URL after all: "%" begins an escape of two digits, and control characters are refused. A zone of IPv6 is written with %25.',
  'why-port':
    'Behind the colon has to stand a number up to 65535, or a name that the system knows as a service of TCP.',
  'why-no-port':
    'Only the resolver dns adds a port, 443, and only where no colon stands. passthrough, which Dial and DialContext take, hands the text to the dialer as it is.',
  'why-other': 'The resolver cannot tell host and port apart in what it got.',
  'fix-write': 'write: {target}',
  'fix-tls': 'for TLS give credentials.NewTLS as transport credentials, for plaintext insecure.NewCredentials()',
  'fix-resolver': 'import the package that registers {scheme}, and probe host and port that its resolver gives',
  'fix-form': 'the forms are host:port, dns:///host:port, passthrough:///host:port, unix:///path and [IPv6]:port',
  'seen-why':
    'The target is not written as grpc-go reads it: a scheme that it has no resolver for, a slash too few, an IPv6 address without brackets, a port that is none. So the whole of it was taken for an address.',
  'seen-fix': 'write HOST:PORT, or dns:///HOST:PORT; a resolver of your own has to be registered before',
  'seen-ask':
    'what target does the client dial? Print it; a list of addresses needs a resolver of its own (manual, or one for the scheme)',
} as const;
