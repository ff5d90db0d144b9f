import { endpointLab } from '../../../lab/kit/endpoint-lab.ts';
import { tlsSituation } from '../../../lab/kit/tls-situation.ts';

const chain = ['good', 'intermediate'];

export default endpointLab({
  trap: 'tls-server-name-refused',
  title: { en: 'A server that does not know its name', zh: '不认识名称的服务器' },
  question: {
    en: 'What do clients say when the server has no certificate for the name in the handshake?',
    zh: '服务器没有握手中那个名称的证书时，客户端会说什么？',
  },
  situations: [
    tlsSituation(
      'error',
      { en: 'GetCertificate gives an error', zh: 'GetCertificate 返回错误' },
      { chain, nameFault: 'refused' },
    ),
    tlsSituation(
      'all',
      { en: 'GetConfigForClient gives an error for any', zh: 'GetConfigForClient 总是返回错误' },
      { chain, nameFault: 'all-refused' },
    ),
    tlsSituation(
      'no-certificate',
      { en: 'there is no certificate for it', zh: '没有对应的证书' },
      { chain, nameFault: 'no-certificate' },
    ),
    tlsSituation('any-name', { en: 'any name is served', zh: '任何名称都可以' }, { chain }, { trap: null }),
  ],
});
