export const en = {
  summary: 'HTTPS_PROXY sends the connection to a proxy that does not open the way',
  'title-lost': 'the proxy {proxy} of {variable} has no address',
  'title-unreachable': 'the proxy {proxy} of {variable} cannot be reached',
  'title-refused': 'the proxy {proxy} of {variable} answers {status} and does not connect to {name}',
  'title-silent': 'the proxy {proxy} of {variable} does not answer',
  'title-scheme':
    'the proxy {proxy} of {variable} does not answer: grpc-go speaks HTTP in plaintext with it, not {scheme}',
  'bites-refused':
    'rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing: failed to do connect handshake, response: \\"{line}\\r\\n…',
  why: 'grpc-go asks the proxy of {variable} for every target that is not this machine itself, with TLS and without, unless NO_PROXY names it. The endpoint does not answer without the proxy either, as far as this machine can tell.',
  'why-direct':
    'grpc-go asks the proxy of {variable} for every target that is not this machine itself, with TLS and without, unless NO_PROXY names it. Without the proxy the endpoint answers.',
  'fix-past':
    'let NO_PROXY name the host; from grpc-go 1.71 on NewClient compares what is written in the target, before that the addresses count that the name has: {name}',
  'fix-allow': 'let the proxy accept CONNECT to {place}: many allow port 443 only',
  'fix-option':
    'in a program that is never to use a proxy: the dial option WithNoProxy (a dialer of your own does the same)',
  'seen-why': 'The client goes through an HTTP proxy, which refuses the tunnel to this port.',
  'seen-fix': 'put the host into NO_PROXY, or let the proxy permit CONNECT to the port',
} as const;
