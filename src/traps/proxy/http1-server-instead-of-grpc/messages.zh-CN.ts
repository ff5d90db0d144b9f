import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '要连的是 gRPC 服务端，应答的却是 HTTP/1 服务端',
  title: '{place} 只会说 HTTP/1，而 gRPC 需要 HTTP/2',
  'title-server': '{place} 上应答的是 {server}，只用 HTTP/1；gRPC 需要 HTTP/2',
  'title-tls': '{place} 在 TLS 里只会说 HTTP/1，而 gRPC 需要 HTTP/2',
  'title-server-tls': '{place} 上在 TLS 里应答的是 {server}，只用 HTTP/1；gRPC 需要 HTTP/2',
  why: 'HTTP/2 的前言被当成一个坏的 HTTP/1 请求来应答。这是 Web 服务器、JSON 网关、指标或调试端口，或者没有打开 HTTP/2 的代理。',
  'fix-port': '连 gRPC 服务端的端口：带网关、指标或健康页的程序有好几个端口，只有一个是 gRPC',
  'fix-server':
    '如果两者要共用端口，让 HTTP 服务端支持不带 TLS 的 HTTP/2（h2c），并把 content-type 为 application/grpc 的请求交给 gRPC 服务端',
  'fix-nginx': '在 nginx 的这个端口打开 HTTP/2，并用 grpc_pass 转发调用',
  'fix-before': '在代理的这个端口打开 HTTP/2（明文还是 TLS 要和客户端一致），通往后端的那一段也要打开',
  'seen-why': '返回的是 HTTP/1：这个端口属于 Web 服务器、代理的 HTTP 一侧，或者是用网页回答明文的 TLS 端口。',
  'seen-fix': '连接 gRPC 的端口；grpc-doctor probe 会说明是谁在应答',
  'seen-ask':
    '那个端口上是谁在回答，用的是什么协议？grpc-doctor probe HOST:PORT；Web 服务器的日志里有 PRI * HTTP/2.0 一行，就说明是它',
};
