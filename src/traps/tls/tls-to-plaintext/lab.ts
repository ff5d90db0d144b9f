import { endpointLab } from '../../../lab/kit/endpoint-lab.ts';
import { tlsSituation } from '../../../lab/kit/tls-situation.ts';

const plaintext = { serve: 'grpc', grpc: { health: 'serving', reflection: 'both' } } as const;

export default endpointLab({
  trap: 'tls-to-plaintext',
  title: { en: 'A TLS client at a plaintext server', zh: 'TLS 客户端连接明文服务器' },
  question: {
    en: 'What do clients with TLS say of a server that speaks plaintext?',
    zh: '使用 TLS 的客户端遇到明文服务器时会说什么？',
  },
  article: ['1.tls.tls-by-default', '1.tls.no-server-certificate', '1.tls.disable-on-server'],
  situations: [
    {
      id: 'tls-to-plaintext',
      title: { en: 'a TLS client, a server without credentials', zh: 'TLS 客户端，没有凭据的服务器' },
      server: plaintext,
      client: { as: 'tls', ca: ['root'] },
    },
    {
      id: 'block',
      title: { en: 'the same with WithBlock', zh: '同上，使用 WithBlock' },
      server: plaintext,
      client: { as: 'tls', ca: ['root'], dial: 'block' },
      unseen: true,
    },
    {
      id: 'both-plaintext',
      title: { en: 'both speak plaintext', zh: '两边都是明文' },
      server: plaintext,
      client: { as: 'plaintext' },
      trap: null,
    },
    tlsSituation(
      'both-tls',
      { en: 'both speak TLS', zh: '两边都是 TLS' },
      { chain: ['good', 'intermediate'] },
      { trap: null },
    ),
  ],
});
