export const en = {
  summary: 'A client is made without saying plaintext or TLS',
  title: '{call} has no option about credentials and returns an error',
  'title-gateway': '{call} gives no option about credentials, so its dial fails',
  label: 'neither TLS nor insecure',
  why: 'grpc-go has no default: it neither takes TLS nor plaintext by itself. Without WithTransportCredentials the call fails before anything is sent.',
  bites:
    'grpc: no transport security set (use grpc.WithTransportCredentials(insecure.NewCredentials()) explicitly or set credentials)',
  'fix-tls': 'where the server has TLS, give the credentials',
  'fix-plaintext': 'where the server is plaintext, say so',
  verify: 'no such error',
  'seen-why':
    'The client was given no credentials option, or credentials for calls that ask for TLS on a plaintext connection.',
  'seen-fix': 'say what you mean: credentials.NewTLS, or insecure.NewCredentials for plaintext',
} as const;
