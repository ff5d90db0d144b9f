export const en = {
  summary: 'An HTTP/1 server answers where a gRPC server is dialed',
  title: '{place} speaks HTTP/1 only, and gRPC needs HTTP/2',
  'title-server': '{server} answers at {place}, in HTTP/1 only; gRPC needs HTTP/2',
  'title-tls': '{place} speaks HTTP/1 only inside TLS, and gRPC needs HTTP/2',
  'title-server-tls': '{server} answers at {place} inside TLS, in HTTP/1 only; gRPC needs HTTP/2',
  why: 'The preface of HTTP/2 was answered like a broken request of HTTP/1. This is a web server, a gateway for JSON, a port of metrics or debugging, or a proxy on which HTTP/2 is not switched on.',
  'fix-port':
    'dial the port of the gRPC server: programs with a gateway, metrics or health page have several ports, and only one of them is gRPC',
  'fix-server':
    'if both are to share the port, let the HTTP server speak HTTP/2 without TLS (h2c) and hand content-type application/grpc to the gRPC server',
  'fix-nginx': 'switch HTTP/2 on for this port of nginx, and pass calls on with grpc_pass',
  'fix-before':
    'switch HTTP/2 on for this port of the proxy, in plaintext or in TLS as the client dials, and for its way to the backend, too',
  'seen-why':
    'What came back is HTTP/1: the port belongs to a web server, to the HTTP side of a proxy, or to a TLS port that answers plaintext with a page.',
  'seen-fix': 'dial the gRPC port; grpc-doctor probe names who answers',
  'seen-ask':
    'who answers at that port, and in what protocol? grpc-doctor probe HOST:PORT; a line with PRI * HTTP/2.0 in the log of a web server says that it is the one',
} as const;
