import { describe, expect, it } from 'vitest';
import type { NameAnswer } from '../../../src/core/host.ts';
import { MadeUpHost } from '../../../src/host/made-up.ts';
import { ip6Sources, orderAddresses } from '../../../src/wire/name/address-order.ts';
import type { Resolution } from '../../../src/wire/name/resolution.ts';
import { resolveTarget } from '../../../src/wire/name/resolve.ts';
import { readTarget, usualDialer } from '../../../src/wire/target.ts';
import { type NameSpec, nameAnswerOf } from '../../support/endpoint.ts';

interface World {
  readonly resolvConf?: string;
  readonly hosts?: string;
  readonly nsswitch?: string;
  readonly names?: Readonly<Record<string, NameSpec>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly os?: string;
  readonly grpcVersion?: string;
  readonly goVersion?: string;
  readonly netdns?: string;
}

async function resolve(text: string, world: World = {}): Promise<Resolution & { asked: string[] }> {
  const { grpcVersion = '1.85.0', goVersion = '1.26.8', netdns = '', os = 'linux', env = {} } = world;
  const files = {
    '/etc/resolv.conf': world.resolvConf,
    '/etc/hosts': world.hosts,
    '/etc/nsswitch.conf': world.nsswitch,
  };
  const asked: string[] = [];
  const names = new Map<string, NameAnswer>(
    Object.entries(world.names ?? {}).map(([key, spec]) => [key, nameAnswerOf(spec)]),
  );
  const host = new MadeUpHost({
    today: '2026-11-26',
    platform: { os, arch: 'amd64' },
    env,
    files: new Map(
      Object.entries(files).flatMap(([path, content]) =>
        content === undefined ? [] : [[path, { bytes: Buffer.from(content), executable: false }] as const],
      ),
    ),
    unreadable: new Set(),
    links: new Map(),
    commands: new Map(),
    answers: new Map(),
    names,
  });
  const target = readTarget(text, usualDialer(grpcVersion));
  const resolution = await resolveTarget(host, target, { grpcVersion, goVersion, netdns, stepMs: 2000 });
  asked.push(...resolution.questions.map(({ type, name, server }) => `${type} ${name} @${server}`));
  return { ...resolution, asked };
}

const server = 'nameserver 10.0.0.10\n';
const pod = `search shop.svc.cluster.local svc.cluster.local cluster.local\n${server}options ndots:5\n`;
const both = (name: string, spec: NameSpec, at = '10.0.0.10:53'): Record<string, NameSpec> => ({
  [`A ${name} @${at}`]: spec,
  [`AAAA ${name} @${at}`]: spec === 'timeout' || typeof spec === 'string' ? spec : [],
});

describe('what a target leads to', () => {
  it.each([
    ['10.0.0.5:50051', [{ kind: 'tcp', ip: '10.0.0.5', port: 50051 }]],
    ['dns:///[2001:db8::5]', [{ kind: 'tcp', ip: '2001:db8::5', port: 443 }]],
    ['unix:///run/x.sock', [{ kind: 'unix', path: '/run/x.sock' }]],
    ['unix-abstract:x', [{ kind: 'unix', path: '@x' }]],
    ['passthrough:///unix:///run/x.sock', [{ kind: 'unix', path: '/run/x.sock' }]],
    ['[::ffff:10.0.0.5]:1', [{ kind: 'tcp', ip: '10.0.0.5', port: 1 }]],
  ])('%s needs nobody', async (text, addresses) => {
    expect(await resolve(text)).toMatchObject({ kind: 'literal', addresses, asked: [] });
  });

  it('asks for both families of each name until there is an address', async () => {
    const names = {
      ...both('greeter.shop.shop.svc.cluster.local', 'no-such-name'),
      ...both('greeter.shop.svc.cluster.local', ['10.0.0.5']),
    };
    const found = await resolve('greeter.shop:50051', { resolvConf: pod, names });
    expect(found).toMatchObject({
      kind: 'found',
      from: 'dns',
      addresses: [{ kind: 'tcp', ip: '10.0.0.5', port: 50051 }],
      queries: { total: 4, useless: 2 },
      configQueries: 4,
      worstMs: 40_000,
      givesUpMs: 30_000,
    });
    expect(found.asked.length).toBe(4);
  });

  it('asks no name that Go would not ask for', async () => {
    const missing = await resolve('$GREETER:50051', { resolvConf: server });
    expect(missing).toMatchObject({
      kind: 'no-such-name',
      asked: [],
      goError: 'name resolver error: produced zero addresses',
    });
  });

  it('has the port in the way only once the name is found', async () => {
    const names = both('greeter.example', ['10.0.0.5']);
    const target = 'greeter.example:grpc';
    const found = await resolve(target, { resolvConf: server, names });
    expect(found).toMatchObject({ kind: 'target-refused', addresses: [] });
    expect(found.goError).toContain('lookup tcp/grpc: unknown port');
    const missing = await resolve(target, { resolvConf: server, names: both('greeter.example', 'no-such-name') });
    expect(missing.kind).toBe('no-such-name');
  });

  it('asks the server that the target names, and keeps the label of resolv.conf in the error', async () => {
    const names = both('svc.example', ['10.0.0.5'], '10.9.9.9:5353');
    expect(await resolve('dns://10.9.9.9:5353/svc.example:1', { resolvConf: server, names })).toMatchObject({
      kind: 'found',
    });
    const dead = await resolve('dns://10.9.9.9:5353/svc.example:1', { resolvConf: server });
    expect(dead.deadServers).toEqual(['10.9.9.9:5353']);
    expect(dead.goError).toContain('on 10.0.0.10:53: read udp *->10.9.9.9:5353: i/o timeout');
  });
});

