export const en = {
  title: 'A stream was reset',
  'what-the-proxy-says':
    'What does the log of the proxy before the server say for this call? (nginx; for Envoy its access log with %RESPONSE_FLAGS%)',
  'timed-out': 'upstream timed out, or a reset after a round time (15 s, 60 s): a time limit of the proxy',
  http1: '`upstream sent no valid HTTP/1.0 header`: proxy_pass stands where grpc_pass must',
  protocol: '`protocol error`: the cluster of Envoy and the server speak different versions of HTTP',
  closed: '`upstream prematurely closed connection`: the server ended; its own log tells why',
  'no-proxy': 'there is none: the server itself reset the stream; its own log tells why',
} as const;
