import { endpointLab } from '../../../lab/kit/endpoint-lab.ts';
import type { ClientSpec } from '../../../lab/kit/grpc-calls.ts';

const plaintext: ClientSpec = { as: 'plaintext' };
const tls: ClientSpec = { as: 'tls', ca: ['root'], serverName: 'localhost' };

export default endpointLab({
  trap: 'connection-closed-by-server',
  title: { en: 'A server that ends the connection at once', zh: '立刻结束连接的服务端' },
  question: {
    en: 'What do clients print when the connection is closed or reset before anything is said?',
    zh: '还没说话连接就被关闭或重置时，客户端输出什么？',
  },
  situations: [
    {
      id: 'close-plaintext',
      title: { en: 'closed at once, plaintext', zh: '立刻关闭，明文' },
      server: { serve: 'close' },
      client: plaintext,
      race: true,
    },
    {
      id: 'close-after-read-tls',
      title: { en: 'closed after the first bytes, TLS', zh: '收到第一批字节后关闭，TLS' },
      server: { serve: 'close-after-read' },
      client: tls,
      race: true,
    },
    {
      id: 'half-open',
      title: { en: 'its own side closed, and no answer', zh: '关闭自己一侧，不应答' },
      server: { serve: 'half-open' },
      client: plaintext,
      race: true,
    },
    {
      id: 'reset-plaintext',
      title: { en: 'reset at once, plaintext', zh: '立刻重置，明文' },
      server: { serve: 'reset' },
      client: plaintext,
      race: true,
    },
    {
      id: 'close-inside-tls',
      title: { en: 'closed after the handshake', zh: '握手之后关闭' },
      server: { serve: 'close-after-read', tls: { chain: ['good', 'intermediate'], alpn: ['h2'] } },
      client: tls,
      race: true,
    },
    {
      id: 'stays',
      title: { en: 'the server stays', zh: '服务端不关闭连接' },
      server: { serve: 'grpc', grpc: { health: 'serving', reflection: 'both' } },
      client: plaintext,
      trap: null,
    },
  ],
});
