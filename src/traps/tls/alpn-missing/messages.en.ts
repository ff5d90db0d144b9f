export const en = {
  summary: 'A TLS server does not choose h2 by ALPN, which grpc-go from 1.67 on demands',
  'title-now': '{target} chooses no protocol by ALPN, which grpc-go {grpc} demands',
  'title-later': '{target} chooses no protocol by ALPN: grpc-go {grpc} does without, {first} and later refuse it',
  'title-switched-off': '{target} chooses no protocol by ALPN, and grpc-go {grpc} only takes it because of {setting}',
  'title-refused': '{target} refuses h2: it agrees to other protocols alone',
  'why-now':
    'The handshake works and HTTP/2 is spoken, only the choice is missing. Clients up to {last} do not look; from {first} on they end the connection.',
  'why-later':
    'The handshake works and HTTP/2 is spoken, only the choice is missing. The next update of grpc-go in a client breaks it.',
  'why-switched-off': '{setting} is false in this environment. Releases to come will not know it any more.',
  'why-refused':
    'The server has a list of protocols, such as http/1.1, and h2 is not in it. Every gRPC client offers h2 alone.',
  'fix-server':
    'let the server choose h2: grpc.Creds does it by itself, a tls.NewListener in front of grpc-go does not',
  'fix-refused': 'put h2 on the list of the server or of the proxy before it, if HTTP/2 is spoken there at all',
  'fix-client': 'until then, in the client: a setting for the time between',
  'seen-why': 'Client and server did not agree on HTTP/2 (ALPN h2), which grpc-go demands since 1.67.',
  'seen-fix': 'let whatever ends TLS offer h2; a Go server: grpc.Creds instead of tls.NewListener, or NextProtos h2',
  'seen-ask': 'what does that port speak instead? Ask it: grpc-doctor probe HOST:PORT --as tls',
} as const;
