import { describe, expect, it } from 'vitest';
import { downloadFailures } from '../../src/read/modules/download-failures.ts';
import { parseDownloadLog } from '../../src/read/modules/download-log.ts';

const url = (host: string, module: string, file = 'v1.0.0.mod'): string =>
  `https://${host}/example.com/${module}/@v/${file}`;
const failed = (address: string, how: string): string => `# get ${address}\n# get ${address}: ${how}\n`;
const found = (text: string) =>
  downloadFailures(parseDownloadLog(text)).map(({ path, kind, line }) => [path, kind, line]);

describe('downloadFailures', () => {
  it.each([
    ['403 Forbidden (0.1s)', 'status'],
    ['502 Bad Gateway (0.101s)', 'status'],
    ['Get "…": dial tcp 10.99.0.2:8080: i/o timeout', 'timeout'],
    ['Get "…": dial tcp [2001:db8::1]:443: connect: connection timed out', 'timeout'],
    [
      'Get "…": dial tcp 192.0.2.1:443: connectex: A connection attempt failed because the connected party did not properly respond after a period of time, or established connection failed because connected host has failed to respond.',
      'timeout',
    ],
    ['Get "…": dial tcp 127.0.0.1:1: connect: connection refused', 'refused'],
    [
      'Get "…": dial tcp 127.0.0.1:1: connectex: No connection could be made because the target machine actively refused it.',
      'refused',
    ],
    ['Get "…": dial tcp: lookup invalid-proxy.local on 127.0.0.1:53: no such host', 'no-such-host'],
    ['Get "…": net/http: TLS handshake timeout', 'tls'],
    ['Get "…": tls: failed to verify certificate: x509: certificate signed by unknown authority', 'tls'],
    ['Get "…": stopped after 10 redirects', 'redirects'],
    ['Get "…": EOF', 'failed'],
  ])('%s', (how, kind) => {
    expect(found(failed(url('proxy.example', 'a'), how))).toEqual([['example.com/a', kind, 2]]);
  });

  it.each(['200 OK (0.1s)', '404 Not Found (0.1s)', '410 Gone (0.1s)'])('%s is no failure', (how) => {
    expect(found(failed(url('proxy.example', 'a'), how))).toEqual([]);
  });

  it('is not final where the next proxy was asked', () => {
    const text = failed(url('proxy.example', 'a'), 'EOF') + failed(url('other.example', 'a'), '200 OK (0.1s)');
    expect(found(text)).toEqual([]);
    expect(
      found(failed(url('proxy.example', 'a'), 'EOF') + failed(url('other.example', 'b'), '200 OK (0.1s)')),
    ).toEqual([['example.com/a', 'failed', 2]]);
    // For another file of the module it is.
    expect(
      found(failed(url('proxy.example', 'a'), 'EOF') + failed(url('other.example', 'a', 'list'), '200 OK (0.1s)')),
    ).toHaveLength(1);
  });

  it.each(['example.com/a', 'example.com/a/v2', 'example.com'])(
    'is not final where the origin %s was asked',
    (origin) => {
      const text = `${failed(url('proxy.example', 'a/v2'), 'EOF')}# get https://${origin}?go-get=1\n`;
      expect(found(text)).toEqual([]);
    },
  );

  it('counts what came before the failure for nothing', () => {
    const text = `# get https://example.com/a?go-get=1\n${failed(url('proxy.example', 'a'), 'EOF')}`;
    expect(found(text)).toHaveLength(1);
  });

  it('says nothing of the checksum database and of origins', () => {
    expect(
      found(failed('https://proxy.example/sumdb/sum.example/supported', '500 Internal Server Error (0.1s)')),
    ).toEqual([]);
    expect(found(failed('https://example.com/a?go-get=1', 'EOF'))).toEqual([]);
  });
});
