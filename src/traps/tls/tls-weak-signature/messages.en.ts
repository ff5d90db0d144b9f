export const en = {
  summary: 'A certificate has a signature or a key that is too weak for Go',
  'title-signature': 'the certificate {name} of {target} is signed with SHA-1 ({algorithm})',
  'title-md5': 'the certificate {name} of {target} is signed with {algorithm}, which no Go takes',
  'title-signature-later': 'the certificate {name} of {target} is signed with SHA-1, which Go {since} and later refuse',
  'title-key': 'the certificate of {target} has an RSA key of {bits} bits',
  'title-key-later': 'the certificate of {target} has an RSA key of {bits} bits, which Go {since} and later refuse',
  'title-unsupported': 'the certificate of {target} has a {key} key, which TLS cannot use',
  'why-unsupported':
    'A key signs the handshake, and TLS 1.2 and 1.3 of Go have signatures for RSA, ECDSA and Ed25519 alone.',
  'why-signature':
    'From Go {since} on such a signature counts as none, so Go says that nobody it knows has signed. GODEBUG={setting} takes it back in Go before {until}, not later.',
  'why-md5': 'Such a signature counts as none, so Go says that nobody it knows has signed. No setting takes that back.',
  'why-signature-later':
    'Go {go} takes it, by its age or by GODEBUG={setting}. Go {since} and later do not, and from {until} on the setting is gone.',
  'why-key':
    'Go {go} with the go line {line} wants {least} bits for RSA. GODEBUG={setting} takes that back, for this client alone.',
  'why-key-later':
    'Go {go} with the go line {line} takes it. Go {since} refuses RSA below {least} bits as soon as the go line is {since} or above: the server breaks with the next edit of a go.mod.',
  fix: 'have it issued again with a key of today, signed with SHA-256',
  'fix-authority': 'have the certificate of {name} issued again, signed with SHA-256, and send that one',
  'title-file-signature': '{name} in {file} is signed with {algorithm}, which Go {go} does not take',
  'title-file-key': '{name} in {file} has an RSA key of {bits} bits, which Go {go} does not take',
  'why-file-signature':
    '{loader} loads it. Such a signature counts as none, so Go says that nobody it knows has signed: `x509: certificate signed by unknown authority`.',
  'why-file-key': '{loader} loads it. Go {go} with the go line of this project wants {least} bits for RSA.',
  'seen-why': 'The certificate is signed by an algorithm, or with a key, that Go takes no more.',
  'seen-fix': 'issue it again with SHA-256 and a key of at least 2048 bits, or ECDSA',
} as const;
