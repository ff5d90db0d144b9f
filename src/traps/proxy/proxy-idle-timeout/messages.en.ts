export const en = {
  summary: 'A time limit of a proxy ends a call or a stream',
  'seen-why':
    'Something in between ended the call when nothing, or not the end, had come for as long as it waits. nginx waits 60 s for the next bytes (grpc_read_timeout), Envoy 15 s for a whole call (`timeout` of the route) and 5 minutes for a quiet stream. PINGs of keepalive do not count.',
  'seen-fix':
    'raise the limit for this path (nginx: grpc_read_timeout 1h and grpc_send_timeout 1h; Envoy: `timeout: 0s` on the route), or let the stream send a message of its own more often than that',
  'ask-server':
    'Does the server answer without the proxy, and after how long? If never, it hangs, and a longer limit does not help.',
} as const;
