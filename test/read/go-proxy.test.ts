import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { webProxyFor } from '../../src/host/web-proxy.ts';
import { readProxyLines } from '../../src/read/deploy/proxy-lines.ts';
import { parseGoImports } from '../../src/read/modules/go-import.ts';
import { readGoProxy } from '../../src/read/modules/go-proxy.ts';
import { isPublicMirror } from '../../src/read/modules/module-host.ts';

describe('GOPROXY', () => {
  it('is read as the go command reads it', () => {
    expect(readGoProxy(' https://a.example/ ,b.example|direct,c')).toEqual([
      { entry: 'https://a.example/', kind: 'http', url: 'https://a.example', separator: ',' },
      { entry: 'b.example', kind: 'http', url: 'https://b.example', separator: '|' },
      { entry: 'direct', kind: 'direct', separator: '' },
    ]);
    expect(readGoProxy('off,https://a.example')).toEqual([{ entry: 'off', kind: 'off', separator: '' }]);
    expect(readGoProxy(',|').length).toBe(0);
    expect(readGoProxy('file:///srv/m')[0]).toMatchObject({ kind: 'file', url: 'file:///srv/m' });
  });

  it.each(['proxy', '/srv/m', 'C:\\m', 'ftp://a.example', 'socks5://a.example'])('%s is no proxy', (entry) => {
    expect(readGoProxy(entry)[0]?.kind).toBe('invalid');
  });

  it('has an entry for each word whatever it holds', () => {
    fc.assert(fc.property(fc.string(), (text) => readGoProxy(text).every(({ entry }) => entry !== '')));
  });
});

describe('lines that set GOPROXY', () => {
  const bar = (line: string) => readProxyLines([line]).map(({ value, bar: how }) => [value, how]);

  it.each([
    ['RUN GOPROXY=https://a.example make', [['https://a.example', 'quoted']]],
    ['ENV GOPROXY https://a.example', [['https://a.example', 'plain']]],
    ['ENV GO111MODULE=on GOPROXY=https://a.example,direct', [['https://a.example,direct', 'plain']]],
    ["RUN go env -w GOPROXY='https://a.example|direct'", [['https://a.example|direct', 'plain']]],
    ['  GOPROXY: "https://a.example"', [['https://a.example', 'plain']]],
    ["RUN echo 'GOPROXY=https://a.example' >> /e", [['https://a.example', 'unclear']]],
    ["    env: ['GOPROXY=https://a.example']", [['https://a.example', 'unclear']]],
    ['# ENV GOPROXY=https://a.example', []],
    ['ARG GOPROXY=https://a.example', []],
    ['ENV GOPROXY=$MIRROR', []],
    ['ENV GONOPROXY=a.example', []],
    [`      GOPROXY: \${{ vars.P }}`, []],
  ])('%s', (line, expected) => {
    expect(bar(line)).toEqual(expected);
  });

  it('takes linear time', () => {
    const started = Date.now();
    readProxyLines([`RUN GOPROXY=${'a,'.repeat(100_000)}`, 'GOPROXY="'.repeat(50_000)]);
    expect(Date.now() - started).toBeLessThan(2000);
  });
});

describe('a public mirror', () => {
  it.each(['goproxy.example', 'go-proxy.example', 'mirrors.cloud.example', 'mirror.example.test'])('%s', (host) => {
    expect(isPublicMirror(host)).toBe(!host.endsWith('.test'));
  });

  it.each(['goproxy.corp.example', 'goproxy.corp.internal', 'proxy.example', 'mirrors.corp.example', 'goproxy.local'])(
    '%s is none',
    (host) => {
      expect(isPublicMirror(host)).toBe(false);
    },
  );
});

describe('go-import tags', () => {
  it('are read in either order, with either quote', () => {
    expect(
      parseGoImports(`<meta content='a.example/x git https://a.example/x.git' name="go-import"><meta name="other">`),
    ).toEqual([{ prefix: 'a.example/x', vcs: 'git', repo: 'https://a.example/x.git' }]);
    expect(parseGoImports('<meta name="go-import" content="a">')).toEqual([]);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => Array.isArray(parseGoImports(`<meta ${text}`))));
  });
});

describe('the HTTP proxy of the environment', () => {
  const via = (url: string, env: Record<string, string>) => webProxyFor(new URL(url), env)?.host;
  const env = {
    HTTPS_PROXY: 'web.example:3128',
    http_proxy: 'http://plain.example:80',
    NO_PROXY: 'a.example,.b.example,10.0.0.0/8,c.example:8443',
  };

  it.each([
    ['https://x.example/', 'web.example:3128'],
    ['http://x.example/', 'plain.example'],
    ['https://a.example/', undefined],
    ['https://sub.a.example/', undefined],
    ['https://b.example/', 'web.example:3128'],
    ['https://sub.b.example/', undefined],
    ['https://10.1.2.3/', undefined],
    ['https://c.example/', 'web.example:3128'],
    ['https://c.example:8443/', undefined],
    ['https://localhost/', undefined],
    ['https://127.0.0.2/', undefined],
    ['https://[::1]/', undefined],
  ])('%s', (url, proxy) => {
    expect(via(url, env)).toBe(proxy);
  });
});
