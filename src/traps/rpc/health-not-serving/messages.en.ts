export const en = {
  summary: 'The server says that it does not serve',
  title: '{place} says of itself that it does not serve',
  'title-service': '{service} says of itself that it does not serve',
  'title-unset': 'the health service does not know how the server as a whole is',
  'title-unset-service': 'the health service does not know {service}',
  'title-unset-served': '{service} is served, and the health service does not know it',
  why: 'The program set this by SetServingStatus or Shutdown: it is starting, ending, or something that it depends on has failed.',
  'why-unset': 'The health service of grpc-go only knows the empty name and the names that SetServingStatus was told.',
  bites: 'clients with client-side health checking, Kubernetes and load balancers send it no calls',
  'bites-unset': 'a probe that asks for this name fails with NotFound: unknown service',
  'bites-unknown': 'a probe that asks for this name takes UNKNOWN for a failure',
  fix: 'look into the log of the server for what it waits for; a server that starts has to set SERVING when it is ready',
  'fix-unset':
    'set the status of this name, or ask for the name that the server sets; the empty name stands for the whole server',
  'seen-why': 'The health service answered: the server, or this service of it, says of itself that it does not serve.',
  'seen-fix': 'look into the log of the server; its code sets this status with SetServingStatus',
  'unset-why':
    'The health service answers, and has no status for the name that it was asked for: nobody has set one, or the name is another one.',
  'unset-fix':
    'set the status of this name, or ask for the name that the server sets; the empty name stands for the whole server',
  'unset-ask':
    'does the server have a service of that name? grpc-doctor probe HOST:PORT --service NAME lists what it has',
} as const;
