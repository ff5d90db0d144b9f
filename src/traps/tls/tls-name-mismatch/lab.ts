import { endpointLab } from '../../../lab/kit/endpoint-lab.ts';
import { tlsSituation } from '../../../lab/kit/tls-situation.ts';

export default endpointLab({
  trap: 'tls-name-mismatch',
  title: { en: 'Names that do not fit', zh: '不相符的名称' },
  question: {
    en: 'Which names of a certificate fit the one that a client asks for, and what do clients say of the others?',
    zh: '证书里的哪些名称符合客户端的要求？不符合时客户端会说什么？',
  },
  situations: [
    tlsSituation('other', { en: 'another name', zh: '别的名称' }, { chain: ['wrong-name'] }),
    tlsSituation('two-others', { en: 'two other names', zh: '两个别的名称' }, { chain: ['two-wrong-names'] }),
    tlsSituation('none', { en: 'no name at all', zh: '没有任何名称' }, { chain: ['no-name-at-all'] }),
    tlsSituation(
      'two-labels',
      { en: '`*.test` for a.svc.test', zh: '`*.test` 对 a.svc.test' },
      { chain: ['wildcard'] },
      { client: { serverName: 'a.svc.test' } },
    ),
    tlsSituation(
      'no-label',
      { en: '`*.test` for test', zh: '`*.test` 对 test' },
      { chain: ['wildcard'] },
      { client: { serverName: 'test' } },
    ),
    tlsSituation(
      'part-of-label',
      { en: '`sv*.test` for svc.test', zh: '`sv*.test` 对 svc.test' },
      { chain: ['partial-wildcard'] },
      { client: { serverName: 'svc.test' } },
    ),
    tlsSituation(
      'address',
      { en: 'an address, and none in the certificate', zh: '按地址连接，证书里没有地址' },
      { chain: ['no-address'] },
      { client: { serverName: undefined } },
    ),
    tlsSituation(
      'address-as-name',
      { en: 'an address that stands there as a name', zh: '地址被写成了域名' },
      { chain: ['address-as-name'] },
      { client: { serverName: undefined } },
    ),
    tlsSituation(
      'other-address',
      { en: 'another address', zh: '别的地址' },
      { chain: ['other-address'] },
      { client: { serverName: undefined } },
    ),
    tlsSituation(
      'one-label',
      { en: '`*.test` for svc.test', zh: '`*.test` 对 svc.test' },
      { chain: ['wildcard'] },
      { client: { serverName: 'svc.test' }, trap: null },
    ),
    tlsSituation(
      'capitals',
      { en: '`SVC.TEST` for svc.test', zh: '`SVC.TEST` 对 svc.test' },
      { chain: ['upper-case'] },
      { client: { serverName: 'svc.test' }, trap: null },
    ),
    tlsSituation(
      'same-address',
      { en: 'the address is in the certificate', zh: '证书里有这个地址' },
      { chain: ['good-direct'] },
      { client: { serverName: undefined }, trap: null },
    ),
  ],
});
