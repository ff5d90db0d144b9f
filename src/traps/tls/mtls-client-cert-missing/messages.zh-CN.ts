import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '服务器要求客户端证书，而客户端没有它能接受的证书',
  'title-none': '{target} 要求客户端证书，而客户端没有',
  'title-issuer': '{target} 不接受 {issuer} 签发的客户端证书',
  'title-usage': '{target} 不接受只用于 {usages} 的客户端证书',
  'title-expired': '用于 {target} 的客户端证书不在有效期内',
  'title-refused': '{target} 拒绝了客户端证书 {name}',
  'why-none':
    '它接受这些 CA 签发的证书：{accepted}。在 TLS 1.3 里，客户端完成握手之后才被拒绝，所以 Go 打印的错误每次可能不同。',
  'why-issuer': '它接受这些 CA 签发的证书：{accepted}。Go 客户端不会发送别的 CA 签发的证书，所以服务器会说没有证书。',
  'why-usage': '{name} 的扩展密钥用途是 {usages}。客户端证书要么包含 clientAuth，要么完全没有这个列表。',
  'why-expired': '{name} 的有效期到 {until} 为止。服务器以自己的时钟为准。',
  'why-refused':
    '它接受这些 CA 签发的证书：{accepted}，{issuer} 就在其中。警报 {alert} 没有说明更多，要看服务器的日志。',
  'fix-give': '把证书和密钥交给客户端',
  'fix-issue': '如果还没有，就由服务器接受的 CA 签发',
  'fix-issuer': '换用这些 CA 之一签发的证书，或者把 {issuer} 加进服务器的 ClientCAs：{accepted}',
  'fix-usage': '重新签发，加上 clientAuth',
  'fix-expired': '重新签发',
  'fix-refused': '看看服务器除了签名还检查什么，或者换一张重新签发的证书',
  'seen-why': '服务端要求客户端证书：客户端没有发送，或者服务端不接受。',
  'seen-fix': '给客户端一张由服务端信任的 CA 签发的证书',
};
