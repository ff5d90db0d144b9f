import { describe, expect, it } from 'vitest';
import { addressUsesProxy, type Env, proxyPlan } from '../../src/wire/http-proxy.ts';
import { type Dialer, readTarget } from '../../src/wire/target.ts';

const env = (variables: Readonly<Record<string, string>>) => (name: string) => variables[name];
const newest = { by: 'NewClient', grpcVersion: '1.85.0' } as const;
const planOf = (text: string, variables: Env, dialer: Dialer = newest) =>
  proxyPlan(readTarget(text, dialer), dialer, variables);
const proxied = { HTTPS_PROXY: 'http://proxy.example:3128' };

describe('the proxy of the environment', () => {
  it.each([
    [{ HTTPS_PROXY: 'proxy.example:3128' }, 'proxy.example:3128', false],
    [{ https_proxy: 'http://proxy.example' }, 'proxy.example', false],
    [{ HTTPS_PROXY: '', https_proxy: 'https://ann:secret@proxy.example:3128/' }, 'proxy.example:3128', true],
    [{ HTTPS_PROXY: 'socks5://[::1]:1080' }, '[::1]:1080', false],
  ])('%j', (variables, address, login) => {
    const plan = planOf('svc.example:1', env(variables));
    expect(plan).toMatchObject({ how: 'name', proxy: { address, login } });
    expect(JSON.stringify(plan)).not.toContain('secret');
  });

  it.each([{}, { HTTP_PROXY: 'http://p' }, { ALL_PROXY: 'http://p' }, { HTTPS_PROXY: 'http://bad host%zz' }])(
    '%j is none',
    (variables) => {
      expect(planOf('svc.example:1', env(variables as Record<string, string>))).toEqual({ how: 'direct' });
    },
  );
});

// What grpc-go 1.85.0 did, by the CONNECT lines that a proxy got.
describe('NO_PROXY', () => {
  it.each([
    ['svc.example', 'svc.example:50051', false],
    ['svc.example', 'api.svc.example:50051', false],
    ['svc.example', 'xsvc.example:50051', true],
    ['.svc.example', 'svc.example:50051', true],
    ['.svc.example', 'api.svc.example:50051', false],
    ['*.svc.example', 'svc.example:50051', true],
    ['*.svc.example', 'api.svc.example:50051', false],
    ['svc.exampl*', 'svc.example:50051', true],
    ['*', 'svc.example:50051', false],
    ['*:50051', 'svc.example:50051', true],
    ['EXAMPLE', 'Svc.Example:50051', false],
    ['svc.example:50051', 'svc.example:50051', false],
    ['svc.example:443', 'svc.example:50051', true],
    ['svc.example:443', 'svc.example', false],
    ['svc.example', 'svc.example.:50051', true],
    ['http://svc.example', 'svc.example:50051', true],
    [' svc.example , two.example ', 'two.example:1', false],
    ['192.0.2.0/24', '192.0.2.7:50051', false],
    ['192.0.2.7/33', '192.0.2.7:50051', true],
    ['192.0.2.7', '192.0.2.7:50051', false],
    ['192.0.2.7:1', '192.0.2.7:50051', true],
    ['192.0.2.0/24', 'svc.example:50051', true],
    ['2001:db8::/32', '[2001:db8::1]:50051', false],
    ['[2001:db8::1]:50051', '[2001:db8::1]:50051', false],
    ['::ffff:192.0.2.7', '192.0.2.7:50051', false],
    ['0.0.0.0/0', '[2001:db8::1]:50051', true],
    ['münchen.example', 'münchen.example:50051', false],
    ['', 'localhost:50051', false],
    ['', '127.1.2.3:1', false],
    ['', '[::1]:50051', false],
    ['', 'foo.localhost:1', true],
    ['', 'svc.example:50051', true],
  ])('%s and %s: through the proxy %s', (list, address, expected) => {
    expect(addressUsesProxy(address, newest, env({ NO_PROXY: list }))).toBe(expected);
  });

  it('is read in small letters only where the other is empty', () => {
    expect(addressUsesProxy('svc.example:1', newest, env({ no_proxy: 'svc.example' }))).toBe(false);
    expect(addressUsesProxy('svc.example:1', newest, env({ NO_PROXY: 'a', no_proxy: 'svc.example' }))).toBe(true);
  });
});

describe('the way of a target', () => {
  const plan = (text: string, by: 'NewClient' | 'Dial', grpcVersion: string, more = {}) =>
    planOf(text, env({ ...proxied, ...more }), { by, grpcVersion });

  it('changed with the releases', () => {
    expect(plan('svc.example', 'NewClient', '1.85.0')).toMatchObject({ how: 'name', connect: 'svc.example:443' });
    expect(plan('svc.example', 'NewClient', '1.76.0')).toMatchObject({ how: 'name', connect: 'svc.example' });
    expect(plan('svc.example', 'NewClient', '1.70.0')).toMatchObject({ how: 'addresses' });
    expect(plan('dns:///svc.example:1', 'Dial', '1.85.0')).toMatchObject({ how: 'addresses' });
    expect(plan('svc.example:1', 'Dial', '1.60.1')).toMatchObject({ how: 'name', connect: 'svc.example:1' });
    expect(plan('svc.example', 'Dial', '1.85.0')).toMatchObject({ how: 'name', connect: 'svc.example' });
    expect(plan('münchen.example:1', 'NewClient', '1.85.0')).toMatchObject({ connect: 'xn--mnchen-3ya.example:1' });
  });

  it('leads past the proxy for sockets, the own machine, refused targets and NO_PROXY', () => {
    for (const text of ['unix:///x', 'passthrough:///unix:///x', 'localhost:1', ':1', 'dns://svc:1', 'http://svc:1']) {
      expect(plan(text, 'NewClient', '1.85.0'), text).toEqual({ how: 'direct' });
    }
    expect(plan('svc.example:1', 'NewClient', '1.85.0', { NO_PROXY: 'example' })).toEqual({ how: 'direct' });
  });

  it('asks NO_PROXY of the addresses, but for the releases that forgot', () => {
    const noProxy = env({ NO_PROXY: '10.0.0.0/8' });
    const uses = (grpcVersion: string) => addressUsesProxy('10.0.0.5:1', { by: 'NewClient', grpcVersion }, noProxy);
    expect(['1.60.1', '1.71.0', '1.71.3', '1.85.0'].map(uses)).toEqual([false, true, false, false]);
  });
});
