import { endpointLab } from '../../../lab/kit/endpoint-lab.ts';
import { tlsSituation } from '../../../lab/kit/tls-situation.ts';

const chain = ['good', 'intermediate'];

export default endpointLab({
  trap: 'alpn-missing',
  title: { en: 'A server that does not choose h2', zh: '没有选择 h2 的服务器' },
  question: {
    en: 'Which clients go on with a server that chooses no protocol by ALPN?',
    zh: '服务器没有通过 ALPN 选择协议时，哪些客户端能继续？',
  },
  situations: [
    tlsSituation(
      'nothing',
      { en: 'tls.NewListener in front of grpc-go', zh: 'grpc-go 前面套了 tls.NewListener' },
      { chain, alpn: [] },
    ),
    tlsSituation(
      'switched-off',
      { en: 'the same under GRPC_ENFORCE_ALPN_ENABLED=false', zh: '同上，设置 GRPC_ENFORCE_ALPN_ENABLED=false' },
      { chain, alpn: [] },
      { client: { env: { GRPC_ENFORCE_ALPN_ENABLED: 'false' } } },
    ),
    tlsSituation(
      'http1-only',
      { en: 'the list of the server has http/1.1 alone', zh: '服务器的列表里只有 http/1.1' },
      { chain, alpn: ['http/1.1'] },
    ),
    tlsSituation(
      'listed',
      { en: 'h2 is on the list of the listener', zh: '监听器的列表里有 h2' },
      { chain, alpn: ['h2'] },
      { trap: null },
    ),
    tlsSituation('credentials', { en: 'grpc.Creds', zh: 'grpc.Creds' }, { chain }, { trap: null }),
  ],
});
