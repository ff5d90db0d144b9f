import type { Situation } from '../../../kit/endpoint-lab.ts';
import type { ServerSpec, TlsSpec } from '../../../kit/fault-servers.ts';
import type { ClientSpec } from '../../../kit/grpc-calls.ts';

const tls: ClientSpec = { as: 'tls', ca: ['root'], serverName: 'localhost' };
const chain = ['good', 'intermediate'];

function withTls(more: Partial<TlsSpec>): ServerSpec {
  return { serve: 'grpc', grpc: { health: 'serving', reflection: 'both' }, tls: { chain, ...more } };
}

/** Versions, protocols and server names. */
const handshakes: readonly Situation[] = [
  {
    id: 'alpn-missing',
    title: {
      en: 'the server knows no ALPN: tls.NewListener before grpc.NewServer',
      zh: '服务器没有 ALPN：grpc.NewServer 之前用了 tls.NewListener',
    },
    server: withTls({ alpn: [] }),
    client: tls,
    trap: 'alpn-missing',
  },
  {
    id: 'alpn-missing-tls12',
    title: { en: 'the same with TLS 1.2', zh: '同上，TLS 1.2' },
    server: withTls({ alpn: [], max: '1.2' }),
    client: tls,
    trap: 'alpn-missing',
  },
  {
    id: 'alpn-missing-not-enforced',
    title: {
      en: 'the same, and the client has GRPC_ENFORCE_ALPN_ENABLED=false',
      zh: '同上，客户端设置了 GRPC_ENFORCE_ALPN_ENABLED=false',
    },
    server: withTls({ alpn: [] }),
    client: { ...tls, env: { GRPC_ENFORCE_ALPN_ENABLED: 'false' } },
    trap: 'any',
  },
  {
    id: 'alpn-http1-only',
    title: { en: 'the server knows only http/1.1', zh: '服务器只支持 http/1.1' },
    server: withTls({ alpn: ['http/1.1'] }),
    client: tls,
    trap: 'alpn-missing',
  },
  {
    id: 'tls13-only',
    title: { en: 'the server has TLS 1.3 alone', zh: '服务器只有 TLS 1.3' },
    server: withTls({ min: '1.3' }),
    client: tls,
    trap: null,
  },
  {
    id: 'tls13-only-client-12',
    title: { en: 'the same, and the client has at most TLS 1.2', zh: '同上，客户端最高 TLS 1.2' },
    server: withTls({ min: '1.3' }),
    client: { ...tls, max: '1.2' },
    unseen: true,
  },
  {
    id: 'tls12-only',
    title: { en: 'the server has TLS 1.2 alone', zh: '服务器只有 TLS 1.2' },
    server: withTls({ max: '1.2' }),
    client: tls,
    trap: null,
  },
  {
    id: 'tls11-only',
    title: { en: 'the server has at most TLS 1.1', zh: '服务器最高 TLS 1.1' },
    server: withTls({ min: '1.0', max: '1.1' }),
    client: tls,
    trap: 'tls-version',
  },
  {
    id: 'tls10-only',
    title: { en: 'the server has TLS 1.0 alone', zh: '服务器只有 TLS 1.0' },
    server: withTls({ min: '1.0', max: '1.0' }),
    client: tls,
    trap: 'tls-version',
  },
  {
    id: 'name-refused',
    title: { en: 'the server refuses the name with an internal error', zh: '服务器以内部错误拒绝该名称' },
    server: withTls({ nameFault: 'refused' }),
    client: tls,
    trap: 'tls-server-name-refused',
  },
  {
    id: 'name-without-certificate',
    title: { en: 'the server has no certificate for the name', zh: '服务器没有该名称的证书' },
    server: withTls({ nameFault: 'no-certificate' }),
    client: tls,
    trap: 'tls-server-name-refused',
  },
];

function mutual(
  id: string,
  title: Situation['title'],
  client: Partial<ClientSpec>,
  server: Partial<TlsSpec>,
  more: Partial<Situation>,
): Situation {
  const settings: Partial<TlsSpec> = { clientAuth: 'require', clientAuthority: 'root', ...server };
  return { id, title, server: withTls(settings), client: { ...tls, ...client }, ...more };
}

