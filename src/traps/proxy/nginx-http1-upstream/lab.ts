import { proxyTextLab } from '../../../lab/kit/proxy-text-lab.ts';

const trap = 'nginx-http1-upstream';

export default proxyTextLab({
  trap,
  title: { en: 'nginx speaks another HTTP than what stands behind it', zh: 'nginx 和它后面的后端说的 HTTP 版本不同' },
  question: {
    en: 'What do client, nginx and server print when proxy_pass leads to a gRPC server, or grpc_pass to one that speaks no HTTP/2?',
    zh: 'proxy_pass 指向 gRPC 服务端，或者 grpc_pass 指向不说 HTTP/2 的后端时，客户端、nginx 和服务端各输出什么？',
  },
  situations: [
    {
      id: 'proxy-pass',
      title: { en: 'proxy_pass to a gRPC server', zh: 'proxy_pass 指向 gRPC 服务端' },
      nginx: { listen: 'http2', body: ({ grpc }) => `location / { proxy_pass http://${grpc}; }` },
      race: true,
      names: `proven: ${trap}`,
    },
    {
      id: 'proxy-pass-1-1',
      title: { en: 'the same with proxy_http_version 1.1', zh: '同上，加 proxy_http_version 1.1' },
      nginx: {
        listen: 'http2',
        body: ({ grpc }) => `location / { proxy_http_version 1.1; proxy_pass http://${grpc}; }`,
      },
      race: true,
      names: `proven: ${trap}`,
    },
    {
      id: 'proxy-pass-to-tls',
      title: {
        en: 'proxy_pass https:// to a gRPC server with TLS',
        zh: 'proxy_pass https:// 指向带 TLS 的 gRPC 服务端',
      },
      nginx: { listen: 'http2', body: ({ tls }) => `location / { proxy_pass https://${tls}; }` },
      names: 'proven: http-gateway-error-response',
    },
    {
      id: 'grpc-pass-to-http1',
      title: { en: 'grpc_pass to a server of HTTP/1.1', zh: 'grpc_pass 指向 HTTP/1.1 服务端' },
      nginx: { listen: 'http2', body: ({ http1 }) => `location / { grpc_pass grpc://${http1}; }` },
      names: `proven: ${trap}`,
    },
    {
      id: 'grpc-pass-to-json',
      title: { en: 'grpc_pass to a server of JSON lines', zh: 'grpc_pass 指向逐行返回 JSON 的服务端' },
      nginx: { listen: 'http2', body: ({ json }) => `location / { grpc_pass grpc://${json}; }` },
      names: `proven: ${trap}`,
    },
    {
      id: 'grpc-pass-to-tls',
      title: { en: 'grpc_pass grpc:// to a server with TLS', zh: 'grpc_pass grpc:// 指向带 TLS 的服务端' },
      nginx: { listen: 'http2', body: ({ tls }) => `location / { grpc_pass grpc://${tls}; }` },
      names: 'proven: http-gateway-error-response',
    },
    {
      id: 'grpc-pass',
      title: { en: 'grpc_pass to a gRPC server', zh: 'grpc_pass 指向 gRPC 服务端' },
      nginx: { listen: 'http2', body: ({ grpc }) => `location / { grpc_pass grpc://${grpc}; }` },
      names: null,
    },
  ],
});
