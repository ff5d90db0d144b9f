export const en = {
  summary: 'The name of the target is in no name server',
  title: 'there is no name {name}',
  'title-search': 'there is no name {name}, nor any of the {names} that the search list makes of it',
  'why-dns':
    'The name server knows no such name. With the resolver dns, which NewClient takes, grpc-go makes an empty list of addresses of that answer, and tells only that: the words "no such host" do not reach the caller.',
  'why-passthrough':
    'The name server knows no such name. With passthrough the dialer looks the name up at every attempt, and its error stands in that of the call.',
  'why-not-asked':
    'A name may have letters, digits, hyphens, dots and underscores, and at least one letter. For any other Go says by itself that there is no such host, and asks nobody.',
  'fix-cluster':
    'look whether the Service {service} is there in the namespace {namespace}; a Service of another namespace needs that namespace in its name',
  'fix-look':
    'look the name up as the machine does, and compare it letter by letter with the one that is meant: {name}',
  'fix-place':
    'run the probe where the client runs: names of Docker Compose are known only in containers of the same network, those of Kubernetes only in its pods, those of a VPN only with it',
  'fix-letters': 'write the target without quotes, spaces and placeholders that nobody filled in: {name}',
  'seen-why': 'The name server that was asked does not know the name.',
  'seen-fix': 'compare the name with that of the service, and the name server with the one that knows it',
  'seen-ask': 'is the name itself there, without an address? Ask for other records of it: dig NAME ANY',
} as const;
