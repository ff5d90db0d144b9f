export const en = {
  summary: 'A certificate has its name in the common name alone, which Go no longer reads',
  title: 'the certificate of {target} has {name} as its common name alone',
  why: 'Go compares names with the alternative names of a certificate. This one has none; the common name is not read.',
  'why-version':
    'It is of X.509 version {version}, which has no extensions, so it has no alternative names. Such are made by `openssl x509 -req` without -extfile or -copy_extensions.',
  fix: 'have it issued again with the name as an alternative name',
  'title-file': '{file} has {name} as its common name alone',
  'title-script': '{script} makes {file} with {name} as its common name alone',
  'why-script':
    '{loader} loads {file} for a server. openssl writes alternative names only where it is told to: with -addext, or with -extfile or -copy_extensions when it signs a request. Go clients read nothing else.',
  'fix-script': 'ask for the name as an alternative name',
  'verify-script': 'it lists the names',
  'seen-why': 'The certificate names its host in the common name alone, which Go has not read since 1.15.',
  'seen-fix': 'issue it again with subjectAltName',
} as const;
