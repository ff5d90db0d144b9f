import { endpointLab } from '../../../lab/kit/endpoint-lab.ts';
import type { ServerSpec } from '../../../lab/kit/fault-servers.ts';
import type { ClientSpec } from '../../../lab/kit/grpc-calls.ts';

const plaintext: ClientSpec = { as: 'plaintext' };
const tls: ClientSpec = { as: 'tls', ca: ['root'], serverName: 'localhost' };
const http1: ServerSpec = {
  serve: 'http1',
  http: { status: 200, header: { 'content-type': 'text/html' }, body: '<html><body>It works!</body></html>' },
};
const chain = ['good', 'intermediate'];

export default endpointLab({
  trap: 'http1-server-instead-of-grpc',
  title: { en: 'A server of HTTP/1 in the place of gRPC', zh: 'gRPC 的位置上是 HTTP/1 服务端' },
  question: {
    en: 'What do clients print when the server speaks HTTP/1 only, in plaintext and in TLS?',
    zh: '服务端只会说 HTTP/1 时（明文和 TLS），客户端输出什么？',
  },
  situations: [
    {
      id: 'plaintext',
      title: { en: 'HTTP/1, plaintext client', zh: 'HTTP/1，明文客户端' },
      server: http1,
      client: plaintext,
    },
    {
      id: 'tls',
      title: { en: 'HTTP/1 without TLS, TLS client', zh: '不带 TLS 的 HTTP/1，TLS 客户端' },
      server: http1,
      client: tls,
    },
    {
      id: 'alpn-http1',
      title: { en: 'HTTPS with ALPN http/1.1 only', zh: '只有 ALPN http/1.1 的 HTTPS' },
      server: { ...http1, tls: { chain, alpn: ['http/1.1'] } },
      client: tls,
    },
    {
      id: 'https-without-alpn',
      title: { en: 'HTTPS without ALPN', zh: '没有 ALPN 的 HTTPS' },
      server: { ...http1, tls: { chain, alpn: [] } },
      client: tls,
    },
    {
      id: 'grpc-without-alpn',
      title: { en: 'gRPC without ALPN is no HTTP/1', zh: '没有 ALPN 的 gRPC 不是 HTTP/1' },
      server: { serve: 'grpc', grpc: { health: 'serving', reflection: 'both' }, tls: { chain, alpn: [] } },
      client: tls,
      trap: 'any',
    },
    {
      id: 'grpc',
      title: { en: 'gRPC', zh: 'gRPC' },
      server: { serve: 'grpc', grpc: { health: 'serving', reflection: 'both' } },
      client: plaintext,
      trap: null,
    },
  ],
});
