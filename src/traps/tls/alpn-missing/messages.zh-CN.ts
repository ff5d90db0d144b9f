import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: 'TLS 服务器没有通过 ALPN 选择 h2，而 grpc-go 从 1.67 起要求必须选择',
  'title-now': '{target} 没有通过 ALPN 选择协议，而 grpc-go {grpc} 要求必须选择',
  'title-later': '{target} 没有通过 ALPN 选择协议：grpc-go {grpc} 不在意，{first} 及以后会拒绝',
  'title-switched-off': '{target} 没有通过 ALPN 选择协议，grpc-go {grpc} 只是因为 {setting} 才接受',
  'title-refused': '{target} 拒绝 h2：它只接受别的协议',
  'why-now': '握手成功，HTTP/2 也能用，只是缺了这个选择。{last} 及以前的客户端不检查，从 {first} 起会断开连接。',
  'why-later': '握手成功，HTTP/2 也能用，只是缺了这个选择。客户端下次升级 grpc-go 就会出问题。',
  'why-switched-off': '当前环境里 {setting} 为 false。以后的版本不会再认这个变量。',
  'why-refused': '服务器有一个协议列表（比如 http/1.1），里面没有 h2。而所有 gRPC 客户端都只提供 h2。',
  'fix-server': '让服务器选择 h2：grpc.Creds 会自动处理，而在 grpc-go 前面套一层 tls.NewListener 则不会',
  'fix-refused': '如果那里确实支持 HTTP/2，就把 h2 加进服务器（或它前面的代理）的协议列表',
  'fix-client': '在此之前，可以在客户端设置这个过渡性的变量',
  'seen-why': '客户端和服务端没有通过 ALPN 协商出 HTTP/2（h2），而 grpc-go 从 1.67 起要求这样。',
  'seen-fix': '让终止 TLS 的一方提供 h2；Go 服务端用 grpc.Creds 代替 tls.NewListener，或设置 NextProtos 为 h2',
  'seen-ask': '那个端口说的是什么协议？问一问：grpc-doctor probe HOST:PORT --as tls',
};
