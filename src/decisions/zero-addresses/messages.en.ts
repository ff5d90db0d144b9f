export const en = {
  title: 'The resolver of the client found no address',
  'which-resolver':
    'Who resolves the target? (the word before :/// in it; without one dns since grpc.NewClient, passthrough with grpc.Dial)',
  dns: 'dns, the resolver of gRPC itself',
  own: 'a resolver of a registry (etcd, consul, nacos): it lists no instance, for none is registered under this name or all are unhealthy',
  'has-addresses': 'Has the name addresses, where the client runs?',
  none: 'the name has no address there: it does not exist (gRPC says the same of that), or is spelled otherwise',
  later: 'the name has addresses now, and had none when the client asked, as a headless service without ready pods',
  'only-dialer':
    'the name needs no address: only the proxy, or a dialer of the client, knows the name (passthrough:///)',
} as const;
