export const en = {
  summary: 'The server does not tell its services',
  title: '{place} does not tell its services: reflection is not registered',
  'title-asked': 'nobody can tell whether {service} is there: {place} has no reflection',
  'title-old': '{place} tells its services by reflection v1alpha only',
  why: 'Many servers leave it out in production on purpose. Clients do not need it; tools such as grpcurl then need the .proto files.',
  'why-old':
    'The version v1 came later than v1alpha, and this server is older. Tools that ask for v1 alone find nothing.',
  bites: 'grpcurl: server does not support the reflection API',
  'bites-old': 'tools that ask for grpc.reflection.v1 alone are told Unimplemented',
  fix: 'to let tools ask, register it; in production, where everybody may see the services, or on an internal port only',
  'fix-old': 'with a newer grpc-go Register serves both versions',
  'fix-files': 'or give the tool the .proto files',
  'seen-why':
    'The tool asks the server for its services, and the server does not register reflection, or not the version that is asked for.',
  'seen-fix': 'register it, or give the tool the .proto files',
} as const;
