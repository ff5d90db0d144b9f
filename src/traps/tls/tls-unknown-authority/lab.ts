import { endpointLab } from '../../../lab/kit/endpoint-lab.ts';
import { tlsSituation } from '../../../lab/kit/tls-situation.ts';

export default endpointLab({
  trap: 'tls-unknown-authority',
  title: { en: 'A chain that leads to nobody', zh: '追溯不到可信 CA 的证书链' },
  question: {
    en: 'What do clients say when nobody whom they trust has signed, and for which reason?',
    zh: '签发者不受信任时，客户端会说什么？原因各是什么？',
  },
  article: ['4.1.masking-example'],
  situations: [
    tlsSituation('missing', { en: 'the intermediate is not sent', zh: '没有发送中间证书' }, { chain: ['good'] }),
    tlsSituation('foreign', { en: 'another authority', zh: '别的 CA' }, { chain: ['foreign'] }),
    tlsSituation(
      'foreign-root-sent',
      { en: 'another authority, whose root is sent', zh: '别的 CA，并发送了根证书' },
      { chain: ['foreign', 'other-root'] },
    ),
    tlsSituation('self-signed', { en: 'it signed itself', zh: '自签名' }, { chain: ['self-signed'] }),
    tlsSituation(
      'remade',
      { en: 'the authority was made again under its name', zh: 'CA 用同一名称重新生成过' },
      { chain: ['of-root-remade'] },
    ),
    tlsSituation(
      'system',
      { en: 'the client has the authorities of the system', zh: '客户端使用系统的 CA' },
      { chain: ['good', 'intermediate'] },
      { client: { ca: undefined } },
    ),
    tlsSituation(
      'revoked',
      { en: 'revoked, with the address of the list', zh: '已吊销，带有 CRL 地址' },
      { chain: ['revoked'] },
      { trap: 'any' },
    ),
    tlsSituation(
      'both-roots',
      { en: 'a file with the old and the new authority', zh: '文件里有新旧两个 CA' },
      { chain: ['of-root-remade'] },
      { client: { ca: ['root', 'root-remade'] }, trap: null },
    ),
    tlsSituation(
      'pinned',
      { en: 'the certificate that signed itself is the file', zh: '文件就是这张自签名证书' },
      { chain: ['self-signed'] },
      { client: { ca: ['self-signed'] }, trap: null },
    ),
    tlsSituation(
      'whole',
      { en: 'the intermediate is sent', zh: '发送了中间证书' },
      { chain: ['good', 'intermediate'] },
      { trap: null },
    ),
  ],
});