const own: Partial<ClientSpec> = { as: 'mtls', certificate: 'client' };

/** Servers that ask for a client certificate. */
const mutuals: readonly Situation[] = [
  mutual('mtls-well', { en: 'mTLS, with a certificate', zh: 'mTLS，有证书' }, own, {}, { trap: null }),
  mutual('mtls-well-tls12', { en: 'the same with TLS 1.2', zh: '同上，TLS 1.2' }, own, { max: '1.2' }, { trap: null }),
  mutual(
    'mtls-optional',
    { en: 'a certificate may be given, and none is', zh: '证书可选，客户端没有' },
    {},
    { clientAuth: 'verify-if-given' },
    { trap: null },
  ),
  mutual(
    'mtls-optional-tls12',
    { en: 'the same with TLS 1.2', zh: '同上，TLS 1.2' },
    {},
    { clientAuth: 'verify-if-given', max: '1.2' },
    { trap: null },
  ),
  mutual(
    'mtls-missing',
    { en: 'mTLS without a certificate, TLS 1.3', zh: 'mTLS 没有证书，TLS 1.3' },
    {},
    {},
    { trap: 'mtls-client-cert-missing', race: true },
  ),
  mutual(
    'mtls-missing-tls12',
    { en: 'mTLS without a certificate, TLS 1.2', zh: 'mTLS 没有证书，TLS 1.2' },
    {},
    { max: '1.2' },
    { trap: 'mtls-client-cert-missing' },
  ),
  mutual(
    'mtls-missing-block',
    { en: 'the same under TLS 1.3 with WithBlock', zh: '同上，TLS 1.3，使用 WithBlock' },
    { dial: 'block' },
    {},
    { unseen: true },
  ),
  mutual(
    'mtls-foreign',
    {
      en: 'a certificate of an authority that the server does not accept, TLS 1.3',
      zh: '证书来自服务器不接受的 CA，TLS 1.3',
    },
    { as: 'mtls', certificate: 'client-foreign' },
    {},
    { trap: 'mtls-client-cert-missing', race: true },
  ),
  mutual(
    'mtls-foreign-tls12',
    { en: 'the same with TLS 1.2', zh: '同上，TLS 1.2' },
    { as: 'mtls', certificate: 'client-foreign' },
    { max: '1.2' },
    { trap: 'mtls-client-cert-missing' },
  ),
  mutual(
    'mtls-server-usage',
    { en: 'a certificate for servers only, TLS 1.3', zh: '只能用于服务器的证书，TLS 1.3' },
    { as: 'mtls', certificate: 'client-server-usage' },
    {},
    { trap: 'mtls-client-cert-missing', race: true },
  ),
  mutual(
    'mtls-server-usage-tls12',
    { en: 'the same with TLS 1.2', zh: '同上，TLS 1.2' },
    { as: 'mtls', certificate: 'client-server-usage' },
    { max: '1.2' },
    { trap: 'mtls-client-cert-missing' },
  ),
  mutual(
    'mtls-expired',
    { en: 'an expired certificate, TLS 1.3', zh: '过期的证书，TLS 1.3' },
    { as: 'mtls', certificate: 'client-expired' },
    {},
    { trap: 'mtls-client-cert-missing', race: true },
  ),
  mutual(
    'mtls-expired-tls12',
    { en: 'the same with TLS 1.2', zh: '同上，TLS 1.2' },
    { as: 'mtls', certificate: 'client-expired' },
    { max: '1.2' },
    { trap: 'mtls-client-cert-missing' },
  ),
  mutual(
    'mtls-plaintext',
    { en: 'a plaintext client at an mTLS server', zh: '明文客户端，mTLS 服务器' },
    { as: 'plaintext' },
    {},
    { trap: 'tls-plaintext-to-tls', race: true },
  ),
];

export const tlsRows: readonly Situation[] = [...handshakes, ...mutuals];
