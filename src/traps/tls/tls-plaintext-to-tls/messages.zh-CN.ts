import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '客户端使用明文，而服务器要求 TLS',
  title: '{target} 要求 TLS，而客户端使用明文',
  why: '服务器把 HTTP/2 前言当成了损坏的 ClientHello，多半一声不响就关闭了连接。与 {address} 进行 TLS 握手则有回应。',
  'why-client-certificate':
    '服务器把 HTTP/2 前言当成了损坏的 ClientHello，多半一声不响就关闭了连接。与 {address} 进行 TLS 握手则有回应，而且它还要求客户端证书。',
  'fix-client': '让客户端使用 TLS；不指定文件时，它信任系统的 CA',
  'title-code-always': '{file} 用明文拨号 {target}，而 {server} 在那里用 TLS 监听',
  'title-code-switched': '{call} 无论如何都用明文拨号，而 {server} 在被要求时会启用 TLS',
  'why-code-always': '项目里没有别的服务器使用这个端口，并且两边都是常量。',
  'why-code-switched':
    '服务器的 TLS 选项写在一个分支里，而同一个包里网关的拨号没有这样的分支。一旦启用 TLS，网关就连不上任何服务器。',
  'bites-code': 'rpc error: code = Unavailable desc = connection error: desc = "error reading server preface: EOF"',
  'fix-code': '用同一个开关，把服务器要求的凭据也交给这次拨号',
  'seen-why': '服务端用 TLS，而这个客户端用明文：它的首批字节不是 TLS 记录。',
  'seen-fix': '客户端改用 credentials.NewTLS，并信任签发服务端证书的 CA',
};
