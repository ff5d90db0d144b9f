import { endpointLab } from '../../../lab/kit/endpoint-lab.ts';
import { tlsSituation } from '../../../lab/kit/tls-situation.ts';

const certificates = {
  'of-short': { subject: 'localhost', issuer: 'short-intermediate', names: ['DNS:localhost'] },
} as const;

export default endpointLab({
  trap: 'tls-path-length',
  title: { en: 'Too many authorities below one', zh: 'CA 的层数过多' },
  question: {
    en: 'What do clients say of an authority below one with pathlen:0?',
    zh: 'pathlen:0 的 CA 下面还有一层 CA 时，客户端会说什么？',
  },
  certificates,
  situations: [
    tlsSituation(
      'too-deep',
      { en: 'an authority below pathlen:0', zh: 'pathlen:0 之下还有 CA' },
      { chain: ['too-deep', 'below-short', 'short-intermediate'] },
    ),
    tlsSituation(
      'at-its-end',
      { en: 'a server below pathlen:0', zh: 'pathlen:0 之下是服务器' },
      { chain: ['of-short', 'short-intermediate'] },
      { trap: null },
    ),
  ],
});
