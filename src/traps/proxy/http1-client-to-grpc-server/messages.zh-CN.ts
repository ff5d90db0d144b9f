import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: 'HTTP/1 客户端调用了 gRPC 服务端',
  'seen-why':
    'gRPC 端口收到的第一批字节是 HTTP/1 请求：来自浏览器、REST 或 gRPC-Web 客户端、健康检查，或者说 HTTP/1 的代理。gRPC 服务端只说 HTTP/2，于是挂断。',
  'seen-fix':
    '用 gRPC 客户端调用；面向浏览器时在前面放 gRPC-Web 代理（Envoy 加 grpc_web），面向 REST 时放 grpc-gateway；HTTP 健康检查改用另一个端口',
  'ask-client':
    '客户端是谁？如果调用经过代理，查看它对这个端口是否说 HTTP/1（nginx：proxy_pass；Envoy：没有 http2_protocol_options 的集群）。',
};
