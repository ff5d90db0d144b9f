export const en = {
  summary: 'The server listens at another address than the one that is dialed',
  title: '{dialed} refuses, and a program on this machine listens at {there}',
  'why-loopback':
    'A socket that listens at 127.0.0.1 or ::1 only takes connections that come from this machine and go to that very address; for each other address the kernel says that the port is closed.',
  'why-interface':
    'A socket that is bound to one address takes no connections to another one of the same machine, nor to localhost.',
  'fix-everywhere':
    'let the server listen at all addresses: leave the host out (and let a firewall decide who may come)',
  'fix-dial': 'or dial {there}, if the client always runs on this machine',
  'title-published':
    '{name} listens at {address} in its container, and Docker Compose publishes that port: nobody outside reaches it',
  'title-exposed':
    '{name} listens at {address} in its image, which exposes that port: nobody outside of the container reaches it',
  'why-container':
    'Each container has a localhost of its own. What Docker publishes and what a Service of Kubernetes passes on arrives at the address of the container, not at its localhost.',
  'bites-container': 'dial tcp …:{port}: connect: connection refused',
  label: 'only from inside this container',
  'fix-edit': 'listen at all addresses of the container: leave the host out',
  'title-wildcard': '{host} is an address to listen at, and no address to dial',
  'why-wildcard':
    'It means all addresses of a machine. Linux takes it for localhost, so it works where the server runs on the same machine; Windows refuses it, and in another container it is that container itself.',
  'fix-wildcard': 'dial localhost:{port}, or the name of the machine or service on which the server runs',
  'seen-why':
    '0.0.0.0 and [::] mean every address to a server that listens; as an address to dial they lead to this machine at best.',
  'seen-fix': 'let the server register or print an address that clients reach, and dial that',
} as const;
