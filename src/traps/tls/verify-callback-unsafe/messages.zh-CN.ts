import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '客户端自己校验证书，放过了 Go 本会拒绝的证书',
  'title-name': '这个客户端接受任何名称的证书',
  'title-intermediates': '这个客户端不使用服务器发来的中间证书',
  'title-never': 'Go 拒绝证书时，根本不会走到这个回调',
  'title-nothing': '这个 gRPC 客户端完全不校验证书',
  'label-name': '校验时没有给 DNSName',
  'label-intermediates': '校验时没有给 Intermediates',
  'label-never': 'Go 接受之后才调用',
  'label-nothing': '始终打开',
  'why-name':
    'InsecureSkipVerify 连名称检查也一起关掉了，而 VerifyOptions 里没有 DNSName，补不回来：受信任的 CA 签发的任何证书都会被当成这台服务器。',
  'why-name-both':
    'InsecureSkipVerify 连名称检查也一起关掉了，而 VerifyOptions 里没有 DNSName，补不回来：受信任的 CA 签发的任何证书都会被当成这台服务器。又因为没有给 Intermediates，只要证书由中间 CA 签发，正确的服务器反而会被拒绝。',
  'why-intermediates':
    'Verify 只认 VerifyOptions 里的内容。服务器发来的中间证书在 rawCerts[1:] 里，没有人交给它。只有证书本身或签发它的 CA 就在 Roots 里时才能通过。',
  'why-never':
    '没有 InsecureSkipVerify 时，Go 先校验，不通过就结束握手；只有一切正常才会调用 VerifyPeerCertificate。这里为被拒绝的证书准备的分支永远不会执行。',
  'why-nothing':
    '这里的 InsecureSkipVerify 是常量，没有分支或参数能关掉它，也没有别的代码检查证书：谁来应答都会被相信。',
  'bites-name': '不会有任何报错：只要持有同一个 CA 签发的证书，谁都可以冒充这台服务器',
  'bites-intermediates': '证书由中间 CA 签发、服务器也发来了它时：x509: certificate signed by unknown authority',
  'bites-never': '握手以 Go 自己的错误结束，回调还没有被调用',
  'fix-roots': '去掉 InsecureSkipVerify 和这个回调，把 CA 放进 RootCAs：Go 会检查证书链、有效期和名称',
  'fix-options':
    '给 Verify 传入所拨号的 DNSName（在 VerifyConnection 里是 state.ServerName），并把第一张以外的证书都放进 Intermediates',
};
