import { proxyTextLab } from '../../../lab/kit/proxy-text-lab.ts';

const trap = 'envoy-upstream-protocol-mismatch';

export default proxyTextLab({
  trap,
  title: { en: 'Envoy speaks another HTTP than what stands behind it', zh: 'Envoy 和它后面的后端说的 HTTP 版本不同' },
  question: {
    en: 'What do client, Envoy and server print when the cluster speaks another version of HTTP than the server?',
    zh: '集群说的 HTTP 版本和服务端不同时，客户端、Envoy 和服务端各输出什么？',
  },
  situations: [
    {
      id: 'http1-cluster',
      title: {
        en: 'a cluster without http2_protocol_options, a gRPC server',
        zh: '集群没有 http2_protocol_options，后端是 gRPC 服务端',
      },
      envoy: ({ grpc }) => ({ upstream: grpc, speaks: 'http1' }),
      names: `proven: ${trap}`,
    },
    {
      id: 'http2-cluster',
      title: {
        en: 'a cluster with http2_protocol_options, a server of HTTP/1.1',
        zh: '集群有 http2_protocol_options，后端是 HTTP/1.1 服务端',
      },
      envoy: ({ http1 }) => ({ upstream: http1, speaks: 'http2' }),
      names: `likely: ${trap}`,
    },
    {
      id: 'server-down',
      title: { en: 'nobody listens', zh: '没有人监听' },
      envoy: ({ closed }) => ({ upstream: closed, speaks: 'http2' }),
      names: null,
    },
    {
      id: 'tls-cluster',
      title: { en: 'a cluster with TLS, a server without', zh: '集群用 TLS，服务端不用' },
      envoy: ({ grpc }) => ({ upstream: grpc, speaks: 'http2', tls: true }),
      names: 'proven: tls-to-plaintext',
    },
    {
      id: 'matched',
      title: {
        en: 'a cluster with http2_protocol_options, a gRPC server',
        zh: '集群有 http2_protocol_options，后端是 gRPC 服务端',
      },
      envoy: ({ grpc }) => ({ upstream: grpc, speaks: 'http2' }),
      names: null,
    },
  ],
});
