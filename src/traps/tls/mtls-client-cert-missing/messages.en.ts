export const en = {
  summary: 'A server demands a certificate of the client, and the client has none that it takes',
  'title-none': '{target} demands a client certificate, and the client has none',
  'title-issuer': '{target} takes no client certificate of {issuer}',
  'title-usage': '{target} takes no client certificate that is for {usages} alone',
  'title-expired': 'the client certificate for {target} is outside of its time',
  'title-refused': '{target} refuses the client certificate {name}',
  'why-none':
    'It takes certificates of: {accepted}. In TLS 1.3 the client has finished the handshake before it is refused, so Go prints now this error, now that one.',
  'why-issuer':
    'It takes certificates of: {accepted}. A Go client sends none that another authority has signed, so the server says that there is none.',
  'why-usage':
    'The extended key usage of {name} names {usages}. A client needs clientAuth there, or no such list at all.',
  'why-expired': '{name} is valid until {until}. The server compares with its own clock.',
  'why-refused':
    'It takes certificates of: {accepted}, and {issuer} is one of these. Alert {alert} tells no more; its log does.',
  'fix-give': 'give the client its certificate and key',
  'fix-issue': 'if it has none yet, have it issued by an authority that the server takes',
  'fix-issuer':
    'take a certificate of one of these authorities, or add {issuer} to the ClientCAs of the server: {accepted}',
  'fix-usage': 'have it issued again with clientAuth',
  'fix-expired': 'have it issued again',
  'fix-refused': 'look at what the server checks beyond the signature, or take a certificate issued afresh',
  'seen-why': 'The server asks for a client certificate: the client sent none, or one that the server does not accept.',
  'seen-fix': 'give the client a certificate that an authority of the server has signed',
} as const;
