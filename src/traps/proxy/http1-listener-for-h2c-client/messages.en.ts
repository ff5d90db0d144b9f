export const en = {
  summary: 'A gRPC client without TLS calls a port that speaks HTTP/1 alone',
  'seen-why':
    '"PRI * HTTP/2.0" is the first line that a client of HTTP/2 sends. A server that writes it into its log took it for a request: it speaks HTTP/1 on this port.',
  'seen-fix':
    'let the port speak HTTP/2 (nginx: listen PORT http2), or dial the port that does; where it speaks HTTP/2 only with TLS, let the client use TLS',
  'seen-ask': 'does the log of the server at that port have a line with PRI * HTTP/2.0?',
} as const;
