import { broken, healthy, type Special, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'imaginary-api';

/** The project with one more file, whose only function is `told`. */
function using(imports: readonly string[], body: string): Special {
  const list = imports.map((path) => `\t"${path}"\n`).join('');
  const text = `package main\n\nimport (\n${list})\n\nfunc told() {\n\t${body}\n}\n`;
  return { arrange: (site) => site.write('src/hello/told.go', text) };
}

const grpc = 'google.golang.org/grpc';
const titled = (text: string) => ({ en: text, zh: text });
const server = (credentials: string) => `_ = grpc.NewServer(grpc.Creds(${credentials}))`;
const client = (option: string) => `_, _ = grpc.NewClient("hello:50051", ${option})`;

/** What texts tell, and what it is really called. */
const told: readonly (readonly [string, string, readonly string[], string])[] = [
  ['new-insecure', 'credentials.NewInsecure', [grpc, `${grpc}/credentials`], server('credentials.NewInsecure()')],
  ['insecure-option', 'grpc.WithInsecureCredentials', [grpc], client('grpc.WithInsecureCredentials()')],
  [
    'keepalive',
    'grpc.WithKeepalive',
    [grpc, `${grpc}/keepalive`],
    client('grpc.WithKeepalive(keepalive.ClientParameters{})'),
  ],
  ['retry-policy', 'grpc.WithRetryPolicy', [grpc], client('grpc.WithRetryPolicy(nil)')],
  ['verification-error', 'x509.VerificationError', ['crypto/x509'], 'var _ x509.VerificationError'],
  ['rejected', 'x509.RejectedByCallback', ['crypto/x509'], 'println(x509.RejectedByCallback)'],
  [
    'code',
    'x509.CertificateInvalidError: Code',
    ['crypto/x509'],
    'var failed x509.CertificateInvalidError\n\tprintln(failed.Code)',
  ],
  [
    'code-literal',
    'x509.CertificateInvalidError{Code}',
    ['crypto/x509'],
    '_ = x509.CertificateInvalidError{Code: x509.Expired}',
  ],
];
const real: readonly (readonly [string, string, readonly string[], string])[] = [
  [
    'new-credentials',
    'insecure.NewCredentials',
    [grpc, `${grpc}/credentials/insecure`],
    server('insecure.NewCredentials()'),
  ],
  [
    'keepalive-params',
    'grpc.WithKeepaliveParams',
    [grpc, `${grpc}/keepalive`],
    client('grpc.WithKeepaliveParams(keepalive.ClientParameters{})'),
  ],
  ['service-config', 'grpc.WithDefaultServiceConfig', [grpc], client('grpc.WithDefaultServiceConfig("{}")')],
  ['tls-error', 'tls.CertificateVerificationError', ['crypto/tls'], 'var _ tls.CertificateVerificationError'],
  [
    'reason',
    'x509.CertificateInvalidError: Reason',
    ['crypto/x509'],
    'var failed x509.CertificateInvalidError\n\tprintln(failed.Reason)',
  ],
  ['name-mismatch', 'x509.NameMismatch', ['crypto/x509'], 'println(x509.NameMismatch)'],
  ['interceptor', 'grpc.UnaryServerInterceptor', [grpc], 'var _ grpc.UnaryServerInterceptor'],
];

export default trapLab({
  trap,
  title: { en: 'Names that never existed', zh: '从未存在过的名字' },
  question: {
    en: 'Which names that texts on the web use does the compiler not know, and what are they really called?',
    zh: '网上文章使用的哪些名字编译器并不认识？它们真正叫什么？',
  },
  article: [
    '1.tls.new-insecure',
    '1.script.row-coupling',
    '4.1.code-field',
    '4.1.verification-error',
    '4.1.row-name',
    '4.1.row-revoked',
  ],
  environments: [
    ...told.map(([id, title, imports, body]) => broken(id, trap, titled(title), using(imports, body))),
    ...real.map(([id, title, imports, body]) => healthy(id, titled(title), using(imports, body))),
  ],
});
