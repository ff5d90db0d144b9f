export const en = {
  summary: 'A proxy or web server answers in HTTP, and not the gRPC server',
  'title-status': '{place} answers the call with {answer}',
  'title-server-status': '{server} at {place} answers the call with {answer}',
  'title-page': '{place} answers the call with a page ({answer}), not in gRPC',
  'title-server-page': '{server} at {place} answers the call with a page ({answer}), not in gRPC',
  'title-reset': '{place} takes the call and resets it: {answer}',
  'title-server-reset': '{server} at {place} takes the call and resets it: {answer}',
  'why-route':
    'Nothing is configured there for /grpc.health.v1.Health/Check. Proxies and HTTP servers choose by path: if only the services of the user are passed on, calls of these may still work.',
  'why-page':
    'This is a web server, or a proxy that sends all that it does not know to one. Proxies choose by path, so other services may still be passed on.',
  'why-login': 'The proxy wants a login before it passes a call on. The probe has none, and sends none.',
  'why-backend':
    'The proxy reached no backend, or one that does not speak as the proxy does: TLS against plaintext, or HTTP/1.',
  'why-late': 'The backend took the call and did not answer within the time of the proxy.',
  'why-full': 'The proxy has no healthy backend for this call.',
  'why-protocol':
    'The proxy takes HTTP/2 and does not want gRPC at this port: it is set to another version of the protocol.',
  'why-reset':
    'So does a proxy whose backend ends the stream, or nginx with proxy_pass where grpc_pass belongs: it speaks HTTP/1 to the backend, and what comes back is no HTTP/1.',
  'why-unavailable':
    'A proxy that speaks gRPC says so when it has no backend for the call; a server says so while it starts or ends.',
  'why-other': 'A gRPC server answers every call with HTTP 200 and content-type application/grpc. This one is none.',
  'fix-route':
    'let the proxy pass on / or each service by its path, /PACKAGE.SERVICE/; for the probe and for Kubernetes /grpc.health.v1.Health/, too',
  'fix-nginx-route': 'pass on all paths, or one location for each service (location /PACKAGE.SERVICE/)',
  'fix-nginx-pass': 'on nginx use grpc_pass, not proxy_pass',
  'fix-nginx-backend': 'the error log of nginx tells which backend failed, and how',
  'fix-backend':
    'probe the backend itself from the machine of the proxy: is it up, and does it speak plaintext or TLS as the proxy is set to?',
  'fix-login': 'probe the server behind the proxy, or exempt /grpc.health.v1.Health/ from the login',
  'fix-alb':
    'set the protocol version of the target group to gRPC (HTTP2 for a server that is no gRPC server); the listener has to be HTTPS',
  'fix-protocol': 'set the port and its backend in the proxy to gRPC (HTTP/2 on both sides)',
  'seen-why':
    'Something between client and server answered with an HTTP page of its own: the call did not reach a gRPC server.',
  'seen-fix': 'look into the log of the proxy; 502 and 503 mean that it has no backend, 404 that it has no route',
  'seen-ask':
    'what does the error log of that proxy say at the time of the call? nginx names its upstream there; Envoy has a flag in the access log (UF, UH, UT, NR)',
} as const;
