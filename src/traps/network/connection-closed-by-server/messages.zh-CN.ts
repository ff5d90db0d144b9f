import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '对方什么都没说就结束连接',
  title: '{place} 接受连接后一言不发就结束，明文和 TLS 都一样',
  'title-tls': '{place} 在 TLS 握手之后立刻结束连接',
  'title-call': '{place} 在第一个调用进行到一半时结束连接',
  'title-goaway': '{place} 把客户端打发走：GOAWAY {name}',
  why: '这样做的很少是 gRPC 服务端本身，而是没有可用后端的端口转发或负载均衡（kubectl port-forward、docker-proxy、kube-proxy）、连接数限制、地址白名单，或者每来一个连接就崩溃的程序。',
  'why-tls': 'TLS 终止在代理上，代理随后找不到后端，或者后面的程序要的不是 HTTP/2。',
  'why-call': '要么程序在这个调用上崩溃，要么代理失去了后端。',
  'why-goaway': 'HTTP/2 服务端就是这样拒绝的：连接或 ping 太多、超过限制，或者违反了协议规则。',
  'fix-backend': '查清是谁结束的：在服务端机器上再问一次，绕过每一层负载均衡、sidecar 和端口转发',
  'fix-log': '看服务端在这次探测时刻的日志：panic、重启、被拒绝的地址',
  'fix-limit': '查看连接数、打开文件数（ulimit -n）或地址的限制，并和当前打开的数量（ss -s）对照',
  'seen-why': '连接已经建立，是对方结束了它：服务端，或者它前面的代理、负载均衡、端口转发。',
  'seen-fix': '看服务端在那个时刻的日志；在服务端自己的机器上再问一次，绕过中间的一切',
  'seen-ask': '是不是每次都在握手中结束，用 openssl s_client 也一样？grpc-doctor probe HOST:PORT 会试明文和 TLS',
};
