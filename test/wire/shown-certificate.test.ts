import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verificationRules } from '../../src/knowledge/go-verification.ts';
import { readPem } from '../../src/read/pem.ts';
import type { Certificate } from '../../src/read/x509/certificate.ts';
import { readCertificate } from '../../src/read/x509/read-certificate.ts';
import type { GoVerdict } from '../../src/wire/go-verdict/verdict.ts';
import { chainEvidence, issuerOf, moment, nameOf, organisationOf } from '../../src/wire/shown-certificate.ts';

const { parse } = verificationRules({ goVersion: '1.26.8', goLine: '1.26', godebug: {} });

function certificate(name: string): Certificate {
  const [block] = readPem(readFileSync(join(import.meta.dirname, '../certificates', `${name}.pem`), 'latin1'));
  const reading = readCertificate(block?.bytes ?? new Uint8Array(), parse);
  if (reading.kind === 'fault') throw new Error(reading.text);
  return reading.certificate;
}

describe('how a certificate is shown', () => {
  it('is called by its common name, and its issuer, too', () => {
    const leaf = certificate('leaf');
    expect([nameOf(leaf), issuerOf(leaf), organisationOf(leaf.issuer)]).toEqual([
      'greeter.acme.example',
      'Acme Issuing',
      'Acme',
    ]);
  });

  it('reads names with commas and signs', () => {
    expect(organisationOf('CN=x,O=SECOM Trust Systems CO.\\,LTD.,C=JP')).toBe('SECOM Trust Systems CO.,LTD.');
    expect(organisationOf('CN=O=x')).toBe('');
    expect(issuerOf({ ...certificate('leaf'), issuer: 'O=Nobody' })).toBe('O=Nobody');
  });

  it('lists four of a long chain, and what Go would say next', () => {
    const leaf = certificate('leaf');
    const verdict: GoVerdict = {
      verdict: 'refuse',
      refusal: 'expired',
      text: 'x',
      path: [0],
      next: ['unknown-authority'],
      certificates: Array.from({ length: 1000 }, () => leaf),
    };
    const lines = chainEvidence('svc:443', verdict).map(({ text }) => text);
    expect(lines).toHaveLength(5);
    expect(lines[0]).toBe(
      '0 s:CN=greeter.acme.example i:CN=Acme Issuing,O=Acme v:2026-01-01..2036-01-01 names:DNS:greeter.acme.example,IP:10.0.0.5',
    );
    expect(lines[4]).toBe('next: x509: certificate signed by unknown authority');
  });

  it('tells times that no calendar has', () => {
    expect(moment(Date.parse('2026-11-24T12:00:00Z'))).toBe('2026-11-24T12:00:00Z');
    expect(moment(1e18)).toBe('1000000000000000000');
  });
});
