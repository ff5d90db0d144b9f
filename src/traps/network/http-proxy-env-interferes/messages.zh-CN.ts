import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: 'HTTPS_PROXY 把连接交给了一个不放行的代理',
  'title-lost': '{variable} 里的代理 {proxy} 没有地址',
  'title-unreachable': '连不上 {variable} 里的代理 {proxy}',
  'title-refused': '{variable} 里的代理 {proxy} 回答 {status}，不肯连接 {name}',
  'title-silent': '{variable} 里的代理 {proxy} 没有应答',
  'title-scheme': '{variable} 里的代理 {proxy} 没有应答：grpc-go 与它说的是明文 HTTP，不是 {scheme}',
  'bites-refused':
    'rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing: failed to do connect handshake, response: \\"{line}\\r\\n…',
  why: '只要目标不是本机，而 NO_PROXY 又没有写到它，不论用不用 TLS，grpc-go 都会去找 {variable} 里的代理。就本机看来，不经过代理时这个端点也没有应答。',
  'why-direct':
    '只要目标不是本机，而 NO_PROXY 又没有写到它，不论用不用 TLS，grpc-go 都会去找 {variable} 里的代理。不经过代理时，这个端点是有应答的。',
  'fix-past':
    '把主机写进 NO_PROXY；从 grpc-go 1.71 起，NewClient 比较的是目标里的写法，之前比较的是名字对应的地址：{name}',
  'fix-allow': '让代理接受到 {place} 的 CONNECT：很多代理只放行 443 端口',
  'fix-option': '绝不该用代理的程序：加上拨号选项 WithNoProxy（自己的拨号器也有同样的效果）',
  'seen-why': '客户端经过了一个 HTTP 代理，而它拒绝建立到这个端口的隧道。',
  'seen-fix': '把主机加入 NO_PROXY，或者让代理允许 CONNECT 到该端口',
};
