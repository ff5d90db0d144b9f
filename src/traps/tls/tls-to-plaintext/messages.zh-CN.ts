import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '客户端使用 TLS，而服务器是明文的',
  title: '{target} 是明文的，而客户端使用 TLS',
  why: '服务器把 ClientHello 当成了损坏的 HTTP/2 前言，它的回答也不是 TLS 记录。用明文访问 {address}，立刻得到 HTTP/2 应答。',
  'fix-server': '给服务器配上证书：没有凭据时 grpc-go 以明文监听',
  'fix-client': '或者让客户端使用明文，但仅限可信网络：密码和令牌都不能走明文',
  'title-code': '{file} 用 TLS 拨号 {target}，而 {server} 在那里用明文监听',
  'why-code': '项目里没有别的服务器使用这个端口，两边都是常量，而没有 grpc.Creds 的 grpc-go 服务器是明文。',
  'bites-code':
    'rpc error: code = Unavailable desc = connection error: desc = "transport: authentication handshake failed: tls: first record does not look like a TLS handshake"',
  'seen-why': '客户端用 TLS，服务端用明文：客户端当作 TLS 记录来读的是别的内容。',
  'seen-fix': '客户端改用 insecure.NewCredentials，或者服务端改用 credentials.NewTLS',
  'seen-ask': '那个端口不用 TLS 时说的是什么：gRPC、HTTP/1，还是别的协议？grpc-doctor probe HOST:PORT',
};
