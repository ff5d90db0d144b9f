import { describe, expect, it } from 'vitest';
import { readListeners, readOwnIpv4, readOwnIpv6 } from '../../src/read/system/sockets.ts';
import { damageText, SEED, withstand } from './damage.ts';

const head = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n';
const row = (local: string, state = '0A'): string =>
  `   0: ${local} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000     0        0 1 1 0 100 0 0 10 0\n`;
const trie = `Main:
  +-- 0.0.0.0/0 3 0 5
        |-- 127.0.0.1
           /32 host LOCAL
Local:
     +-- 192.0.2.0/24 2 0 2
        |-- 192.0.2.0
           /24 link UNICAST
        |-- 192.0.2.2
           /32 host LOCAL
        |-- 192.0.2.255
           /32 link BROADCAST
`;

describe('the sockets of the kernel', () => {
  it.each([
    ['0100007F:C383', { ip: '127.0.0.1', port: 50051 }],
    ['00000000:0016', { ip: '0.0.0.0', port: 22 }],
    ['020200C0:01BB', { ip: '192.0.2.2', port: 443 }],
    ['00000000000000000000000000000000:C383', { ip: '::', port: 50051 }],
    ['00000000000000000000000001000000:C383', { ip: '::1', port: 50051 }],
    ['000080FE00000000FF00FC0001000000:0050', { ip: 'fe80::fc:ff:0:1', port: 80 }],
    ['0000000000000000FFFF00000100007F:C383', { ip: '127.0.0.1', port: 50051 }],
  ])('%s', (local, listener) => {
    expect(readListeners(head + row(local))).toEqual([listener]);
  });

  it('leaves connections out, and tells each listener once', () => {
    const text = head + row('0100007F:C383', '01') + row('0100007F:C384') + row('0100007F:C384');
    expect(readListeners(text)).toEqual([{ ip: '127.0.0.1', port: 50052 }]);
  });

  it('takes own addresses, and no networks', () => {
    expect(readOwnIpv4(trie)).toEqual(['127.0.0.1', '192.0.2.2']);
    expect(readOwnIpv6('fd000000000000000000000000000002 04 40 00 82     eth0\nnonsense\n')).toEqual(['fd00::2']);
  });

  it(`never throws (seed ${SEED})`, { timeout: 60_000 }, () => {
    withstand([head + row('0100007F:C383')], damageText, readListeners);
    withstand([trie], damageText, readOwnIpv4);
    withstand(['fd000000000000000000000000000002 04 40 00 82 eth0\n'], damageText, readOwnIpv6);
  });
});
