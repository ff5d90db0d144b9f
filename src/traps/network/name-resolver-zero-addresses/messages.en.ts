export const en = {
  summary: 'The name has no address, and grpc-go says no more than "produced zero addresses"',
  'title-empty': 'the name {name} is there, but has neither an IPv4 nor an IPv6 address',
  'title-refused': 'the name server {server} refuses to say what {name} is',
  'title-lame': 'the name server {server} is not for names such as {name}',
  'why-empty':
    'A name may have other records only: a domain with a mail server, the parent of other names, a Service of Kubernetes that has no ready pods behind it and no address of its own. Go takes such an answer for "no such host", and with the resolver dns grpc-go turns that into an empty list of addresses.',
  'why-refused':
    'The server answers REFUSED: it does not serve this client, or not this zone. Go asks each server twice, and does not tell grpc-go that it may pass; so it becomes an empty list of addresses as well.',
  'why-lame':
    'The server answers without an error and without a record, does not call itself responsible, and asks nobody else: it serves its own zones only. Go passes it over, and where there is no other server, an empty list of addresses is left.',
  'fix-lame':
    'name a server in /etc/resolv.conf that resolves for its clients, or let this one do so (recursion): {server} for {name}',
  'fix-empty':
    'look which records the name has, and give it an A or AAAA record, or dial the name that has one: {name}',
  'fix-pods':
    'for a Service without an address of its own (clusterIP: None): see whether pods are ready, with kubectl get endpointslices',
  'fix-refused':
    'ask the server yourself, then let it serve this network, or name another server in /etc/resolv.conf: {server} for {name}',
  'seen-why':
    'The resolver gave no address: the target is no DNS name (grpc.NewClient asks DNS where Dial did not), or the name has none.',
  'seen-fix': 'for sockets, bufconn and names of a proxy write passthrough:///; for names look with grpc-doctor probe',
  'seen-ask': 'does a name server answer for this name with no address, or refuse to answer? dig NAME',
} as const;
