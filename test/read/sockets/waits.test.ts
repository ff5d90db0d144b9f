import { describe, expect, it } from 'vitest';
import { readSocketTable } from '../../../src/read/sockets/proc-net.ts';
import { waitOf } from '../../../src/read/sockets/waits.ts';

const head = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n';
const row = (local: string, remote: string, state: string, inode: number) =>
  `   0: ${local} ${remote} ${state} 00000000:00000000 00:00000000 00000000  1000        0 ${inode} 1 0000000000000000 100 0 0 10 0\n`;
const process = (name: string, table: string, ...sockets: number[]) => ({
  argv: [name],
  sockets: new Set(sockets.map(String)),
  tables: { tcp: head + table },
});

describe('tables of sockets', () => {
  it('tell addresses of both kinds', () => {
    const v4 = readSocketTable(head + row('0100007F:D5A2', '0101A8C0:01BB', '01', 11));
    expect(v4).toEqual([
      { inode: '11', state: 'established', localPort: 54690, remote: { address: '192.168.1.1', port: 443 } },
    ]);
    const mapped = readSocketTable(row(`${'0'.repeat(32)}:1F90`, '0000000000000000FFFF00000100007F:0050', '02', 12));
    expect(mapped[0]).toMatchObject({ state: 'connecting', remote: { address: '127.0.0.1', port: 80 } });
    const v6 = readSocketTable(row(`${'0'.repeat(32)}:1F90`, 'B80D0120000000000000000001000000:0050', '01', 13));
    expect(v6[0]?.remote?.address).toBe('2001:db8::1');
  });

  it('say nothing where they are something else', () => {
    expect(readSocketTable('')).toEqual([]);
    expect(readSocketTable('   0: garbage\n'.repeat(3))).toEqual([]);
  });
});

describe('what is waited for', () => {
  const toServer = row('0100007F:D5A2', '0101A8C0:01BB', '01', 1);
  const toName = row('0100007F:D5A3', '3500007F:0035', '01', 2);
  const connecting = row('0100007F:D5A4', '0101A8C0:01BB', '02', 3);
  const listener = row('00000000:1F90', '00000000:0000', '0A', 4);

  it('is the beginning of a request before its end', () => {
    const all = toServer + toName + connecting;
    expect(waitOf([process('go', all, 1, 2, 3)])).toEqual({
      kind: 'name',
      argv: ['go'],
      address: '127.0.0.53',
      port: 53,
    });
    expect(waitOf([process('go', all, 1, 3)])).toMatchObject({ kind: 'connect', address: '192.168.1.1', port: 443 });
    expect(waitOf([process('go', all, 1)])).toMatchObject({ kind: 'answer' });
  });

  it('is that of the process furthest below', () => {
    expect(waitOf([process('go', toServer + toName, 2), process('git', toServer, 1)])).toMatchObject({
      kind: 'answer',
      argv: ['git'],
    });
  });

  it('is nothing for a server, and nothing that others hold', () => {
    expect(waitOf([process('go', toServer, 1), process('server', listener, 4)])).toBeUndefined();
    expect(waitOf([process('go', toServer)])).toBeUndefined();
    expect(waitOf([])).toBeUndefined();
  });
});
