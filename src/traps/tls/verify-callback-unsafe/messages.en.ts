export const en = {
  summary: 'A client verifies certificates by itself and accepts what Go would refuse',
  'title-name': 'this client accepts a certificate of any name',
  'title-intermediates': 'this client does not use the intermediate certificates that the server sends',
  'title-never': 'this callback is never reached for a certificate that Go refuses',
  'title-nothing': 'this gRPC client verifies no certificate at all',
  'label-name': 'verifies without DNSName',
  'label-intermediates': 'verifies without Intermediates',
  'label-never': 'called after Go has accepted',
  'label-nothing': 'always on',
  'why-name':
    'InsecureSkipVerify switches off the check of the name as well, and VerifyOptions without DNSName does not make up for it: any certificate of a trusted authority is taken for this server.',
  'why-name-both':
    'InsecureSkipVerify switches off the check of the name as well, and VerifyOptions without DNSName does not make up for it: any certificate of a trusted authority is taken for this server. Without Intermediates it also refuses the right server as soon as its certificate is signed by an intermediate.',
  'why-intermediates':
    'Verify only knows what stands in VerifyOptions. The intermediates that the server sends are in rawCerts[1:], and nobody gives them to it. It works as long as the certificate itself, or who signed it, is in Roots.',
  'why-never':
    'Without InsecureSkipVerify Go verifies first and ends the handshake where it refuses; VerifyPeerCertificate is called only when all is well. What this branch does for a refused certificate is never done.',
  'why-nothing':
    'InsecureSkipVerify is a constant here, no branch or flag turns it off, and nothing else looks at the certificate: whoever answers is believed.',
  'bites-name':
    'nothing is refused: whoever holds a certificate of the same authority can answer in the place of this server',
  'bites-intermediates':
    'x509: certificate signed by unknown authority, where an intermediate has signed and the server sends it',
  'bites-never': 'the handshake ends with Go’s own error before the callback is called',
  'fix-roots':
    'take InsecureSkipVerify and the callback out and give the authority as RootCAs: Go then checks chain, date and name',
  'fix-options':
    'give Verify the DNSName that was dialled (in VerifyConnection it is state.ServerName) and as Intermediates a pool of all certificates but the first',
} as const;
