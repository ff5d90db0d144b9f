import type { Situation } from '../../../kit/endpoint-lab.ts';
import type { Bilingual } from '../../../kit/environment.ts';
import type { ClientSpec } from '../../../kit/grpc-calls.ts';
import type { LabCertificate } from '../../../kit/lab-certificates.ts';

/** A chain, what the client knows of it, and the trap; null: Go accepts it. */
interface ChainRow {
  readonly id: string;
  readonly title: Bilingual;
  readonly chain: readonly LabCertificate[];
  readonly trap: string | null;
  /** Default: the root. */
  readonly ca?: readonly LabCertificate[];
  /** Default: localhost; null: the address itself. */
  readonly name?: string | null;
}

const rows: readonly ChainRow[] = [
  { id: 'good', title: { en: 'a good chain', zh: '正常的证书链' }, chain: ['good', 'intermediate'], trap: null },
  {
    id: 'good-address',
    title: { en: 'a good chain, by address', zh: '正常的证书链，按地址' },
    chain: ['good', 'intermediate'],
    trap: null,
    name: null,
  },
  {
    id: 'root-sent',
    title: { en: 'the root is sent, too', zh: '同时发送了根证书' },
    chain: ['good', 'intermediate', 'root'],
    trap: null,
  },
  {
    id: 'wrong-order',
    title: { en: 'the rest of the chain in the wrong order', zh: '证书链其余部分顺序颠倒' },
    chain: ['good', 'root', 'intermediate'],
    trap: null,
  },
  { id: 'no-usage', title: { en: 'no extended key usage', zh: '没有扩展密钥用途' }, chain: ['no-usage'], trap: null },
  {
    id: 'any-usage',
    title: { en: 'any extended key usage', zh: '任意扩展密钥用途' },
    chain: ['any-usage'],
    trap: null,
  },
  {
    id: 'pinned-leaf',
    title: { en: 'the certificate itself is the CA file', zh: 'CA 文件就是该证书' },
    chain: ['good-direct'],
    trap: null,
    ca: ['good-direct'],
  },
  {
    id: 'pinned-intermediate',
    title: { en: 'the intermediate is the CA file', zh: 'CA 文件是中间证书' },
    chain: ['good'],
    trap: null,
    ca: ['intermediate'],
  },
  {
    id: 'wildcard',
    title: { en: '`*.test` for svc.test', zh: '`*.test` 对 svc.test' },
    chain: ['wildcard'],
    trap: null,
    name: 'svc.test',
  },
  {
    id: 'upper-case',
    title: { en: 'a name in capitals', zh: '大写的名称' },
    chain: ['upper-case'],
    trap: null,
    name: 'svc.test',
  },
  {
    id: 'underscore',
    title: { en: 'an underscore in the name', zh: '名称中有下划线' },
    chain: ['underscore'],
    trap: null,
    name: 'my_svc.test',
  },
  {
    id: 'trailing-dot',
    title: { en: 'a dot at the end of the name', zh: '名称末尾有点' },
    chain: ['wildcard'],
    trap: null,
    name: 'svc.test.',
  },
  {
    id: 'revoked',
    title: { en: 'revoked, with the address of the list', zh: '已吊销，带 CRL 地址' },
    chain: ['revoked'],
    trap: null,
  },
  { id: 'rsa-1024', title: { en: 'RSA with 1024 bits', zh: 'RSA 1024 位' }, chain: ['rsa-1024'], trap: null },
  { id: 'rsa-2048', title: { en: 'RSA with 2048 bits', zh: 'RSA 2048 位' }, chain: ['rsa-2048'], trap: null },
  { id: 'expired', title: { en: 'expired', zh: '已过期' }, chain: ['expired'], trap: 'tls-expired' },
  {
    id: 'not-yet-valid',
    title: { en: 'not yet valid', zh: '尚未生效' },
    chain: ['not-yet-valid'],
    trap: 'tls-expired',
  },
  {
    id: 'under-expired',
    title: { en: 'the intermediate is expired', zh: '中间证书已过期' },
    chain: ['under-expired', 'expired-intermediate'],
    trap: 'tls-expired',
  },
  { id: 'wrong-name', title: { en: 'another name', zh: '名称不同' }, chain: ['wrong-name'], trap: 'tls-name-mismatch' },
  {
    id: 'two-wrong-names',
    title: { en: 'two other names', zh: '两个不同的名称' },
    chain: ['two-wrong-names'],
    trap: 'tls-name-mismatch',
  },
  {
    id: 'address-names-only',
    title: { en: 'only an IP address, and a name is dialled', zh: '只有 IP 地址，按名称连接' },
    chain: ['address-names-only'],
    trap: 'tls-name-mismatch',
  },
  {
    id: 'no-address',
    title: { en: 'dialled by address, and no address in the certificate', zh: '按地址连接，证书中没有地址' },
    chain: ['no-address'],
    trap: 'tls-name-mismatch',
    name: null,
  },
  {
    id: 'address-as-name',
    title: { en: 'the address stands there as a DNS name', zh: '地址被写成了 DNS 名称' },
    chain: ['address-as-name'],
    trap: 'tls-name-mismatch',
    name: null,
  },
  {
    id: 'other-address',
    title: { en: 'another address', zh: '地址不同' },
    chain: ['other-address'],
    trap: 'tls-name-mismatch',
    name: null,
  },
  {
    id: 'partial-wildcard',
    title: { en: '`sv*.test` for svc.test', zh: '`sv*.test` 对 svc.test' },
    chain: ['partial-wildcard'],
    trap: 'tls-name-mismatch',
    name: 'svc.test',
  },
  {
    id: 'wildcard-two-labels',
    title: { en: '`*.test` for a.svc.test', zh: '`*.test` 对 a.svc.test' },
    chain: ['wildcard'],
    trap: 'tls-name-mismatch',
    name: 'a.svc.test',
  },
  {
    id: 'wildcard-no-label',
    title: { en: '`*.test` for test', zh: '`*.test` 对 test' },
    chain: ['wildcard'],
    trap: 'tls-name-mismatch',
    name: 'test',
  },
  {
    id: 'common-name-only',
    title: { en: 'the name is the common name alone', zh: '名称只在通用名称中' },
    chain: ['common-name-only'],
    trap: 'tls-cn-only',
  },
  {
    id: 'version-one',
    title: { en: 'a certificate of version 1', zh: '版本 1 的证书' },
    chain: ['version-one'],
    trap: 'tls-cn-only',
  },
  {
    id: 'no-name-at-all',
    title: { en: 'no name at all', zh: '没有任何名称' },
    chain: ['no-name-at-all'],
    trap: 'tls-name-mismatch',
  },
  {
    id: 'missing-intermediate',
    title: { en: 'the intermediate is not sent', zh: '没有发送中间证书' },
    chain: ['good'],
    trap: 'tls-unknown-authority',
  },
  {
    id: 'foreign',
    title: { en: 'another authority', zh: '其他 CA' },
    chain: ['foreign'],
    trap: 'tls-unknown-authority',
  },
  {
    id: 'foreign-root-sent',
    title: { en: 'another authority, which is sent', zh: '其他 CA，并发送了根证书' },
    chain: ['foreign', 'other-root'],
    trap: 'tls-unknown-authority',
  },
  {
    id: 'self-signed',
    title: { en: 'signed by itself', zh: '自签名' },
    chain: ['self-signed'],
    trap: 'tls-unknown-authority',
  },
  {
    id: 'self-signed-authority',
    title: { en: 'signed by itself, as an authority', zh: '自签名，并且是 CA' },
    chain: ['self-signed-authority'],
    trap: 'tls-unknown-authority',
  },
  {
    id: 'root-remade',
    title: { en: 'the root was made again under its old name', zh: '根证书以同名重新生成' },
    chain: ['of-root-remade'],
    trap: 'tls-unknown-authority',
  },
  {
    id: 'sha1-signature',
    title: { en: 'signed with SHA-1', zh: 'SHA-1 签名' },
    chain: ['sha1-signature'],
    trap: 'tls-weak-signature',
  },
  {
    id: 'under-no-authority',
    title: { en: 'the issuer is no authority', zh: '签发者不是 CA' },
    chain: ['under-no-authority', 'not-an-authority'],
    trap: 'tls-key-usage',
  },
  {
    id: 'under-no-right',
    title: { en: 'the issuer may not sign certificates', zh: '签发者无权签发证书' },
    chain: ['under-no-right', 'no-key-cert-sign'],
    trap: 'tls-key-usage',
  },
  {
    id: 'client-usage',
    title: { en: 'only for clients', zh: '只用于客户端' },
    chain: ['client-usage'],
    trap: 'tls-key-usage',
  },
  {
    id: 'under-for-clients',
    title: { en: 'the intermediate is only for clients', zh: '中间证书只用于客户端' },
    chain: ['under-for-clients', 'for-clients-only'],
    trap: 'tls-key-usage',
  },
  {
    id: 'outside-permitted',
    title: { en: 'outside of the permitted names', zh: '不在允许的名称之内' },
    chain: ['outside-permitted', 'permits-example'],
    trap: 'tls-name-constraint',
  },
  {
    id: 'inside-excluded',
    title: { en: 'among the excluded names', zh: '属于排除的名称' },
    chain: ['inside-excluded', 'excludes-localhost'],
    trap: 'tls-name-constraint',
  },
  {
    id: 'too-deep',
    title: { en: 'more intermediates than the path length allows', zh: '中间证书多于路径长度限制' },
    chain: ['too-deep', 'below-short', 'short-intermediate'],
    trap: 'tls-path-length',
  },
  {
    id: 'critical-unknown',
    title: { en: 'a critical extension that nobody knows', zh: '未知的关键扩展' },
    chain: ['critical-unknown'],
    trap: 'tls-critical-extension',
  },
  {
    id: 'rsa-768',
    title: { en: 'RSA with 768 bits', zh: 'RSA 768 位' },
    chain: ['rsa-768'],
    trap: 'tls-weak-signature',
  },
  {
    id: 'negative-serial',
    title: { en: 'a serial number below zero', zh: '负的序列号' },
    chain: ['negative-serial'],
    trap: 'tls-malformed-certificate',
  },
  {
    id: 'expired-and-foreign',
    title: { en: 'expired, and of another authority', zh: '已过期，且来自其他 CA' },
    chain: ['expired-and-foreign'],
    trap: 'tls-expired',
  },
  {
    id: 'wrong-name-and-foreign',
    title: { en: 'another name, and another authority', zh: '名称不同，且来自其他 CA' },
    chain: ['wrong-name-and-foreign'],
    trap: 'tls-name-mismatch',
  },
  {
    id: 'expired-and-wrong-name',
    title: { en: 'expired, and another name', zh: '已过期，且名称不同' },
    chain: ['expired-and-wrong-name'],
    trap: 'tls-expired',
  },
];

