export const en = {
  summary: 'The checksum database cannot be reached, so go refuses what it has no hash of',
  title: 'the checksum database {name} does not answer ({answer})',
  'title-proxy': 'the module proxy {entry} says that it passes the checksum database on, and does not ({answer})',
  'title-supported': 'the module proxy {entry} does not say whether it passes the checksum database on ({answer})',
  why: 'No proxy of GOPROXY passes it on, so go asks it directly, and finds no way.',
  'why-proxy': 'Once a proxy has said yes, go asks nobody else, not even the database itself.',
  'why-supported':
    'Only after 404 and 410 (or before |) does go ask the next proxy, and at the end the database itself.',
  bites: 'go: {module}: verifying module: … {address}: {answer}',
  'bites-waits': 'go waits for ever: {count} modules are to be compared',
  'bites-later': 'nothing today: go.sum holds every hash; the next go get or go mod tidy is refused',
  'fix-sum':
    'take a complete go.sum: commit it, or make it where the database can be reached (go mod tidy); what it holds is not asked for',
  'fix-way': 'give go a way to it: an HTTP proxy, or a module proxy that passes it on (or answers 404 to /sumdb/)',
  'seen-why': 'The checksum database did not answer.',
  'seen-fix': 'set GOSUMDB to a mirror, or take a proxy that passes it on',
} as const;