describe('name servers that fail', () => {
  it('are asked no more once all of them are silent', async () => {
    const dead = await resolve('greeter.shop.svc.cluster.local:50051', { resolvConf: pod });
    expect(dead).toMatchObject({
      kind: 'server-unreachable',
      deadServers: ['10.0.0.10:53'],
      worstMs: 40_000,
      givesUpMs: 30_000,
    });
    expect(dead.goError).toContain(': dial udp 10.0.0.10:53: i/o timeout');
    expect(dead.asked.length).toBe(2);
  });

  it('are waited for to the end by a grpc-go that has no limit', async () => {
    const dead = await resolve('dns:///greeter.shop.svc.cluster.local:50051', {
      resolvConf: pod,
      grpcVersion: '1.60.1',
    });
    expect(dead.givesUpMs).toBeUndefined();
    expect(dead.goError).toBe(
      'name resolver error: dns: A record lookup error: lookup greeter.shop.svc.cluster.local on 10.0.0.10:53: read udp *->10.0.0.10:53: i/o timeout',
    );
  });

  it('cost the dialer of passthrough 20 s', async () => {
    const dead = await resolve('passthrough:///greeter.shop.svc.cluster.local:50051', { resolvConf: pod });
    expect(dead.givesUpMs).toBe(20_000);
    expect(dead.goError).toContain('dial tcp: lookup greeter.shop.svc.cluster.local: i/o timeout');
  });

  it('delay what the next one knows', async () => {
    const names = both('svc.example', ['10.0.0.5'], '10.0.0.11:53');
    const resolvConf = 'nameserver 10.0.0.10\nnameserver 10.0.0.11\n';
    expect(await resolve('svc.example:1', { resolvConf, names })).toMatchObject({
      kind: 'found',
      deadServers: ['10.0.0.10:53'],
      delayMs: 5000,
    });
  });

  it('live where they answer some questions only', async () => {
    const names = { 'A svc.example @10.0.0.10:53': ['10.0.0.5'] };
    const found = await resolve('svc.example:1', { resolvConf: server, names });
    expect(found).toMatchObject({ kind: 'found', deadServers: [] });
    expect(found.delayMs).toBeUndefined();
  });

  it('say what may pass, or what grpc-go takes for no address', async () => {
    const failed = await resolve('svc.example:1', { resolvConf: server, names: both('svc.example', 'server-failed') });
    expect(failed.goError).toBe('dns: A record lookup error: lookup svc.example on 10.0.0.10:53: server misbehaving');
    const refused = await resolve('svc.example:1', {
      resolvConf: server,
      names: both('svc.example', 'refused-by-server'),
    });
    expect(refused).toMatchObject({ kind: 'server-failed', goError: 'name resolver error: produced zero addresses' });
    const closed = await resolve('svc.example:1', {
      resolvConf: server,
      names: both('svc.example', 'refused' as NameSpec),
    });
    expect(closed.goError).toContain('read udp *->10.0.0.10:53: read: connection refused');
  });

  it('keep the error of the name as it was written', async () => {
    const names = { ...both('svc.shop.svc.cluster.local', 'server-failed'), ...both('svc', 'no-such-name') };
    const rest = ['svc.svc.cluster.local', 'svc.cluster.local'].map((name) => both(name, 'no-such-name'));
    const looked = await resolve('svc:1', { resolvConf: pod, names: Object.assign({}, names, ...rest) });
    expect(looked.goError).toBe('name resolver error: produced zero addresses');
  });
});

