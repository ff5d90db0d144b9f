export const en = {
  summary: 'The server ended the connection on purpose: its age, or a stop',
  'why-age':
    'The server gives connections an age (MaxConnectionAge, MaxConnectionIdle). It says GOAWAY, waits for MaxConnectionAgeGrace, and then cuts off the calls that are still running.',
  'why-stop':
    'The server is stopping. It says GOAWAY, takes no more calls, and cuts off those that are still running when its patience ends.',
  'seen-why':
    'GOAWAY with NO_ERROR is a polite end: the server, or a proxy before it, gives connections an age or a number of calls, or it is stopping. A call that was still running ended with it.',
  'seen-fix':
    'open the stream again when it ends with Unavailable; let MaxConnectionAgeGrace, or the time between GracefulStop and Stop, be longer than your longest call',
  'seen-ask':
    'Does it come at the same age of the connection every time? Then it is an age of the server or a proxy. At a release or a restart of the server? Then it is a stop.',
} as const;
