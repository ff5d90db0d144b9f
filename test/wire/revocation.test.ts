import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { get } from '../../src/host/fetch.ts';
import { readPem } from '../../src/read/pem.ts';
import type { Certificate } from '../../src/read/x509/certificate.ts';
import { issuerOf, judgeList, judgeResponse, readable } from '../../src/wire/revocation/judge-answer.ts';
import { idOf, ocspAddress, ocspRequest } from '../../src/wire/revocation/request.ts';
import { summaryOf } from '../../src/wire/revocation/revocation.ts';
import { describeWith } from '../support/skip.ts';

const dir = mkdtempSync(join(tmpdir(), 'grpc-doctor-revoked-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const configuration = `[ca]
default_ca=d
[d]
database=./index.txt
serial=./serial
crlnumber=./crlnumber
new_certs_dir=.
certificate=ca.pem
private_key=ca.key
default_md=sha256
default_crl_days=30
policy=p
[p]
commonName=supplied
`;

const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: dir, stdio: ['ignore', 'pipe', 'pipe'] });
const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

function issue(name: string, extensions: string): void {
  openssl('req', ...newKey, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`);
  writeFileSync(join(dir, 'ext'), extensions);
  openssl(
    'ca',
    '-batch',
    '-config',
    'ca.cnf',
    '-in',
    `${name}.csr`,
    '-out',
    `${name}.pem`,
    '-days',
    '50',
    '-extfile',
    'ext',
    '-notext',
  );
}

function certificate(name: string): Certificate {
  const [block] = readPem(readFileSync(join(dir, `${name}.pem`), 'utf8'));
  const [read] = readable(block ? [block.bytes] : []);
  if (!read) throw new Error(`${name} cannot be read`);
  return read;
}

function asked(name: string, now = Date.now()) {
  const one = certificate(name);
  const issuer = issuerOf(one, [certificate('other'), certificate('ca')]);
  if (!issuer) throw new Error('no issuer');
  return { certificate: one, issuer, now };
}

const DAY = 86_400_000;

describeWith(['openssl', 'version'])('an authority of openssl', () => {
  beforeAll(() => {
    writeFileSync(join(dir, 'ca.cnf'), configuration);
    for (const [file, text] of [
      ['index.txt', ''],
      ['serial', '1000'],
      ['crlnumber', '01'],
    ] as const)
      writeFileSync(join(dir, file), text);
    for (const name of ['ca', 'other']) {
      openssl(
        'req',
        '-x509',
        ...newKey,
        '-keyout',
        `${name}.key`,
        '-out',
        `${name}.pem`,
        '-subj',
        '/CN=Authority',
        '-days',
        '100',
      );
    }
    issue('good', 'subjectAltName=DNS:localhost');
    issue('bad', 'subjectAltName=DNS:localhost');
    issue('responder', 'extendedKeyUsage=OCSPSigning');
    openssl('ca', '-config', 'ca.cnf', '-revoke', 'bad.pem', '-crl_reason', 'keyCompromise');
    openssl('ca', '-config', 'ca.cnf', '-gencrl', '-out', 'list.pem');
  }, 60_000);

  it('says in its list who is revoked, since when and why', () => {
    const list = readFileSync(join(dir, 'list.pem'));
    expect(judgeList(list, asked('good'))).toEqual({ status: 'good' });
    expect(judgeList(list, asked('bad'))).toMatchObject({ status: 'revoked', reason: 1 });
  });

  it('is not believed where another one signed, or the time is over', () => {
    const list = readFileSync(join(dir, 'list.pem'));
    const foreign = { ...asked('good'), issuer: certificate('other') };
    expect(judgeList(list, foreign)).toMatchObject({ why: { key: 'revocation-not-signed' } });
    expect(judgeList(list, asked('good', Date.now() + 60 * DAY))).toMatchObject({
      why: { key: 'revocation-out-of-date' },
    });
    expect(judgeList(Buffer.from('<html>'), asked('good'))).toMatchObject({ why: { key: 'revocation-unreadable' } });
  });

  it('answers by its responder', async () => {
    const port = await freePort();
    const signer = ['-rsigner', 'responder.pem', '-rkey', 'responder.key', '-CA', 'ca.pem'];
    const server = spawn('openssl', ['ocsp', '-index', 'index.txt', '-port', String(port), ...signer, '-ndays', '3'], {
      cwd: dir,
    });
    try {
      await new Promise((resolve) => server.stderr.once('data', resolve));
      const said = [];
      for (const name of ['good', 'bad']) {
        const one = asked(name);
        const id = await idOf(one.issuer);
        const url = ocspAddress(`http://127.0.0.1:${port}`, ocspRequest(id, one.certificate.serial));
        const result = await get(url, { timeoutMs: 10_000, bytes: 100_000 });
        const bytes = Buffer.from(result.kind === 'answered' ? (result.bytes ?? '') : '', 'base64');
        said.push(judgeResponse(bytes, id, one).status);
        const foreign = { ...one, issuer: certificate('other') };
        expect(judgeResponse(bytes, id, foreign)).toMatchObject({ why: { key: 'revocation-not-signed' } });
      }
      expect(said).toEqual(['good', 'revoked']);
    } finally {
      server.kill();
    }
  }, 60_000);
});

it('one good answer is enough, and one that says revoked counts always', () => {
  const place = { at: 0, kind: 'crl', address: 'http://a' } as const;
  expect(
    summaryOf([
      { ...place, status: 'unknown' },
      { ...place, status: 'good' },
    ]).status,
  ).toBe('good');
  expect(
    summaryOf([
      { ...place, status: 'good' },
      { ...place, at: 1, status: 'unknown' },
    ]).status,
  ).toBe('unknown');
  expect(
    summaryOf([
      { ...place, status: 'good' },
      { ...place, status: 'revoked' },
    ]).status,
  ).toBe('revoked');
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
