import { describe, expect, it } from 'vitest';
import { isDomainName, nameList } from '../../../src/read/dns/domain-name.ts';
import { quoteLikeGo } from '../../../src/read/net/byte-text.ts';
import { addressesInHosts } from '../../../src/read/net/hosts-file.ts';
import { blockHas, ipText, readBlock, readIp } from '../../../src/read/net/ip-address.ts';
import { hostSources } from '../../../src/read/net/nsswitch.ts';
import { readResolvConf } from '../../../src/read/net/resolv-conf.ts';

describe('resolv.conf', () => {
  it('has the defaults of Go where there is none', () => {
    const conf = readResolvConf(undefined, 'ann.acme.example');
    expect(conf).toMatchObject({ servers: ['127.0.0.1:53', '[::1]:53'], ndots: 1, timeout: 5, attempts: 2 });
    expect(conf.search).toEqual(['acme.example.']);
    expect(conf.defaultServers).toBe(true);
  });

  it('keeps three servers that are addresses, and the last search list', () => {
    const text = [
      '# nameserver 1.1.1.1',
      'nameserver 10.0.0.1 # a comment is no comment here',
      'nameserver dns.example',
      'nameserver fe80::1%eth0',
      'nameserver 10.0.0.3',
      'nameserver 10.0.0.4',
      'domain a.example',
      'search b.example . c.example.',
    ].join('\n');
    const conf = readResolvConf(text, '');
    expect(conf.servers).toEqual(['10.0.0.1:53', '[fe80::1%eth0]:53', '10.0.0.3:53']);
    expect(conf.search).toEqual(['b.example.', 'c.example.']);
    expect(conf.unknown).toBe(false);
  });

  it.each([
    ['ndots:5 timeout:1 attempts:3', { ndots: 5, timeout: 1, attempts: 3 }],
    ['ndots:99 timeout:0 attempts:0', { ndots: 15, timeout: 1, attempts: 1 }],
    ['ndots:x timeout:2x', { ndots: 0, timeout: 2 }],
    [
      'rotate single-request use-vc trust-ad edns0 no-reload',
      { rotate: true, singleRequest: true, tcp: true, trustAd: true, unknown: false },
    ],
    ['inet6', { unknown: true }],
  ])('options %s', (options, expected) => {
    expect(readResolvConf(`options ${options}\n`, '')).toMatchObject(expected);
  });
});

describe('names', () => {
  it('are tried with the search list first where they have too few dots', () => {
    const search = ['a.example.', 'b.example.'];
    expect(nameList('svc', 1, search)).toEqual(['svc.a.example.', 'svc.b.example.', 'svc.']);
    expect(nameList('svc.x', 1, search)).toEqual(['svc.x.', 'svc.x.a.example.', 'svc.x.b.example.']);
    expect(nameList('svc.', 5, search)).toEqual(['svc.']);
    expect(nameList('hidden.onion', 1, search)).toEqual(['hidden.onion.a.example.', 'hidden.onion.b.example.']);
    expect(nameList('a'.repeat(255), 1, search)).toEqual([]);
  });

  it.each(['svc', 'svc.', 'a_b', '1svc', 'a-b.c', '.', '_grpc_config.x'])('%s is one', (name) =>
    expect(isDomainName(name)).toBe(true),
  );
  it.each(['', '1.2.3', '1', '-a', 'a-', 'a..b', '.a', 'a b', '$X', 'ä', 'a'.repeat(64), `${'a.'.repeat(130)}a`])(
    '%s is none',
    (name) => expect(isDomainName(name)).toBe(false),
  );
});

describe('the hosts file', () => {
  const text =
    '127.0.0.1 localhost\n10.0.0.5\tGreeter.Example greeter # x\nbad greeter\n::1 localhost greeter\n#10.0.0.6 greeter\n';
  it('has addresses in the order of its lines', () => {
    expect(addressesInHosts(text, 'greeter')).toEqual(['10.0.0.5', '::1']);
    expect(addressesInHosts(text, 'greeter.example.')).toEqual(['10.0.0.5']);
    expect(addressesInHosts(text, 'GREETER.example')).toEqual(['10.0.0.5']);
    expect(addressesInHosts(text, 'x')).toEqual([]);
  });
});

describe('nsswitch.conf', () => {
  it('says where hosts are looked up', () => {
    const sources = hostSources(
      'passwd: files\nhosts: files mdns4_minimal [NOTFOUND=return] dns [!UNAVAIL=return] myhostname # x\n',
    );
    expect(sources).toEqual([
      { source: 'files', standard: true },
      { source: 'mdns4_minimal', standard: true },
      { source: 'dns', standard: false },
      { source: 'myhostname', standard: true },
    ]);
    expect(hostSources('hosts files')).toBeUndefined();
    expect(hostSources('hosts: files [NOTFOUND')).toBeUndefined();
    expect(hostSources('')).toEqual([]);
  });
});

describe('addresses', () => {
  it.each([
    ['1.2.3.4', '1.2.3.4'],
    ['2001:DB8:0:0:0:0:0:5', '2001:db8::5'],
    ['::', '::'],
    ['::ffff:1.2.3.4', '::ffff:1.2.3.4'],
    ['fe80::1%eth0', 'fe80::1%eth0'],
    ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
    ['1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8'],
  ])('%s', (text, shown) => {
    const ip = readIp(text);
    expect(ip && ipText(ip)).toBe(shown);
  });

  it.each([
    '01.2.3.4',
    '1.2.3',
    '256.1.1.1',
    '1.2.3.4.5',
    ':::',
    '1::2::3',
    '12345::',
    '1:2:3:4:5:6:7',
    'fe80::1%',
    '[::1]',
    '1:2:3:4:5:6:7::8:9',
    '::1.2.3',
  ])('%s is none', (text) => expect(readIp(text)).toBeUndefined());

  it('lie in blocks', () => {
    const block = readBlock('10.8.0.0/13');
    const ip = (text: string) => readIp(text) ?? { family: 4 as const, bytes: [] };
    expect(block && blockHas(block, ip('10.15.255.255'))).toBe(true);
    expect(block && blockHas(block, ip('10.16.0.0'))).toBe(false);
    expect(block && blockHas(block, ip('::'))).toBe(false);
    expect(readBlock('10.0.0.0/33')).toBeUndefined();
    expect(readBlock('10.0.0.0/08')).toBeUndefined();
  });
});

it('quotes as Go does', () => {
  expect(quoteLikeGo('a"b\\c\n\x00é\u200b')).toBe('"a\\"b\\\\c\\n\\x00é\\u200b"');
});
