import { endpointLab } from '../../../lab/kit/endpoint-lab.ts';
import { tlsSituation } from '../../../lab/kit/tls-situation.ts';

const mutual = { chain: ['good', 'intermediate'], clientAuth: 'require', clientAuthority: 'root' } as const;
const old = { ...mutual, max: '1.2' } as const;

export default endpointLab({
  trap: 'mtls-client-cert-missing',
  title: { en: 'A server that wants a client certificate', zh: '要求客户端证书的服务器' },
  question: {
    en: 'What do clients say whose certificate is missing or not taken, and how often which text?',
    zh: '客户端证书缺失或不被接受时，客户端会说什么？各种文本各出现多少？',
  },
  situations: [
    tlsSituation('none', { en: 'no certificate', zh: '没有证书' }, mutual, { race: true }),
    tlsSituation('none-tls12', { en: 'the same, TLS 1.2', zh: '同上，TLS 1.2' }, old),
    tlsSituation('foreign', { en: 'a certificate of another authority', zh: '别的 CA 签发的证书' }, mutual, {
      client: { as: 'mtls', certificate: 'client-foreign' },
      race: true,
    }),
    tlsSituation('usage', { en: 'a certificate for servers alone', zh: '只用于服务器的证书' }, mutual, {
      client: { as: 'mtls', certificate: 'client-server-usage' },
      race: true,
    }),
    tlsSituation('expired', { en: 'an expired certificate', zh: '过期的证书' }, mutual, {
      client: { as: 'mtls', certificate: 'client-expired' },
      race: true,
    }),
    tlsSituation('taken', { en: 'a certificate that is taken', zh: '被接受的证书' }, mutual, {
      client: { as: 'mtls', certificate: 'client' },
      trap: null,
    }),
    tlsSituation(
      'optional',
      { en: 'no certificate, and none is demanded', zh: '没有证书，也不强制要求' },
      { ...mutual, clientAuth: 'verify-if-given' },
      { trap: null },
    ),
  ],
});
