import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '一起加载的证书和私钥不匹配',
  'title-mismatch': '{key} 不是 {file} 中证书的私钥',
  'title-order': '{key} 是 {file} 中第 {place} 张证书的私钥，那张证书必须放在最前面',
  'title-switched': '{file} 被当作证书加载，里面却是私钥',
  'title-certificate-for-key': '{key} 被当作私钥加载，里面却是证书',
  'title-no-certificate': '{file} 被当作证书加载，里面却没有证书',
  'title-no-key': '{key} 被当作私钥加载，里面却没有私钥',
  'title-encrypted-key': '{key} 是加密的，而 Go 无法接收密码',
  'title-unreadable-key': '{key} 里的私钥 Go 读不了',
  'why-mismatch':
    '证书里写着一个公钥（这里是 {name} 的），而私钥是另一把：两个文件中有一个被重新生成过，或者来自别处。',
  'why-order':
    '在证书链文件里，自己的证书放在最前面，签发者依次跟在后面。Go 用第一张证书和私钥比较，而这里的第一张是签发者。',
  'why-switched': '顺序是先证书、后私钥。',
  'why-certificate-for-key': '顺序是先证书、后私钥，两个文件各放各的内容。',
  'why-no-certificate': '文件里没有名为 CERTIFICATE 的块：证书请求（CSR）、DER 格式的文件和空文件都不是证书。',
  'why-no-key': '文件里没有名为 PRIVATE KEY 的块：公钥、DER 格式的文件和空文件都不行。',
  'why-encrypted-key': 'crypto/tls 没有任何传入密码的方式：私钥必须以明文存放。',
  'why-unreadable-key': '这个块自称是私钥，但内容既不是 PKCS#1、PKCS#8，也不是 SEC 1，或者是 TLS 用不上的密钥。',
  'why-flag': '这是 -{flag} 的默认值：不给这个参数时就会加载这两个文件，而它们的内容并不匹配。',
  bites: '{text}',
  'bites-other': '服务器无法启动；对同样两个文件，Go 会说：{text}',
  'fix-mismatch': '比较两个公钥，把同一次生成的证书和私钥放在一起',
  'fix-order': '把自己的证书放在最前面，签发者跟在后面',
  'fix-switched': '在证书的位置给证书，在私钥的位置给私钥',
  'fix-file': '指向为此生成的文件，或者把它写成 PEM',
  'fix-encrypted-key': '在部署的地方解密私钥，并且只让服务器可读',
  'seen-why': '一起加载的证书和私钥不配对。',
  'seen-fix': '加载生成该证书时所用的私钥；比较两者的公钥',
};
