export const en = {
  summary: 'The service is not registered at this server',
  title: '{place} does not serve {service}',
  'title-none': '{place} serves no service but those of gRPC itself, so {service} is not there',
  'title-near': '{place} does not serve {service}, but {near}',
  'title-package': '{place} does not serve {service}, but {near}: the same name in another package',
  why: 'No name that it serves is like it: this is probably another server, or another port of it.',
  'why-none':
    'The server registers its services at another port, or not at all: this one has health and reflection only.',
  'why-near': 'Full names have to be the same, with the package and with capital letters.',
  'why-package':
    'The path of a call is /PACKAGE.SERVICE/METHOD with the package of the .proto file. Client and server were generated from files whose packages differ, as between versions (v1, v2).',
  bites: 'rpc error: code = Unimplemented desc = unknown service {service}',
  fix: 'compare host and port with those of the server that registers {service}; look whether its Register function is called before Serve',
  'fix-near': 'use {near} in the client, or register {service} at the server',
  'fix-package': 'generate client and server from the same .proto file; the package line decides, not go_package',
  'seen-why':
    'The server that answers has no service of that full name: another package in the .proto file, another version of the code, or another server.',
  'method-title': 'The server has the service, and not this method',
  'method-why':
    'The server that answers has the service and not this method: its .proto file or its build is older than that of the client, or the method was never written and only the generated Unimplemented…Server answers.',
  'seen-fix': 'compare the full names on both sides; grpc-doctor probe lists what the server has',
  'seen-ask': 'is a service of that full name registered at the server? grpc-doctor probe HOST:PORT lists what it has',
} as const;
