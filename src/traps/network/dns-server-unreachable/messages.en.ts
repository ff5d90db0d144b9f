export const en = {
  summary: 'A name server does not answer, and a Go client waits for it, up to half a minute for one name',
  'title-silent': 'no name server answers: {servers}',
  'title-refused': 'nobody listens at the name servers {servers}',
  'title-failed': 'the name server {server} cannot tell what {name} is',
  'title-slow': 'a name server does not answer ({servers}); each lookup of {name} waits {seconds} s for it',
  'title-system': 'the resolver of this system has no answer for {name}',
  'why-silent':
    'Go waits for each question, asks each server again, and does all of it for every name that the search list makes: {seconds} s in all. A call without a deadline waits that long; one with a shorter deadline ends with "context deadline exceeded", without a word of DNS.',
  'why-silent-limit':
    'Go would wait {seconds} s for all questions, servers and names of the search list; grpc-go ends it after {limit} s. A call without a deadline waits that long; one with a shorter deadline ends with "context deadline exceeded", without a word of DNS.',
  'why-refused':
    'The machine of the server says that nothing listens there. That costs no time, and every lookup fails at once.',
  'why-default':
    '/etc/resolv.conf is not there, or names no server. Go then asks this machine, at port 53, where nothing listens. libc would do the same.',
  'why-failed':
    'The server answers SERVFAIL: it did not get an answer itself, or does not believe it (DNSSEC). grpc-go tries again later, and tells this error.',
  'why-slow':
    'Go asks the servers in the order of /etc/resolv.conf and remembers nothing: each lookup begins with the dead one again, once for each name that is tried. There is no cache either.',
  'why-system':
    'On this system Go asks the resolver of the system, as this probe did; no name server was asked directly, so nobody can say which of them fails.',
  'fix-ask': 'ask the server yourself; where it is dead, start it, or let UDP and TCP port 53 through',
  'fix-options':
    'take dead servers out of /etc/resolv.conf; a shorter time limits what the others cost (in Kubernetes: dnsConfig of the pod)',
  'fix-local':
    'write a name server into /etc/resolv.conf that answers; with systemd-resolved that is 127.0.0.53, where the service has to run',
  'fix-upstream': 'ask for {name} yourself, and look into the log of that server: which server it asked, and what came',
  'fix-system': 'see which name servers the system asks',
  'seen-why': 'The name server did not answer, or not with an answer.',
  'seen-fix': 'see which one /etc/resolv.conf names, and whether it can be reached from here',
  'seen-ask': 'what does that server answer when it is asked directly? dig @SERVER NAME',
} as const;
