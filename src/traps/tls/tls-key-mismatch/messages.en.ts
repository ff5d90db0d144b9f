export const en = {
  summary: 'A certificate and a key are loaded together and do not match',
  'title-mismatch': '{key} is not the key of the certificate in {file}',
  'title-order': '{key} is the key of certificate {place} in {file}, which has to stand first',
  'title-switched': '{file} is loaded as a certificate and holds a key',
  'title-certificate-for-key': '{key} is loaded as a key and holds a certificate',
  'title-no-certificate': '{file} is loaded as a certificate and holds none',
  'title-no-key': '{key} is loaded as a key and holds none',
  'title-encrypted-key': '{key} is encrypted, and Go takes no password for it',
  'title-unreadable-key': '{key} holds a key that Go cannot read',
  'why-mismatch':
    'A certificate names one public key, that of {name} here, and the private key is another one: one of the two files was made again without the other, or comes from elsewhere.',
  'why-order':
    'In a chain file the own certificate stands first and its issuers follow. The key is compared with the first one, which is an issuer here.',
  'why-switched': 'The order is certificate first, key second.',
  'why-certificate-for-key': 'The order is certificate first, key second, and each is a file of its own kind.',
  'why-no-certificate':
    'No block of it is called CERTIFICATE: a request (CSR), a file in DER or an empty file is no certificate.',
  'why-no-key': 'No block of it is called PRIVATE KEY: a public key, a file in DER or an empty file does not do.',
  'why-encrypted-key': 'crypto/tls has no way to be given a password: the key has to lie there in plain.',
  'why-unreadable-key':
    'The block is called a private key; what it holds is neither PKCS#1, PKCS#8 nor SEC 1, or a key that TLS has no use for.',
  'why-flag':
    'These are the defaults of -{flag}: without the flag both files are loaded, and what the one holds does not go with the other.',
  bites: '{text}',
  'bites-other': 'the server does not start; Go says of the same two files: {text}',
  'fix-mismatch': 'compare both public keys and put the two files side by side that were made together',
  'fix-order': 'put the own certificate first, its issuers after it',
  'fix-switched': 'give the certificate in the place of the certificate and the key in that of the key',
  'fix-file': 'name the file that was made for this, or write it as PEM',
  'fix-encrypted-key': 'decrypt the key where it is deployed, readable by the server alone',
  'seen-why': 'The certificate and the key that are loaded together do not belong to each other.',
  'seen-fix': 'load the key that the certificate was made with; compare their public keys',
} as const;
