import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: 'Go（或者更新的 Go）无法读取服务器发送的证书',
  'title-serial': '{target} 的一张证书序列号为负数',
  'title-serial-later': '{target} 的一张证书序列号为负数，Go {since} 及以后会拒绝',
  'title-malformed': 'Go 无法读取 {target} 的一张证书',
  'title-large': '{target} 的证书密钥太大，Go 不接受',
  'title-long': '{target} 发送了 {sent} 张证书，超过 Go 的上限',
  'why-serial':
    '只要 go 行达到 {since}，Go {since} 及以后就不读这样的证书（这里是 Go {go}，go 行 {line}）。GODEBUG={setting} 可以恢复，但只对这一个客户端有效。',
  'why-serial-later': 'go 行为 {line} 的 Go {go} 还能读取。两者都达到 {since} 之后就会拒绝。',
  'why-malformed': '它不是 RFC 5280 意义上的证书：{text}。别的库也许没这么严格；Go 没有能放宽的设置。',
  'why-large': '为了不让别人借此拖住客户端，Go 对 RSA 密钥的长度有上限：{text}。',
  'why-long': '为了不让别人占满内存，Go 对证书列表的大小有上限：{text}。',
  fix: '重新签发；openssl、step 和 mkcert 签发的证书 Go 都能读取',
  'fix-long': '让服务器只发送自己的证书和上面的中间证书，不要发送别的',
  'title-file': 'Go {go} 读不了 {file} 中的第 {place} 张证书',
  'why-file': '它被当作要出示的证书加载，却不符合 RFC 5280：{text}。第一张在加载时就会读取，其余的由对方读取。',
  'why-file-authority':
    '它被当作要信任的 CA 加载，却不符合 RFC 5280：{text}。AppendCertsFromPEM 会丢掉它并返回 false；不检查返回值的程序就谁也不信任。',
  'seen-why': '证书违反了 Go 读取证书时检查的规则。',
  'seen-fix': '用现在的工具重新签发',
};
