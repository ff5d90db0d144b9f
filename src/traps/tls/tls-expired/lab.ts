import { endpointLab } from '../../../lab/kit/endpoint-lab.ts';
import { tlsSituation } from '../../../lab/kit/tls-situation.ts';

export default endpointLab({
  trap: 'tls-expired',
  title: { en: 'Certificates out of their time', zh: '不在有效期内的证书' },
  question: {
    en: 'What do clients say of certificates that are too old or too young, and of such authorities?',
    zh: '证书（或 CA）过期、尚未生效时，客户端会说什么？',
  },
  article: ['4.1.row-expired', '4.1.diagram'],
  situations: [
    tlsSituation('expired', { en: 'expired', zh: '已过期' }, { chain: ['expired'] }),
    tlsSituation('not-yet', { en: 'not yet valid', zh: '尚未生效' }, { chain: ['not-yet-valid'] }),
    tlsSituation(
      'authority',
      { en: 'the intermediate has expired', zh: '中间证书已过期' },
      { chain: ['under-expired', 'expired-intermediate'] },
    ),
    tlsSituation(
      'two-faults',
      { en: 'expired, and of an authority that the client does not trust', zh: '已过期，而且客户端不信任签发它的 CA' },
      { chain: ['expired-and-foreign'] },
    ),
    tlsSituation('in-time', { en: 'in its time', zh: '在有效期内' }, { chain: ['good-direct'] }, { trap: null }),
  ],
});
