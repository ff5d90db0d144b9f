import { endpointLab } from '../../../lab/kit/endpoint-lab.ts';
import type { ClientSpec } from '../../../lab/kit/grpc-calls.ts';

const plaintext: ClientSpec = { as: 'plaintext' };
const tls: ClientSpec = { as: 'tls', ca: ['root'], serverName: 'localhost' };
// As OpenSSH 9.2, MariaDB 10.11 and Redis 7.0 say it.
const ssh = 'SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u10\r\n';
const redis = "-ERR unknown command 'PRI', with args beginning with: '*' 'HTTP/2.0' \r\n";
const mysql = [82, 0, 0, 0, 10, ...Buffer.from('5.5.5-10.11.19-MariaDB-0+deb12u1'), 0, ...Array(49).fill(1)];

export default endpointLab({
  trap: 'other-protocol-answers',
  title: { en: 'Another protocol at the port', zh: '端口上是别的协议' },
  question: {
    en: 'What do clients print when a server of another protocol answers?',
    zh: '别的协议的服务端应答时，客户端输出什么？',
  },
  situations: [
    {
      id: 'ssh-plaintext',
      title: { en: 'SSH, plaintext client', zh: 'SSH，明文客户端' },
      server: { serve: 'says', bytes: ssh },
      client: plaintext,
    },
    {
      id: 'ssh-tls',
      title: { en: 'SSH, TLS client', zh: 'SSH，TLS 客户端' },
      server: { serve: 'says', bytes: ssh },
      client: tls,
    },
    { id: 'mysql', title: { en: 'MySQL', zh: 'MySQL' }, server: { serve: 'says', bytes: mysql }, client: plaintext },
    { id: 'redis', title: { en: 'Redis', zh: 'Redis' }, server: { serve: 'answers', bytes: redis }, client: plaintext },
    {
      id: 'unknown',
      title: { en: 'a protocol that has no name here', zh: '叫不出名字的协议' },
      server: { serve: 'says', bytes: 'HELO 17, who are you?\n' },
      client: plaintext,
    },
    {
      // Less than the head of a frame: the client waits for the rest.
      id: 'short',
      title: { en: 'eight bytes of it', zh: '只有八个字节' },
      server: { serve: 'says', bytes: 'HELO 17\n' },
      client: plaintext,
      unseen: true,
    },
    {
      id: 'inside-tls',
      title: { en: 'mail inside TLS', zh: 'TLS 里的邮件协议' },
      server: { serve: 'says', bytes: '+OK POP3 ready\r\n', tls: { chain: ['good', 'intermediate'], alpn: ['h2'] } },
      client: tls,
    },
    {
      id: 'grpc',
      title: { en: 'gRPC', zh: 'gRPC' },
      server: { serve: 'grpc', grpc: { health: 'serving', reflection: 'both' } },
      client: plaintext,
      trap: null,
    },
  ],
});
