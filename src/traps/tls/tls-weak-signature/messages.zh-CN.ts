import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '证书的签名或密钥太弱，Go 不接受',
  'title-signature': '{target} 的证书 {name} 用 SHA-1 签名（{algorithm}）',
  'title-md5': '{target} 的证书 {name} 用 {algorithm} 签名，任何版本的 Go 都不接受',
  'title-signature-later': '{target} 的证书 {name} 用 SHA-1 签名，Go {since} 及以后会拒绝',
  'title-key': '{target} 的证书使用 {bits} 位的 RSA 密钥',
  'title-key-later': '{target} 的证书使用 {bits} 位的 RSA 密钥，Go {since} 及以后会拒绝',
  'title-unsupported': '{target} 的证书使用 {key} 密钥，TLS 用不了',
  'why-unsupported': '握手要用密钥签名，而 Go 的 TLS 1.2 和 1.3 只支持 RSA、ECDSA 和 Ed25519 签名。',
  'why-signature':
    '从 Go {since} 起，这样的签名等于没有，所以 Go 会说签发者未知。在 {until} 之前的 Go 里可以用 GODEBUG={setting} 恢复，之后不行。',
  'why-md5': '这样的签名等于没有，所以 Go 会说签发者未知。没有任何设置能恢复。',
  'why-signature-later':
    'Go {go} 之所以接受，是因为版本旧，或者设置了 GODEBUG={setting}。Go {since} 及以后不接受，从 {until} 起连这个设置也没有了。',
  'why-key': 'go 行为 {line} 的 Go {go} 要求 RSA 至少 {least} 位。GODEBUG={setting} 可以放宽，但只对这一个客户端有效。',
  'why-key-later':
    'go 行为 {line} 的 Go {go} 还接受它。只要 go 行达到 {since}，Go {since} 就会拒绝 {least} 位以下的 RSA：下次改 go.mod，服务器就会连不上。',
  fix: '用现在的密钥重新签发，并用 SHA-256 签名',
  'fix-authority': '让 {name} 的证书改用 SHA-256 重新签发，并发送新的那张',
  'title-file-signature': '{file} 中的 {name} 用 {algorithm} 签名，Go {go} 不接受',
  'title-file-key': '{file} 中的 {name} 的 RSA 密钥只有 {bits} 位，Go {go} 不接受',
  'why-file-signature':
    '{loader} 会加载它。这样的签名等于没有签名，所以 Go 会说没有它认识的 CA 签过名：`x509: certificate signed by unknown authority`。',
  'why-file-key': '{loader} 会加载它。按这个项目的 go 行，Go {go} 要求 RSA 密钥至少 {least} 位。',
  'seen-why': '证书所用的签名算法或密钥，Go 已不再接受。',
  'seen-fix': '用 SHA-256 和至少 2048 位的 RSA 密钥（或 ECDSA）重新签发',
};
