import { describe, expect, it } from 'vitest';
import { newestVerificationRules, verificationRules } from '../../../src/knowledge/go-verification.ts';
import { readPem } from '../../../src/read/pem.ts';
import { readRevocationList } from '../../../src/read/x509/crl.ts';
import { goQuote, goString } from '../../../src/read/x509/go-text.ts';
import { parseUrl, urlText } from '../../../src/read/x509/go-url.ts';
import { ipText, parseIp } from '../../../src/read/x509/ip.ts';
import { nameText } from '../../../src/read/x509/names.ts';
import { readOcspResponse } from '../../../src/read/x509/ocsp.ts';
import { readCertificate } from '../../../src/read/x509/read-certificate.ts';
import { handMade, handMadeOne } from '../../support/chains.ts';
import { damaged } from '../../support/damage.ts';

const old = verificationRules({ goVersion: '1.21.13', goLine: '1.21', godebug: {} });

describe('a certificate', () => {
  it('is read with its names, times and keys', () => {
    const reading = readCertificate(handMadeOne('leaf'), newestVerificationRules().parse);
    expect(reading).toMatchObject({
      kind: 'read',
      certificate: { version: 3, dnsNames: expect.arrayContaining(['greeter.acme.example']), isCA: false },
    });
  });

  it('never makes the readers throw, whatever is damaged', () => {
    const kinds = new Map<string, number>();
    for (const der of damaged([...handMade.values()], 10_000, 7)) {
      for (const rules of [old, newestVerificationRules()]) {
        const { kind } = readCertificate(der, rules.parse);
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      }
      readRevocationList(der);
      readOcspResponse(der);
    }
    expect([...kinds.keys()].sort()).toEqual(['fault', 'read']);
  });

  it('with a negative serial number is one where the go line is old enough', () => {
    const der = handMadeOne('leaf-negative-serial');
    const rulesOf = (goLine: string) => verificationRules({ goVersion: '1.26.8', goLine, godebug: {} }).parse;
    expect(readCertificate(der, rulesOf('1.22')).kind).toBe('read');
    expect(readCertificate(der, rulesOf('1.23'))).toEqual({ kind: 'fault', text: 'x509: negative serial number' });
  });
});

describe('a PEM file', () => {
  const block = (type: string) => `-----BEGIN ${type}-----\nAQID\n-----END ${type}-----\n`;

  it('is its blocks, whatever stands between them', () => {
    const text = `subject: x\r\n${block('CERTIFICATE').replaceAll('\n', '\r\n')}between\n${block('PRIVATE KEY')}`;
    expect(readPem(text).map(({ type, line }) => ({ type, line }))).toEqual([
      { type: 'CERTIFICATE', line: 2 },
      { type: 'PRIVATE KEY', line: 6 },
    ]);
  });

  it('has no block without an end, and goes on with the next one', () => {
    expect(readPem(`-----BEGIN CERTIFICATE-----\nAQID\n${block('CERTIFICATE')}`)).toHaveLength(1);
    expect(readPem('-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n')).toEqual([]);
  });
});

describe('texts as Go writes them', () => {
  it.each([
    ['a"b\\c', '"a\\"b\\\\c"'],
    ['tab\tßé证', '"tab\\tßé证"'],
    ['\u00a0\u200b', '"\\u00a0\\u200b"'],
  ])('%j in quotes', (text, quoted) => {
    expect(goQuote(text)).toBe(quoted);
  });

  it('bytes that are no text', () => {
    expect(goQuote(goString(Uint8Array.of(0x61, 0xff, 0xc3, 0x9f)))).toBe('"a\\xffß"');
  });

  it('distinguished names, the last attribute first', () => {
    const attributes = [
      { type: '2.5.4.6', value: 'DE' },
      { type: '2.5.4.10', value: 'A, B' },
      { type: '2.5.4.3', value: ' lab' },
      { type: '1.2.3', value: 'x' },
    ];
    expect(nameText(attributes)).toBe('CN=\\ lab,O=A\\, B,C=DE,1.2.3=#130178');
  });

  it.each([
    ['::1', '::1'],
    ['fd00:0:0:1:0:0:0:5', 'fd00:0:0:1::5'],
    ['::ffff:10.1.2.3', '10.1.2.3'],
    ['010.1.1.1', undefined],
    ['fe80::1%eth0', undefined],
  ])('the address %s', (text, printed) => {
    const ip = parseIp(text);
    expect(ip && ipText(ip)).toBe(printed);
  });

  it.each(['spiffe://svc.test/ns/a', 'https://u:p@svc.test:8443/a%20b?q=1#f', 'urn:a:b'])('the URL %s', (text) => {
    const read = parseUrl(text, newestVerificationRules().parse.url);
    expect('url' in read && urlText(read.url)).toBe(text);
  });
});
