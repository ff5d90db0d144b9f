import { endpointLab } from '../../../lab/kit/endpoint-lab.ts';
import { tlsSituation } from '../../../lab/kit/tls-situation.ts';

export default endpointLab({
  trap: 'tls-key-usage',
  title: { en: 'What a certificate is for', zh: '证书的用途' },
  question: {
    en: 'What do clients say of a certificate that is not for servers, and of an issuer that is no authority?',
    zh: '证书不是给服务器用的，或者签发者不是 CA 时，客户端会说什么？',
  },
  situations: [
    tlsSituation('client-usage', { en: 'for clients alone', zh: '只用于客户端' }, { chain: ['client-usage'] }),
    tlsSituation(
      'authority-usage',
      { en: 'an intermediate for clients alone', zh: '中间证书只用于客户端' },
      { chain: ['under-for-clients', 'for-clients-only'] },
    ),
    tlsSituation(
      'no-authority',
      { en: 'the issuer is no authority', zh: '签发者不是 CA' },
      { chain: ['under-no-authority', 'not-an-authority'] },
    ),
    tlsSituation(
      'no-right',
      { en: 'the issuer may not sign certificates', zh: '签发者不能签发证书' },
      { chain: ['under-no-right', 'no-key-cert-sign'] },
    ),
    tlsSituation('no-usage', { en: 'no usages at all', zh: '没有写用途' }, { chain: ['no-usage'] }, { trap: null }),
    tlsSituation('any-usage', { en: 'any usage', zh: '任意用途' }, { chain: ['any-usage'] }, { trap: null }),
  ],
});
