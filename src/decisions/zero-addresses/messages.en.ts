export const en = {
  title: 'The resolver of the client found no address',
  'which-resolver':
    'Who resolves the target? (the word before :/// in it; without one dns since grpc.NewClient, passthrough with grpc.Dial)',
  dns: 'dns',
  own: 'a resolver of a registry (etcd, consul, nacos): it lists no instance, for none is registered under this name or all are unhealthy',
  'has-addresses': 'Has the name addresses, where the client runs?',
  none: 'no: the name does not exist there (gRPC says the same of that), or is spelled otherwise',
  later: 'now it has; when the client asked it had none, as a headless service without ready pods',
  'only-dialer': 'it needs none: only the proxy, or a dialer of the client, knows the name (passthrough:///)',
} as const;