/** Certificates, each on a gRPC server. */
export const certificateRows: readonly Situation[] = [
  ...rows.map(
    ({ id, title, chain, trap, ca = ['root'], name = 'localhost' }): Situation => ({
      id: `certificate-${id}`,
      title,
      server: { serve: 'grpc', grpc: { health: 'serving', reflection: 'both' }, tls: { chain } },
      client: clientOf(ca, name),
      trap,
    }),
  ),
  {
    id: 'certificate-expired-block',
    title: { en: 'expired, with WithBlock', zh: '已过期，使用 WithBlock' },
    server: { serve: 'grpc', grpc: { health: 'serving' }, tls: { chain: ['expired'] } },
    client: { ...clientOf(['root'], 'localhost'), dial: 'block' },
    unseen: true,
  },
  {
    id: 'certificate-expired-block-with-reason',
    title: { en: 'expired, with WithReturnConnectionError', zh: '已过期，使用 WithReturnConnectionError' },
    server: { serve: 'grpc', grpc: { health: 'serving' }, tls: { chain: ['expired'] } },
    client: { ...clientOf(['root'], 'localhost'), dial: 'block-with-reason' },
    unseen: true,
  },
  {
    id: 'certificate-system-roots',
    title: { en: 'an authority that is not among those of the system', zh: 'CA 不在系统信任的 CA 之中' },
    server: {
      serve: 'grpc',
      grpc: { health: 'serving', reflection: 'both' },
      tls: { chain: ['good', 'intermediate'] },
    },
    client: { as: 'tls', serverName: 'localhost' },
    trap: 'tls-unknown-authority',
  },
];

function clientOf(ca: readonly string[], name: string | null): ClientSpec {
  return { as: 'tls', ca, ...(name !== null && { serverName: name }) };
}
