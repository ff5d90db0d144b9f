export const en = {
  summary: 'Go cannot read the certificate that a server sends, or a newer Go cannot',
  'title-serial': 'a certificate of {target} has a serial number below zero',
  'title-serial-later': 'a certificate of {target} has a serial number below zero, which Go {since} and later refuse',
  'title-malformed': 'Go cannot read a certificate of {target}',
  'title-large': 'the certificate of {target} has a key that is too large for Go',
  'title-long': '{target} sends {sent} certificates, more than Go takes',
  'why-serial':
    'Go {since} and later do not read such certificates where the go line is {since} or above (here Go {go}, go line {line}). GODEBUG={setting} takes that back, for this client alone.',
  'why-serial-later': 'Go {go} with the go line {line} reads it. It is refused as soon as both are {since} or above.',
  'why-malformed':
    'It is no certificate as RFC 5280 has them: {text}. Other libraries may be less strict; no setting of Go helps.',
  'why-large': 'Go checks no RSA key above a limit, so that nobody can keep a client busy with it: {text}.',
  'why-long': 'Go takes a list of certificates up to a limit, so that nobody can fill its memory: {text}.',
  fix: 'have it issued again; openssl, step and mkcert write certificates that Go reads',
  'fix-long': 'let the server send its own certificate and the intermediates above it, and nothing else',
  'title-file': 'Go {go} cannot read certificate {place} of {file}',
  'why-file':
    'It is loaded as a certificate to be shown, and is none as RFC 5280 has them: {text}. The first one is read when it is loaded, the others by whoever gets them.',
  'why-file-authority':
    'It is loaded as an authority to be trusted, and is none as RFC 5280 has them: {text}. AppendCertsFromPEM drops it and gives false; a program that does not look trusts nobody.',
  'seen-why': 'The certificate breaks a rule that Go checks when it reads one.',
  'seen-fix': 'issue it again with a current tool',
} as const;
