import { endpointLab } from '../../../lab/kit/endpoint-lab.ts';
import { tlsSituation } from '../../../lab/kit/tls-situation.ts';

export default endpointLab({
  trap: 'tls-weak-signature',
  title: { en: 'Weak signatures and small keys', zh: '弱签名与小密钥' },
  question: {
    en: 'Which Go versions and go lines refuse SHA-1 and small RSA keys, and what do they say?',
    zh: '哪些 Go 版本和 go 行会拒绝 SHA-1 和较小的 RSA 密钥？会说什么？',
  },
  situations: [
    tlsSituation('sha1', { en: 'signed with SHA-1', zh: '用 SHA-1 签名' }, { chain: ['sha1-signature'] }),
    tlsSituation(
      'sha1-setting',
      { en: 'the same under GODEBUG=x509sha1=1', zh: '同上，设置 GODEBUG=x509sha1=1' },
      { chain: ['sha1-signature'] },
      { client: { env: { GODEBUG: 'x509sha1=1' } } },
    ),
    tlsSituation('rsa-768', { en: 'a key of 768 bits', zh: '768 位的密钥' }, { chain: ['rsa-768'] }),
    tlsSituation(
      'rsa-1024',
      { en: 'a key of 1024 bits', zh: '1024 位的密钥' },
      { chain: ['rsa-1024'] },
      { trap: null },
    ),
    tlsSituation(
      'sha256',
      { en: 'signed with SHA-256', zh: '用 SHA-256 签名' },
      { chain: ['good-direct'] },
      { trap: null },
    ),
  ],
});
