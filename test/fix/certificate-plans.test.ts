import { describe, expect, it } from 'vitest';
import { fetchLine, issueClientLines, issueLines } from '../../src/fix/certificate-plans.ts';
import type { Wire } from '../../src/wire/wire.ts';

const hostile = ['$(reboot)', 'a;b', '"', "'", '`id`', 'a b', '-out', '../x', 'a\nb', ''];
const unsafe = /\$\(|`|;b|\.\.\/|reboot|a b|\n/;

describe('the lines that issue certificates', () => {
  it('tell names from addresses', () => {
    const [request = { line: '' }] = issueLines(['greeter.example', '10.0.0.5', '::1']);
    expect(request.line).toContain('-addext "subjectAltName=DNS:greeter.example,IP:10.0.0.5,IP:::1"');
    expect(request.line).toContain('-subj "/CN=greeter.example"');
  });

  it('keep stars from the shell', () => {
    const lines = issueLines(['*.example']).map(({ line }) => line);
    expect(lines.filter((line) => line.startsWith('step') || line.startsWith('mkcert'))).toHaveLength(2);
    for (const line of lines) expect(line).not.toMatch(/ \*/);
  });

  it('hold no name that a shell would read otherwise', () => {
    const lines = [...issueLines([...hostile, 'greeter.example']), ...hostile.flatMap(issueClientLines)];
    for (const { line } of lines) expect(line).not.toMatch(unsafe);
    expect(issueLines(hostile).every(({ line }) => line.includes('NAME') || line.includes('server.csr'))).toBe(true);
  });
});

describe('the line that fetches a certificate', () => {
  const seen = (host: string | undefined): Wire =>
    ({ target: { host, port: 443 }, address: '10.0.0.5:443' }) as unknown as Wire;

  it('names host, port and server name', () => {
    expect(fetchLine(seen('greeter.example'), 'other.example')).toBe(
      'openssl s_client -connect greeter.example:443 -servername other.example -showcerts </dev/null',
    );
  });

  it('leaves the server name out where it is an address, and takes the address where the host is not plain', () => {
    expect(fetchLine(seen('10.0.0.5'), '10.0.0.5')).toBe(
      'openssl s_client -connect 10.0.0.5:443 -showcerts </dev/null',
    );
    for (const name of hostile) expect(fetchLine(seen(name), name)).not.toMatch(unsafe);
    expect(fetchLine(seen('$(reboot)'), 'x')).toContain('-connect 10.0.0.5:443 ');
  });
});
