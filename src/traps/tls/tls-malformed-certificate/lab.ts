import { endpointLab } from '../../../lab/kit/endpoint-lab.ts';
import { tlsSituation } from '../../../lab/kit/tls-situation.ts';

export default endpointLab({
  trap: 'tls-malformed-certificate',
  title: { en: 'Certificates that Go does not read', zh: 'Go 读不出来的证书' },
  question: {
    en: 'Which Go versions and go lines read a negative serial number, and what do the others say?',
    zh: '哪些 Go 版本和 go 行能读取负的序列号？其余的会说什么？',
  },
  situations: [
    tlsSituation('negative', { en: 'a serial below zero', zh: '序列号为负数' }, { chain: ['negative-serial'] }),
    tlsSituation(
      'negative-setting',
      { en: 'the same under GODEBUG=x509negativeserial=1', zh: '同上，设置 GODEBUG=x509negativeserial=1' },
      { chain: ['negative-serial'] },
      { client: { env: { GODEBUG: 'x509negativeserial=1' } } },
    ),
    tlsSituation(
      'positive',
      { en: 'a serial above zero', zh: '序列号大于零' },
      { chain: ['good-direct'] },
      { trap: null },
    ),
  ],
});
