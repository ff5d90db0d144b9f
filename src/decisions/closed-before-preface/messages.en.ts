export const en = {
  title: 'The connection ended before the first words of HTTP/2',
  'what-speaks':
    'What does a probe find first that runs where the client does and speaks as it does? (WAY: `plaintext`, `tls` or `mtls`)',
  tls: 'the server speaks TLS, and the client plaintext',
  'client-certificate': 'the server asks for a client certificate, and gets none that it takes',
  http1: 'a server of HTTP/1 answers',
  other: 'something answers that speaks neither TLS nor HTTP',
  closes: 'the connection is taken and closed without a word',
} as const;
