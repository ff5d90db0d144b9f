import type { Certificates } from './certificates.ts';

const localhost = ['DNS:localhost', 'IP:127.0.0.1', 'IP:::1'];
const server = ['serverAuth'];

/** Authorities: the one that clients trust, one that they do not, and two that are not what they seem. */
const authorities = {
  root: { subject: 'Lab Root', authority: true },
  intermediate: { subject: 'Lab Intermediate', issuer: 'root', authority: true },
  'other-root': { subject: 'Other Root', authority: true },
  /** The same name, and another key: somebody made the authority again. */
  'root-remade': { subject: 'Lab Root', authority: true },
  'client-root': { subject: 'Client Root', authority: true },
  'expired-intermediate': {
    subject: 'Old Intermediate',
    issuer: 'root',
    authority: true,
    from: '20200101',
    until: '20210101',
  },
  'short-intermediate': { subject: 'Short Intermediate', issuer: 'root', authority: 0 },
  'below-short': { subject: 'Below Short', issuer: 'short-intermediate', authority: true },
  'not-an-authority': { subject: 'Not An Authority', issuer: 'root', names: ['DNS:issuer.test'] },
  'no-key-cert-sign': {
    subject: 'Without Right',
    issuer: 'root',
    authority: true,
    extensions: ['keyUsage=critical,digitalSignature'],
  },
  'permits-example': {
    subject: 'Permits Example',
    issuer: 'root',
    authority: true,
    extensions: ['nameConstraints=critical,permitted;DNS:example.com'],
  },
  'excludes-localhost': {
    subject: 'Excludes Localhost',
    issuer: 'root',
    authority: true,
    extensions: ['nameConstraints=critical,excluded;DNS:localhost'],
  },
  'for-clients-only': { subject: 'For Clients Only', issuer: 'root', authority: true, usages: ['clientAuth'] },
} satisfies Certificates;

/** What servers send. */
const servers = {
  good: { subject: 'localhost', issuer: 'intermediate', names: localhost, usages: server },
  'good-direct': { subject: 'localhost', issuer: 'root', names: localhost, usages: server },
  'no-usage': { subject: 'localhost', issuer: 'root', names: localhost },
  'any-usage': { subject: 'localhost', issuer: 'root', names: localhost, usages: ['anyExtendedKeyUsage'] },
  expired: { subject: 'localhost', issuer: 'root', names: localhost, from: '20200101', until: '20210101' },
  'not-yet-valid': { subject: 'localhost', issuer: 'root', names: localhost, from: '20480101' },
  'wrong-name': { subject: 'other.example', issuer: 'root', names: ['DNS:other.example'] },
  'two-wrong-names': { subject: 'a.example', issuer: 'root', names: ['DNS:a.example', 'DNS:b.example'] },
  'address-names-only': { subject: 'localhost', issuer: 'root', names: ['IP:127.0.0.1'] },
  'other-address': { subject: 'localhost', issuer: 'root', names: ['DNS:localhost', 'IP:10.0.0.5'] },
  'common-name-only': { subject: 'localhost', issuer: 'root' },
  'no-name-at-all': { subject: '', issuer: 'root' },
  'version-one': { subject: 'localhost', issuer: 'root', versionOne: true },
  'no-address': { subject: 'localhost', issuer: 'root', names: ['DNS:localhost'] },
  'address-as-name': { subject: 'localhost', issuer: 'root', names: ['DNS:localhost', 'DNS:127.0.0.1'] },
  'partial-wildcard': { subject: 'svc.test', issuer: 'root', names: ['DNS:sv*.test'] },
  wildcard: { subject: 'svc.test', issuer: 'root', names: ['DNS:*.test'] },
  'upper-case': { subject: 'svc.test', issuer: 'root', names: ['DNS:SVC.TEST'] },
  underscore: { subject: 'svc.test', issuer: 'root', names: ['DNS:my_svc.test'] },
  'self-signed': { subject: 'localhost', names: localhost },
  'self-signed-authority': { subject: 'localhost', names: localhost, authority: true },
  foreign: { subject: 'localhost', issuer: 'other-root', names: localhost },
  'of-root-remade': { subject: 'localhost', issuer: 'root-remade', names: localhost },
  'sha1-signature': { subject: 'localhost', issuer: 'root', names: localhost, digest: 'sha1' },
  'under-no-authority': { subject: 'localhost', issuer: 'not-an-authority', names: localhost },
  'under-no-right': { subject: 'localhost', issuer: 'no-key-cert-sign', names: localhost },
  'under-expired': { subject: 'localhost', issuer: 'expired-intermediate', names: localhost },
  'client-usage': { subject: 'localhost', issuer: 'root', names: localhost, usages: ['clientAuth'] },
  'under-for-clients': { subject: 'localhost', issuer: 'for-clients-only', names: localhost, usages: server },
  'outside-permitted': { subject: 'localhost', issuer: 'permits-example', names: ['DNS:localhost'] },
  'inside-excluded': { subject: 'localhost', issuer: 'excludes-localhost', names: ['DNS:localhost'] },
  'too-deep': { subject: 'localhost', issuer: 'below-short', names: localhost },
  'critical-unknown': {
    subject: 'localhost',
    issuer: 'root',
    names: localhost,
    extensions: ['1.2.3.4.5=critical,ASN1:UTF8String:lab'],
  },
  revoked: {
    subject: 'localhost',
    issuer: 'root',
    names: localhost,
    extensions: ['crlDistributionPoints=URI:http://127.0.0.1:1/lab.crl'],
  },
  'rsa-1024': { subject: 'localhost', issuer: 'root', names: localhost, key: 'rsa:1024' },
  'rsa-768': { subject: 'localhost', issuer: 'root', names: localhost, key: 'rsa:768' },
  'rsa-2048': { subject: 'localhost', issuer: 'root', names: localhost, key: 'rsa:2048' },
  'negative-serial': { subject: 'localhost', issuer: 'root', names: localhost, negativeSerial: true },
  'expired-and-foreign': { subject: 'localhost', issuer: 'other-root', names: localhost, until: '20210101' },
  'wrong-name-and-foreign': { subject: 'other.example', issuer: 'other-root', names: ['DNS:other.example'] },
  'expired-and-wrong-name': { subject: 'other.example', issuer: 'root', names: ['DNS:x.test'], until: '20210101' },
} satisfies Certificates;

/** What clients show. */
const clients = {
  client: { subject: 'client', issuer: 'root', usages: ['clientAuth'] },
  'client-foreign': { subject: 'client', issuer: 'client-root', usages: ['clientAuth'] },
  'client-expired': { subject: 'client', issuer: 'root', usages: ['clientAuth'], until: '20210101' },
  'client-server-usage': { subject: 'client', issuer: 'root', usages: ['serverAuth'] },
} satisfies Certificates;

/** The certificates that labs about endpoints share, by their ids. */
export const labCertificates = { ...authorities, ...servers, ...clients } satisfies Certificates;

export type LabCertificate = keyof typeof labCertificates;
