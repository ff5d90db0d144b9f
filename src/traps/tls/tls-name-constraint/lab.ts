import { endpointLab } from '../../../lab/kit/endpoint-lab.ts';
import { tlsSituation } from '../../../lab/kit/tls-situation.ts';

const certificates = {
  permitting: {
    subject: 'Permitting',
    issuer: 'root',
    authority: true,
    extensions: ['nameConstraints=critical,permitted;DNS:localhost'],
  },
  'only-permitted': { subject: 'localhost', issuer: 'permitting', names: ['DNS:localhost', 'IP:127.0.0.1'] },
  'one-too-many': { subject: 'localhost', issuer: 'permitting', names: ['DNS:localhost', 'DNS:other.example'] },
} as const;

export default endpointLab({
  trap: 'tls-name-constraint',
  title: { en: 'Names that an authority may not sign for', zh: 'CA 不能签发的名称' },
  question: {
    en: 'What do clients say of names that the constraints of an authority leave out?',
    zh: '名称不在 CA 的约束之内时，客户端会说什么？',
  },
  certificates,
  situations: [
    tlsSituation(
      'not-permitted',
      { en: 'the name is not permitted', zh: '名称不在允许之列' },
      { chain: ['outside-permitted', 'permits-example'] },
    ),
    tlsSituation(
      'excluded',
      { en: 'the name is excluded', zh: '名称被排除' },
      { chain: ['inside-excluded', 'excludes-localhost'] },
    ),
    tlsSituation(
      'one-too-many',
      { en: 'the name is permitted, another one is not', zh: '要求的名称在允许之列，另一个不在' },
      { chain: ['one-too-many', 'permitting'] },
    ),
    tlsSituation(
      'permitted',
      { en: 'all names are permitted, and an address is free', zh: '所有名称都允许，地址不受限制' },
      { chain: ['only-permitted', 'permitting'] },
      { trap: null },
    ),
  ],
});
