export const en = {
  summary: 'A revoked certificate is accepted: Go asks nobody',
  title: 'nobody asks whether {name} was revoked',
  why: 'The certificate in {file} tells where its revocation can be looked up ({places}). crypto/tls and crypto/x509 look at no list and ask no responder: until it expires a Go client takes it.',
  bites: 'nothing: the handshake succeeds, revoked or not',
  'fix-short': 'issue certificates for days instead of years: then expiry does what revocation does not',
  'fix-crl':
    'where revocation has to count, let the client look: google.golang.org/grpc/security/advancedtls reads lists that you give it, or VerifyConnection asks by itself',
  verify: 'it tells whether the certificate is revoked, and that Go accepts it all the same',
  'title-revoked': '{name} of {target} is revoked, and your Go client accepts it',
  'title-revoked-refused': '{name} of {target} is revoked as well',
  'title-unknown': 'nobody could tell whether {name} of {target} is revoked',
  'why-revoked':
    '{address} says: revoked at {when}, {reason}. Go reads no list and asks no responder, so the handshake succeeds. Whoever has the key may answer in the place of this server.',
  'why-revoked-refused':
    '{address} says: revoked at {when}, {reason}. Go refuses it for another reason, which is told apart; this one it does not see.',
  'why-unknown':
    'None of the addresses in the certificate gave an answer that counts. Go does not ask, so nothing changes for it.',
  'fix-issue': 'issue a new certificate with a new key, and find out where the old key went',
  'fix-reach': 'ask from a network that reaches these addresses',
} as const;