describe('which resolver', () => {
  const names = both('greeter.shop.svc.cluster.local', ['10.0.0.5']);
  const look = (world: World) => resolve('greeter.shop.svc.cluster.local.:1', { resolvConf: server, names, ...world });

  it('is left to libc by old Go for all of .local, by new Go where nsswitch names mdns', async () => {
    expect((await look({ goVersion: '1.22.12' })).libc).toBe('local-name');
    expect((await look({ goVersion: '1.23.0' })).libc).toBeUndefined();
    expect((await look({ nsswitch: 'hosts: files mdns4_minimal dns\n' })).libc).toBe('nsswitch');
    expect((await look({ nsswitch: 'hosts: files mdns4_minimal dns\n', netdns: 'go' })).libc).toBeUndefined();
    expect((await look({ netdns: 'cgo+1' })).libc).toBe('godebug');
    expect((await look({ env: { RES_OPTIONS: 'ndots:2' } })).libc).toBe('environment');
    expect((await look({ resolvConf: `${server}options inet6\n` })).libc).toBe('resolv-conf');
  });

  it('takes the hosts file first, last, or alone, as nsswitch has it', async () => {
    const hosts = '10.0.0.9 greeter.shop.svc.cluster.local\n';
    expect((await look({ hosts })).from).toBe('files');
    expect((await look({ hosts, nsswitch: 'hosts: dns files\n' })).from).toBe('dns');
    expect((await look({ hosts, nsswitch: 'hosts: dns\n' })).from).toBe('dns');
    expect(await look({ nsswitch: 'hosts: files\n' })).toMatchObject({ kind: 'no-such-name', asked: [] });
    expect((await look({ hosts, nsswitch: 'hosts: dns files\n', names: {} })).from).toBe('files');
  });

  it('is that of the system on macOS and Windows', async () => {
    const world = { os: 'windows', names: { 'system greeter.example': ['10.0.0.5'] } } satisfies World;
    expect(await resolve('greeter.example:1', world)).toMatchObject({ kind: 'found', from: 'system' });
    const missing = await resolve('greeter.example:1', {
      ...world,
      names: { 'system greeter.example': 'no-such-name' },
    });
    expect(missing).toMatchObject({ kind: 'no-such-name', goError: 'name resolver error: produced zero addresses' });
    expect((await resolve('greeter.example:1', { ...world, names: {} })).goError).toBeUndefined();
  });
});

// As the resolver of Go 1.26.8 gave them, on a machine with fd00::2 and on one with loopback alone.
describe('the order of addresses', () => {
  const asked = ['10.0.0.5', '127.0.0.1', '2001:db8::5', 'fd00::5', '::1'];

  it('has first what can be reached, then what RFC 6724 prefers', () => {
    const container = { global: false, uniqueLocal: true };
    expect(orderAddresses(asked, container)).toEqual(['::1', '127.0.0.1', '10.0.0.5', 'fd00::5', '2001:db8::5']);
    const alone = { global: false, uniqueLocal: false };
    expect(orderAddresses(asked, alone)).toEqual(['::1', '127.0.0.1', '10.0.0.5', '2001:db8::5', 'fd00::5']);
    expect(orderAddresses(asked, { global: true, uniqueLocal: false })[1]).toBe('2001:db8::5');
  });

  it('knows of IPv6 by the list of Linux', () => {
    const own =
      '00000000000000000000000000000001 01 80 10 80       lo\nfe800000000000000000000000000001 02 40 20 80     eth0\n';
    expect(ip6Sources(own)).toEqual({ global: false, uniqueLocal: false });
    const more = `${own}20010db8000000000000000000000009 02 40 00 80     eth0\nfd000000000000000000000000000002 02 40 00 82 eth0\n`;
    expect(ip6Sources(more)).toEqual({ global: true, uniqueLocal: true });
  });
});
