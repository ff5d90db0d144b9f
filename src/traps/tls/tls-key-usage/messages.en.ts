export const en = {
  summary: 'A certificate is used for what it was not issued for: by a server, or to sign others',
  'title-server': 'the certificate of {target} is not for servers, but for {usages}',
  'title-authority': '{name}, which signed the certificate of {target}, may not sign for servers, but for {usages}',
  'title-issuer': '{issuer} signed the certificate of {target}, and is no authority',
  'why-server': 'Its extended key usage names {usages}. A server needs serverAuth there, or no such list at all.',
  'why-authority': 'A list of usages in an authority holds for all below it, and {usages} leaves servers out.',
  'why-issuer':
    'Its certificate has no CA:TRUE among its basic constraints, or its key usage leaves out signing of certificates. So its signature does not count, and Go says that nobody it knows has signed.',
  'fix-server': 'have it issued again with serverAuth; one certificate may have both, serverAuth and clientAuth',
  'fix-authority': 'have it issued by an authority without such a list, or with serverAuth in it',
  'fix-issuer': 'have it signed by the authority itself; ca.pem is to have CA:TRUE',
  'title-file-server': 'a server shows {name} in {file}, which is for {usages}',
  'title-file-client': 'a client shows {name} in {file}, which is for {usages}',
  'why-file-server':
    '{loader} loads it for a server. Its extended key usage names {usages}; a server needs serverAuth there, or no such list at all.',
  'why-file-client':
    '{loader} loads it for a client. Its extended key usage names {usages}; a client needs clientAuth there, or no such list at all.',
  'fix-file-server': 'have it issued again with serverAuth; one certificate may have both, serverAuth and clientAuth',
  'fix-file-client': 'have it issued again with clientAuth; one certificate may have both, serverAuth and clientAuth',
  'seen-why': 'The certificate may not be used for this: its extended key usage names another purpose.',
  'seen-fix': 'issue it with serverAuth (or clientAuth, for clients)',
} as const;
