import { endpointLab } from '../../../lab/kit/endpoint-lab.ts';
import { tlsSituation } from '../../../lab/kit/tls-situation.ts';

const certificates = {
  'unknown-but-free': {
    subject: 'localhost',
    issuer: 'root',
    names: ['DNS:localhost'],
    extensions: ['1.2.3.4.5=ASN1:UTF8String:lab'],
  },
} as const;

export default endpointLab({
  trap: 'tls-critical-extension',
  title: { en: 'A critical extension that Go does not know', zh: 'Go 不认识的关键扩展' },
  question: {
    en: 'What do clients say of an unknown extension that is critical?',
    zh: '遇到标记为关键的未知扩展，客户端会说什么？',
  },
  certificates,
  situations: [
    tlsSituation('critical', { en: 'unknown and critical', zh: '未知，且为关键' }, { chain: ['critical-unknown'] }),
    tlsSituation(
      'not-critical',
      { en: 'unknown, not critical', zh: '未知，但不是关键' },
      { chain: ['unknown-but-free'] },
      { trap: null },
    ),
  ],
});
