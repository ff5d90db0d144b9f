import { endpointLab } from '../../../lab/kit/endpoint-lab.ts';
import { tlsSituation } from '../../../lab/kit/tls-situation.ts';

const chain = ['good', 'intermediate'];

export default endpointLab({
  trap: 'tls-plaintext-to-tls',
  title: { en: 'A plaintext client at a TLS server', zh: '明文客户端连接 TLS 服务器' },
  question: {
    en: 'What do plaintext clients say of a server that waits for TLS?',
    zh: '明文客户端遇到等待 TLS 的服务器时会说什么？',
  },
  article: ['1.tls.preface-text', '1.script.row-tls'],
  situations: [
    tlsSituation(
      'grpc-go',
      { en: 'a plaintext client, a TLS server of grpc-go', zh: '明文客户端，grpc-go 的 TLS 服务器' },
      { chain },
      { client: { as: 'plaintext' }, race: true },
    ),
    tlsSituation(
      'mutual',
      { en: 'the same, and it demands a client certificate', zh: '同上，并且要求客户端证书' },
      { chain, clientAuth: 'require', clientAuthority: 'root' },
      { client: { as: 'plaintext' }, race: true },
    ),
    tlsSituation('both-tls', { en: 'both speak TLS', zh: '两边都是 TLS' }, { chain }, { trap: null }),
  ],
});
