export const en = {
  summary: 'A client in a container dials localhost, which is the container itself',
  title: 'this shell runs in a container: {place} is the container itself, and nothing in it listens there',
  why: 'Each container has a network of its own (each pod in Kubernetes), with a localhost of its own. A server in another container or on the host is not found there.',
  fix: 'if the server runs elsewhere, dial it by the name of its service, or the host by its name for containers (with Docker on Linux: --add-host host.docker.internal:host-gateway)',
  'title-compose':
    'service {service} dials {address}, which is its own container; the port belongs to service {server}',
  bites: 'dial tcp {address}: connect: connection refused',
  label: '{server}:{port} is meant',
  'fix-compose': 'dial service {server} by its name, at the port that it has in its container',
  'seen-why': 'In a container localhost is the container itself; a server in another one is not found there.',
  'seen-fix': 'dial the other container by the name of its service',
} as const;
