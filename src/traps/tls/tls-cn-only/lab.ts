import { endpointLab } from '../../../lab/kit/endpoint-lab.ts';
import { tlsSituation } from '../../../lab/kit/tls-situation.ts';

export default endpointLab({
  trap: 'tls-cn-only',
  title: { en: 'The name is the common name alone', zh: '域名只写在通用名称里' },
  question: {
    en: 'What do clients say of a certificate without alternative names?',
    zh: '证书没有备用名称时，客户端会说什么？',
  },
  situations: [
    tlsSituation('common-name', { en: 'a common name alone', zh: '只有通用名称' }, { chain: ['common-name-only'] }),
    tlsSituation('version-1', { en: 'a certificate of version 1', zh: '第 1 版证书' }, { chain: ['version-one'] }),
    tlsSituation(
      'setting',
      { en: 'the same under GODEBUG=x509ignoreCN=0', zh: '同上，设置 GODEBUG=x509ignoreCN=0' },
      { chain: ['common-name-only'] },
      { client: { env: { GODEBUG: 'x509ignoreCN=0' } } },
    ),
    tlsSituation(
      'alternative-name',
      { en: 'an alternative name, too', zh: '另有备用名称' },
      { chain: ['good-direct'] },
      { trap: null },
    ),
  ],
});
