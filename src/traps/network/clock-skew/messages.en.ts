export const en = {
  summary: 'The clock of this machine is wrong',
  'title-program': 'the clock of this machine shows {today}, when this program did not exist yet',
  'title-behind': 'the clock of this machine is {span} behind that of {entry}',
  'title-ahead': 'the clock of this machine is {span} ahead of that of {entry}',
  'title-certificate': 'by the clock of this machine the certificate of {entry} is not valid yet',
  why: 'Tokens say when they were made and when they end. Who checks one forgives about a minute, and many forgive nothing.',
  'why-far':
    'A certificate holds from one time to another, and each side goes by its own clock. So far off, new certificates are refused, or old ones that are still good.',
  bites:
    'tokens are refused as expired or as used before their time, and deadlines that are passed on as times of day are wrong',
  'bites-far': 'x509: certificate has expired or is not yet valid: current time … is before …',
  fix: 'set the clock, and let a time service keep it (in a container or virtual machine: on its host)',
  'seen-why':
    'The certificate is valid from a later time on than the clock of this machine shows. A clock that is behind sees every new certificate so.',
  'seen-fix': 'set the clock, and let a time service keep it (in a container or virtual machine: on its host)',
  'seen-ask': 'is the current time that this text gives right? Compare it with a clock that is: date -u',
} as const;
