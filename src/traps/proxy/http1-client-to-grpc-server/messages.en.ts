export const en = {
  summary: 'A client of HTTP/1 calls a gRPC server',
  'seen-why':
    'The first bytes at the gRPC port are a request of HTTP/1: a browser, a REST or gRPC-Web client, a health check, or a proxy that speaks HTTP/1. A gRPC server speaks HTTP/2 alone and hangs up.',
  'seen-fix':
    'call it by a gRPC client; for browsers put a gRPC-Web proxy in front (Envoy with grpc_web), for REST a grpc-gateway; let HTTP health checks ask another port',
  'ask-client':
    'Who is the client? If calls come through a proxy, look whether it speaks HTTP/1 to this port (nginx: proxy_pass; Envoy: a cluster without http2_protocol_options).',
} as const;
