export const en = {
  summary: 'The other side ends the connection before it says anything',
  title: '{place} takes the connection and ends it without a word, in plaintext and in TLS',
  'title-tls': '{place} ends the connection right after the TLS handshake',
  'title-call': '{place} ends the connection in the middle of the first call',
  'title-goaway': '{place} sends the client away: GOAWAY {name}',
  why: 'Who does so is seldom the gRPC server: a port forwarding or load balancer without a live backend (kubectl port-forward, docker-proxy, kube-proxy), a limit on connections, a list of allowed addresses, or a program that crashes on every connection.',
  'why-tls':
    'TLS ends at a proxy that then finds no backend, or the program behind it expects another protocol than HTTP/2.',
  'why-call': 'Either the program crashed on the call, or a proxy lost its backend.',
  'why-goaway':
    'That is how a server of HTTP/2 refuses: too many connections or pings, a limit, or a broken rule of the protocol.',
  'fix-backend':
    'find out who ends it: ask once more on the machine of the server, past each load balancer, sidecar and port forwarding',
  'fix-log': 'look into the log of the server at the time of this probe: a panic, a restart, a refused address',
  'fix-limit':
    'look for a limit on connections, open files (ulimit -n) or addresses, and compare it with what is open (ss -s)',
  'seen-why':
    'The connection came about, and the other side ended it: the server, or a proxy, load balancer or port forwarding before it.',
  'seen-fix':
    'look into the log of the server at that time; ask once more on its own machine, past everything that stands between',
  'seen-ask':
    'does it end in the handshake each time, with openssl s_client, too? grpc-doctor probe HOST:PORT tries plaintext and TLS',
} as const;
