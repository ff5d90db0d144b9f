import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '不带 TLS 的 gRPC 客户端连到了只说 HTTP/1 的端口',
  'seen-why':
    '“PRI * HTTP/2.0”是 HTTP/2 客户端发送的第一行。把它写进日志的服务端是把它当成了请求：这个端口只说 HTTP/1。',
  'seen-fix':
    '让这个端口说 HTTP/2（nginx：listen PORT http2），或者连接说 HTTP/2 的那个端口；如果它只在 TLS 上说 HTTP/2，就让客户端使用 TLS',
  'seen-ask': '那个端口上的服务器日志里，有没有带 PRI * HTTP/2.0 的一行？',
};
