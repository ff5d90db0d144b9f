import { endpointLab } from '../../../lab/kit/endpoint-lab.ts';
import { tlsSituation } from '../../../lab/kit/tls-situation.ts';

const chain = ['good', 'intermediate'];

export default endpointLab({
  trap: 'tls-version',
  title: { en: 'No version of TLS in common', zh: '没有共同支持的 TLS 版本' },
  question: {
    en: 'What do clients say of a server that is too old for them, or too new?',
    zh: '服务器的 TLS 版本过旧或过新时，客户端会说什么？',
  },
  situations: [
    tlsSituation('tls11', { en: 'TLS 1.1 at best', zh: '最高 TLS 1.1' }, { chain, min: '1.0', max: '1.1' }),
    tlsSituation(
      'too-new',
      { en: 'TLS 1.3 alone, and the client has 1.2 at best', zh: '只有 TLS 1.3，而客户端最高 1.2' },
      { chain, min: '1.3' },
      { client: { max: '1.2' }, unseen: true },
    ),
    tlsSituation('tls13', { en: 'TLS 1.3 alone', zh: '只有 TLS 1.3' }, { chain, min: '1.3' }, { trap: null }),
    tlsSituation('tls12', { en: 'TLS 1.2 alone', zh: '只有 TLS 1.2' }, { chain, max: '1.2' }, { trap: null }),
  ],
});
