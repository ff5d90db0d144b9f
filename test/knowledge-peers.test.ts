import { describe, expect, it } from 'vitest';
import { http2ErrorName, httpServerOf, protocolOf } from '../src/knowledge/peers.ts';

describe('who answers', () => {
  // What the servers of Debian 12 sent on loopback, and documented greetings.
  it.each([
    ['SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u10\r\n', 'SSH'],
    ["-ERR unknown command 'PRI', with args beginning with: '*' 'HTTP/2.0' \r\n", 'Redis'],
    ['-DENIED Redis is running in protected mode', 'Redis'],
    ['d\0\0\0\n5.5.5-10.11.19-MariaDB-0+deb12u1\0', 'MySQL'],
    ['G\0\0\0\xffj\x04Host', 'MySQL'],
    ["500 OOPS: vsftpd: cannot locate user specified in 'ftp_username':ftp\r\n", 'FTP'],
    ['220 (vsFTPd 3.0.3)\r\n', 'FTP'],
    ['220 mail.acme.example ESMTP Postfix\r\n', 'SMTP'],
    ['+OK POP3 ready\r\n', 'POP3'],
    ['* OK IMAP4rev1\r\n', 'IMAP'],
    ['INFO {"server_id":"x"}\r\n', 'NATS'],
    ['AMQP\0\0\x09\x01', 'AMQP'],
    ['RFB 003.008\n', 'VNC'],
  ])('%j', (first, protocol) => {
    expect(protocolOf(first)).toBe(protocol);
  });

  it.each(['', 'HTTP/1.1 400 Bad Request', '\0\0\0\x04\0\0\0\0\0', 'HELO 17\n', 'say SSH-2.0'])(
    '%j is none',
    (first) => {
      expect(protocolOf(first)).toBeUndefined();
    },
  );

  it('knows servers by the beginning of their header, whatever the letters', () => {
    expect(httpServerOf('nginx/1.22.1')?.server).toBe('nginx');
    expect(httpServerOf('istio-envoy')?.server).toBe('Istio');
    expect(httpServerOf('ENVOY')?.server).toBe('Envoy');
    expect(httpServerOf('my-nginx')).toBeUndefined();
    expect(httpServerOf(undefined)).toBeUndefined();
  });

  it('names error codes, and shows the others by their number', () => {
    expect(http2ErrorName(11)).toBe('ENHANCE_YOUR_CALM');
    expect(http2ErrorName(99)).toBe('0x63');
  });
});
