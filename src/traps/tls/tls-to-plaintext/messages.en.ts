export const en = {
  summary: 'A client begins with TLS, and the server speaks plaintext',
  title: '{target} speaks plaintext, and the client begins with TLS',
  why: 'The server takes the ClientHello for a broken HTTP/2 preface, and what it answers is no TLS record. In plaintext {address} answers with HTTP/2 at once.',
  'fix-server': 'give the server a certificate: grpc-go listens in plaintext until it has credentials',
  'fix-client':
    'or let the client speak plaintext, inside of a network that you trust: no password and no token may go over it',
  'title-code': '{file} dials {target} with TLS, where {server} listens in plaintext',
  'why-code':
    'No other server of the project has this port, both sides are constants, and a server of grpc-go without grpc.Creds is plaintext.',
  'bites-code':
    'rpc error: code = Unavailable desc = connection error: desc = "transport: authentication handshake failed: tls: first record does not look like a TLS handshake"',
  'seen-why':
    'The client speaks TLS, and the server plaintext: what the client takes for a TLS record is something else.',
  'seen-fix': 'let the client use insecure.NewCredentials, or let the server use credentials.NewTLS',
  'seen-ask': 'what does that port speak without TLS: gRPC, HTTP/1, another protocol? grpc-doctor probe HOST:PORT',
} as const;
