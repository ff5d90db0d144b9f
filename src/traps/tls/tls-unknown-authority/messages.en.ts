export const en = {
  summary: 'The certificate of a server leads to no authority that the client trusts',
  'title-intermediate': '{target} does not send {issuer}, which signed its certificate',
  'title-remade': '{target} is signed by a {issuer} with another key than the one that the client trusts',
  'title-issuer-remade': '{target} sends a {issuer} that did not sign its certificate',
  'title-self-signed': 'the certificate of {target} signed itself, and the client does not trust it',
  'title-public':
    '{target} has a certificate of a public authority, {issuer}, and the client trusts its own file alone',
  'title-root': 'the certificate of {target} leads to {issuer}, which the client does not trust',
  'title-issuer': '{issuer} signed the certificate of {target}; it is neither sent nor trusted',
  'why-intermediate':
    'Go takes intermediates from the handshake alone. It fetches none and keeps none, as browsers do, so a chain that is whole there has a gap here.',
  'why-remade':
    'The names are the same, and the signature does not fit: the authority was made again after the client got its copy.',
  'why-issuer-remade':
    'A certificate of that name is sent, and the signature does not fit its key: the intermediate was made again after the certificate was signed, or the wrong file is sent.',
  'why-self-signed':
    'Nobody but itself vouches for it. A client trusts such a certificate only where it has got that very certificate.',
  'why-public': 'Roots of its own ({files}) replace those of the system: nothing is added to them.',
  'why-root-ca':
    '{files} has {roots} certificates, and this root is not among them. That the server sends its root changes nothing.',
  'why-root-system':
    'No file of authorities was named, so those of the system count ({roots}), and this root is not among them. That the server sends it changes nothing.',
  'why-issuer-ca': '{files} has {roots} certificates, and none of them is {issuer}.',
  'why-issuer-system':
    'No file of authorities was named, so those of the system count ({roots}), and none of them is {issuer}.',
  'fix-intermediate': 'let the server send the certificate of {issuer}, after its own',
  'fix-or-intermediate':
    'or let the server send the certificate of {issuer}, where the client trusts who signed that one',
  'fix-remade': 'give the client the authority of today; while both are in use, a file with both',
  'fix-issuer-remade':
    'let the server send the {issuer} that signed, or have the certificate signed by the one that is sent',
  'fix-public': 'leave the choice of authorities to the system, or add those of the file to them',
  'fix-authority': 'have an authority of your own sign a certificate, and give the client that authority',
  'fix-pin': 'or trust this very certificate, once you have compared its fingerprint on the server',
  'fix-trust': 'give the client the certificate of the authority',
  'title-file-intermediate': '{file} lacks {issuer}, which signed {name}',
  'title-file-remade':
    '{name} in {file} was signed by an older or newer key than that of the authority in {authorityFile}',
  'why-file-intermediate':
    'The other side trusts {authorityFile} and knows nothing in between. {issuer} lies in {issuerFile}, and nobody sends it: Go takes intermediates from the handshake alone.',
  'why-file-remade':
    '{issuer} in {authorityFile} has the name of the issuer, and the signature does not fit its key: one of both files was made again without the other.',
  'fix-file-intermediate': 'put the intermediate behind the certificate in one file, and load that',
  'fix-file-remade':
    'issue the certificate again with the authority of today, or give the other side the authority that signed',
  'seen-why':
    'Nobody whom the client trusts has signed the certificate: an authority of your own, a self-signed certificate, an intermediate that the server does not send, or an authority that was made again.',
  'seen-fix': "give the client the authority's certificate (RootCAs), and let the server send its intermediates",
} as const;
