import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: 'nginx 和它后面的服务端说的 HTTP 版本不同',
  'why-proxy-pass':
    '不管客户端说什么，proxy_pass 对后端都说 HTTP/1。gRPC 服务端只说 HTTP/2，于是挂断；nginx 随后重置这个调用。',
  'why-grpc-pass': 'grpc_pass 说 HTTP/2，而它后面的后端用别的协议应答。',
  'why-bytes':
    'grpc_pass 说 HTTP/2，而它后面的后端用“{bytes}”应答：nginx 报出的大小就是这几个字母被当成了帧长度。不需要调大任何大小限制。',
  'fix-grpc-pass': '对 gRPC 服务端使用 grpc_pass（后端用 TLS 时写 grpcs://），并在 listen 上打开 http2',
  'fix-upstream':
    '让 grpc_pass 指向服务端说 gRPC 的端口；后端是 HTTP/1 时用 proxy_pass。要求 TLS 的服务端也可能用 HTTP/1 页面应答：这时写 grpcs://',
  'ask-proxy-pass':
    '这个调用所在的 location 用的是 proxy_pass 吗？查看 nginx 的配置（nginx -T）和错误日志：出现“upstream sent no valid HTTP/1.0 header”并且是 gRPC 调用，就是它。',
  'ask-grpc-pass': 'nginx 后面的服务端说什么协议？在 nginx 所在的机器上对它的地址运行 grpc-doctor probe HOST:PORT。',
};
