export const en = {
  summary: 'Nothing listens where the client dials',
  title: 'nothing listens at {place}',
  'title-all': 'nothing listens at port {port} of any of the {count} addresses',
  'title-missing': 'there is no socket {place}',
  'title-denied': 'the socket {place} may not be opened by this user',
  'title-stale': 'nobody listens at the socket {place}',
  'title-long': 'the path of the socket is too long: {place}',
  why: 'The machine answered, and said that no program has this port open (or a firewall said so in its name). The program is not started, listens at another port, or at another address of that machine.',
  'why-all':
    'Each address was tried, of IPv4 and IPv6, and each said that no program has this port open. The program is not started, or listens at another port.',
  'why-missing':
    'The server makes the socket when it starts. It is not started, made it at another path, or in the file system of another container.',
  'why-denied':
    'To connect, a user needs write permission for the socket, and search permission for each folder above it.',
  'why-stale': 'The file is left over from a program that ended without taking it away, or it is no socket at all.',
  'why-long':
    'The kernel takes 107 bytes for the path of a socket on Linux, 103 on macOS. A server cannot listen at a longer one either.',
  'fix-listens': 'on the machine of the server, look whether something listens at port {port}, and at which address',
  'fix-port':
    'compare port {port} with the one that the server writes into its log when it starts; of a container, with the one that is published',
  'fix-start': 'start the server, and look into its log why it ended',
  'fix-path':
    'compare the path with the one that the server listens at; between containers the folder has to be a shared volume',
  'fix-stale':
    'a server in Go has to remove the old file before it listens again: net.Listen refuses a path that exists',
  'fix-shorten': 'let the server and the client use a shorter path, or one that is relative to their folder',
  'fix-permit':
    'run the client as a member of the group of the socket, or let the server give that group write permission',
  'seen-why': 'The machine answered that no program listens at this address and port.',
  'seen-fix':
    'start the server, or dial the port that it prints at its start; grpc-doctor probe tells who listens instead',
} as const;
