import {
  authority,
  type CertificateSpec,
  client,
  type RevocationListSpec,
  server,
} from '../../src/lab/kit/make-certificate.ts';

// The certificates of test/certificates. Cases look at them on 2026-11-24 at noon, unless they say another day.

const name = 'DNS:greeter.acme.example';
const year = (from: number, to: number) => ({ from: `${from}-01-01T00:00:00Z`, to: `${to}-01-01T00:00:00Z` });
const valid = year(2026, 2036);
/** Authorities are older than what they signed. */
const authorityValid = year(2020, 2036);
const subject = '/CN=greeter.acme.example';
/** Of the root, so that a chain of one is whole. */
const leaf = { subject, issuer: 'root', ...valid };
const under = (limits: string): string[] => [...authority, limits];
const pathLength = (length: number): string[] => [
  `basicConstraints=critical,CA:TRUE,pathlen:${length}`,
  ...authority.slice(1),
];

export const testCertificates: readonly CertificateSpec[] = [
  { name: 'root', subject: '/O=Acme/CN=Acme Root', extensions: authority, ...authorityValid },
  { name: 'root-remade', subject: '/O=Acme/CN=Acme Root', extensions: authority, ...authorityValid },
  { name: 'root-foreign', subject: '/O=Other/CN=Other Root', extensions: authority, ...authorityValid },
  { name: 'root-expired', subject: '/O=Acme/CN=Acme Root', keyOf: 'root', extensions: authority, ...year(2016, 2026) },
  {
    name: 'intermediate',
    subject: '/O=Acme/CN=Acme Issuing',
    issuer: 'root',
    extensions: authority,
    ...authorityValid,
  },
  {
    name: 'intermediate-expired',
    subject: '/O=Acme/CN=Acme Issuing',
    issuer: 'root',
    keyOf: 'intermediate',
    extensions: authority,
    ...year(2020, 2026),
  },
  {
    name: 'intermediate-remade',
    subject: '/O=Acme/CN=Acme Issuing',
    issuer: 'root',
    extensions: authority,
    ...authorityValid,
  },

  // Nothing is wrong with these by themselves.
  { name: 'leaf', ...leaf, issuer: 'intermediate', extensions: server(name, 'IP:10.0.0.5') },
  { name: 'leaf-of-root', ...leaf, extensions: server(name, 'IP:10.0.0.5') },
  { name: 'leaf-of-remade', ...leaf, issuer: 'root-remade', extensions: server(name) },
  { name: 'leaf-foreign', ...leaf, issuer: 'root-foreign', extensions: server(name) },
  { name: 'leaf-self-signed', subject, ...valid, extensions: server(name) },
  { name: 'leaf-no-usage', ...leaf, extensions: [`subjectAltName=${name}`] },
  {
    name: 'leaf-both-usages',
    ...leaf,
    extensions: [`subjectAltName=${name}`, 'extendedKeyUsage=serverAuth,clientAuth'],
  },
  { name: 'leaf-rsa-1024', ...leaf, key: 'rsa:1024', extensions: server(name) },

  // Names.
  { name: 'leaf-other-name', ...leaf, extensions: server('DNS:orders.acme.example', 'DNS:billing.acme.example') },
  { name: 'leaf-wildcard', ...leaf, extensions: server('DNS:*.acme.example') },
  { name: 'leaf-partial-wildcard', ...leaf, extensions: server('DNS:gree*.acme.example') },
  { name: 'leaf-dns-only', ...leaf, extensions: server(name) },
  { name: 'leaf-ip-as-dns', ...leaf, extensions: server(name, 'DNS:10.0.0.5') },
  { name: 'leaf-other-ip', ...leaf, extensions: server(name, 'IP:10.0.0.99') },
  { name: 'leaf-cn-only', ...leaf, extensions: server() },
  { name: 'leaf-version-1', ...leaf, extensions: [] },
  { name: 'leaf-cn-of-other', ...leaf, subject: '/CN=orders.acme.example', extensions: server() },

  // Times.
  { name: 'leaf-expired', ...leaf, ...year(2025, 2026), extensions: server(name) },
  { name: 'leaf-not-yet-valid', ...leaf, ...year(2027, 2028), extensions: server(name) },
  { name: 'leaf-just-made', ...leaf, from: '2026-11-24T12:04:30Z', extensions: server(name) },
  { name: 'leaf-ends-soon', ...leaf, to: '2026-12-06T12:00:00Z', extensions: server(name) },
  {
    name: 'leaf-short-lived',
    ...leaf,
    from: '2026-11-24T06:00:00Z',
    to: '2026-11-25T06:00:00Z',
    extensions: server(name),
  },
  { name: 'leaf-expired-foreign', ...leaf, issuer: 'root-foreign', ...year(2025, 2026), extensions: server(name) },
  { name: 'leaf-of-old', ...leaf, issuer: 'intermediate-expired', ...year(2025, 2036), extensions: server(name) },

  // Keys and signatures.
  { name: 'leaf-sha1', ...leaf, digest: 'sha1', extensions: server(name) },
  {
    name: 'root-rsa',
    subject: '/O=Acme/CN=Acme Old Root',
    key: 'rsa:2048',
    digest: 'sha1',
    ...authorityValid,
    extensions: authority,
  },
  { name: 'leaf-md5', ...leaf, issuer: 'root-rsa', digest: 'md5', extensions: server(name) },
  { name: 'leaf-sha1-rsa', ...leaf, issuer: 'root-rsa', digest: 'sha1', extensions: server(name) },
  { name: 'leaf-of-root-rsa', ...leaf, issuer: 'root-rsa', extensions: server(name) },
  {
    name: 'intermediate-sha1',
    subject: '/O=Acme/CN=Acme Ancient',
    issuer: 'root',
    digest: 'sha1',
    ...valid,
    extensions: authority,
  },
  { name: 'leaf-of-sha1', ...leaf, issuer: 'intermediate-sha1', extensions: server(name) },
  { name: 'leaf-rsa-8200', ...leaf, key: 'rsa:8200', extensions: server(name) },
  { name: 'leaf-dsa', ...leaf, key: 'dsa', extensions: server(name) },
  { name: 'leaf-rsa-768', ...leaf, key: 'rsa:768', extensions: server(name) },

  // What a certificate is for.
  { name: 'leaf-client-usage', ...leaf, extensions: [...client, `subjectAltName=${name}`] },
  {
    name: 'intermediate-for-clients',
    subject: '/O=Acme/CN=Acme Clients',
    issuer: 'root',
    ...valid,
    extensions: under('extendedKeyUsage=clientAuth'),
  },
  { name: 'leaf-for-clients', ...leaf, issuer: 'intermediate-for-clients', extensions: server(name) },
  { name: 'leaf-of-leaf', ...leaf, issuer: 'leaf-of-root', extensions: server(name) },
  {
    name: 'constrained',
    subject: '/O=Acme/CN=Acme Partners',
    issuer: 'root',
    ...valid,
    extensions: under('nameConstraints=critical,permitted;DNS:partner.example'),
  },
  { name: 'leaf-constrained', ...leaf, issuer: 'constrained', extensions: server(name) },
  {
    name: 'permitting',
    subject: '/O=Acme/CN=Acme Inside',
    issuer: 'root',
    ...valid,
    extensions: under('nameConstraints=critical,permitted;DNS:acme.example'),
  },
  { name: 'leaf-permitted', ...leaf, issuer: 'permitting', extensions: server(name) },
  {
    name: 'excluding',
    subject: '/O=Acme/CN=Acme Others',
    issuer: 'root',
    ...valid,
    extensions: under('nameConstraints=critical,excluded;DNS:acme.example'),
  },
  { name: 'leaf-excluded', ...leaf, issuer: 'excluding', extensions: server(name) },
  { name: 'path-zero', subject: '/O=Acme/CN=Acme Last', issuer: 'root', ...valid, extensions: pathLength(0) },
  { name: 'leaf-of-path-zero', ...leaf, issuer: 'path-zero', extensions: server(name) },
  {
    name: 'below-path-zero',
    subject: '/O=Acme/CN=Acme Too Deep',
    issuer: 'path-zero',
    ...valid,
    extensions: authority,
  },
  { name: 'leaf-too-deep', ...leaf, issuer: 'below-path-zero', extensions: server(name) },
  {
    name: 'leaf-critical',
    ...leaf,
    extensions: [...server(name), '1.3.6.1.4.1.55555.1=critical,ASN1:UTF8String:unit'],
  },
  { name: 'leaf-own-extension', ...leaf, extensions: [...server(name), '1.3.6.1.4.1.55555.1=ASN1:UTF8String:unit'] },
  { name: 'leaf-negative-serial', ...leaf, extensions: server(name), negativeSerial: true },

  // As a public authority would have signed it; the names are those of a real one, the keys are ours.
  {
    name: 'public-root',
    subject: '/C=US/O=Internet Security Research Group/CN=ISRG Root X1',
    ...valid,
    extensions: authority,
  },
  {
    name: 'public-intermediate',
    subject: "/C=US/O=Let's Encrypt/CN=R11",
    issuer: 'public-root',
    ...valid,
    extensions: authority,
  },
  { name: 'leaf-public', ...leaf, issuer: 'public-intermediate', extensions: server(name) },

  // Clients.
  { name: 'client', subject: '/O=Acme/CN=frontend', issuer: 'root', ...valid, extensions: client },
  { name: 'client-foreign', subject: '/O=Other/CN=frontend', issuer: 'root-foreign', ...valid, extensions: client },
  { name: 'client-server-usage', subject: '/O=Acme/CN=frontend', issuer: 'root', ...valid, extensions: server(name) },
  { name: 'client-expired', subject: '/O=Acme/CN=frontend', issuer: 'root', ...year(2025, 2026), extensions: client },

  // Certificates that are loaded with their keys; they sign themselves.
  { name: 'pair', subject, ...valid, extensions: server(name), keepsKey: true },
  { name: 'pair-other', subject, ...valid, extensions: server(name), keepsKey: true },
  { name: 'pair-rsa', subject, ...valid, key: 'rsa:2048', extensions: server(name), keepsKey: true },
  {
    name: 'leaf-with-lists',
    subject,
    ...valid,
    extensions: [
      ...server(name),
      'crlDistributionPoints=URI:http://pki.acme.example/root.crl',
      'authorityInfoAccess=OCSP;URI:http://ocsp.acme.example',
    ],
  },
  { name: 'listed-root', subject: '/O=Acme/CN=Acme Listed Root', extensions: authority, ...valid },
  {
    name: 'leaf-listed',
    ...leaf,
    issuer: 'listed-root',
    extensions: [...server(name, 'IP:10.0.0.5'), 'crlDistributionPoints=URI:http://pki.acme.example/listed.crl'],
  },
];

/** Revocation lists: who made them, and whom they have. */
export const testLists: readonly RevocationListSpec[] = [
  { name: 'list-revoked', issuer: 'listed-root', revoked: ['leaf-listed'], ...valid },
  { name: 'list-empty', issuer: 'listed-root', revoked: [], ...valid },
];
