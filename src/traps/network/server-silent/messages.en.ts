export const en = {
  summary: 'Nothing comes back: no connection, or nobody speaks on it',
  title: '{place} takes the connection and says nothing for {seconds} s, neither in plaintext nor in TLS',
  'title-half': '{place} begins the TLS handshake and then says nothing for {seconds} s',
  'title-tls': '{place} agrees on TLS and then says nothing for {seconds} s',
  'title-calls': '{place} speaks HTTP/2 and answers no call within {seconds} s',
  'title-dropped': 'no answer from {place} within {seconds} s: packets to it are dropped',
  'title-no-way': 'no way leads to {place} ({code})',
  why: 'The kernel of the server completes connections by itself, also for a program that hangs, is stopped in a debugger, or has more connections than it takes. A load balancer does the same when it waits for a dead backend.',
  'why-half':
    'The server is overloaded or stuck, or something on the way drops large packets (MTU) once the certificates follow.',
  'why-tls':
    'TLS ends at a proxy that waits for a dead backend, or the program behind it waits for the client to speak another protocol first.',
  'why-calls':
    'The connection is good, and whoever should answer does not: the program hangs behind its HTTP/2 layer, or the backend of a proxy does.',
  'why-dropped':
    'A machine that is up answers, if only by refusing. Here a firewall, a security group or a network policy drops the packets, or the machine is off or gone.',
  'why-no-way':
    'This machine, or a router, says that it has no route there: another network, no IPv6, or a VPN that is off.',
  'fix-process':
    'look whether the server takes connections: for Go, SIGQUIT prints where every goroutine stands; for a proxy, its own log',
  'fix-path':
    'ask from the machine of the server itself; if it answers there, something between is silent (load balancer, sidecar, MTU)',
  'fix-calls':
    'look into the log of the server or of the proxy for the call of health; for Go, SIGQUIT prints where every goroutine stands',
  'fix-dropped':
    'look for the rule that drops: security group, network policy, firewall of the machine; and whether the machine is up',
  'fix-no-way':
    'look which network should lead there (`ip route get ADDRESS`); turn the VPN on, or use the other address family',
  'fix-trace': 'see how far packets to this port come',
  'seen-why':
    'Packets went out, and nothing came back: a firewall drops them, the machine is off or elsewhere, or the process behind the connection hangs.',
  'seen-fix':
    'compare host and port with those of the server; see whether a firewall, a security group or a NetworkPolicy lets the port through, and whether the process still works',
  'seen-ask':
    'does the server answer other clients at that time? If so, something on the way forgot the connection (NAT, load balancer); if not, the process hangs or the machine is gone',
} as const;
