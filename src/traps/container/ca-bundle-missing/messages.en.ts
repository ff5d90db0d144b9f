export const en = {
  summary: 'A program checks certificates of public servers, and its image has no certificate authorities',
  title: '{name} checks public certificates, and {image} has no certificate authorities',
  label: 'no certificate authorities in here',
  'why-credentials':
    '{call} ({file}:{line}) leaves the choice of authorities to the system. Go finds none in {image}, says nothing, and refuses every server.',
  'why-address':
    '{call} ({file}:{line}) asks {url}, whose certificate a public authority has signed. Go finds no authority in {image}, says nothing, and refuses every server.',
  'title-endpoint':
    'this machine has no certificate authorities, and {target} has a certificate of a public one, {issuer}',
  'why-endpoint':
    'No file of authorities was named, so those of the system count. Go looks for them in the usual files and folders, finds none, says nothing, and refuses every server.',
  'fix-machine': 'install the certificate authorities, or name a file with them',
  bites: 'tls: failed to verify certificate: x509: certificate signed by unknown authority',
  'fix-copy': 'copy the certificate authorities out of stage {from}',
  'fix-install': 'or install them, take a base image that has them, or name a file that is mounted',
  'seen-why': 'In an image without root certificates no public certificate can be verified.',
  'seen-fix':
    'put the bundle of a base image into the image: COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/',
} as const;
