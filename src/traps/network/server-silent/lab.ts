import { endpointLab } from '../../../lab/kit/endpoint-lab.ts';
import type { ClientSpec } from '../../../lab/kit/grpc-calls.ts';

const plaintext: ClientSpec = { as: 'plaintext' };
const tls: ClientSpec = { as: 'tls', ca: ['root'], serverName: 'localhost' };
/** An empty SETTINGS frame of HTTP/2. */
const settings = [0, 0, 0, 4, 0, 0, 0, 0, 0];
/** The head of a TLS record of 90 bytes that holds a ServerHello, and the first of them. */
const halfHello = [22, 3, 3, 0, 90, 2, 0, 0, 86, 3, 3];

export default endpointLab({
  trap: 'server-silent',
  title: { en: 'A server that takes the connection and is silent', zh: '接受连接却不出声的服务端' },
  question: {
    en: 'What do clients print when the other side stops speaking, and at which step does the probe see it?',
    zh: '对方不再说话时客户端输出什么？探测在哪一步能看出来？',
  },
  situations: [
    {
      id: 'plaintext',
      title: { en: 'silent from the start, plaintext', zh: '一开始就不出声，明文' },
      server: { serve: 'silent' },
      client: plaintext,
    },
    {
      id: 'tls',
      title: { en: 'silent from the start, TLS', zh: '一开始就不出声，TLS' },
      server: { serve: 'silent' },
      client: tls,
    },
    {
      id: 'half-handshake',
      title: { en: 'silent in the middle of the handshake', zh: '握手到一半不出声' },
      server: { serve: 'answers', bytes: halfHello },
      client: tls,
    },
    {
      id: 'after-handshake',
      title: { en: 'silent after the handshake', zh: '握手之后不出声' },
      server: { serve: 'silent', tls: { chain: ['good', 'intermediate'], alpn: ['h2'] } },
      client: tls,
    },
    {
      id: 'after-settings',
      title: { en: 'silent after SETTINGS', zh: 'SETTINGS 之后不出声' },
      server: { serve: 'says', bytes: settings },
      client: plaintext,
    },
    {
      id: 'speaks',
      title: { en: 'the server speaks', zh: '服务端会应答' },
      server: { serve: 'grpc', grpc: { health: 'serving', reflection: 'both' } },
      client: plaintext,
      trap: null,
    },
  ],
});
