import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '服务器的证书追溯不到客户端信任的任何 CA',
  'title-intermediate': '{target} 没有发送为它签发证书的 {issuer}',
  'title-remade': '签发 {target} 证书的 {issuer} 与客户端信任的那个同名，但密钥不同',
  'title-issuer-remade': '{target} 发送的 {issuer} 并不是为它签发证书的那个',
  'title-self-signed': '{target} 的证书是自签名的，客户端不信任它',
  'title-public': '{target} 的证书来自公共 CA（{issuer}），而客户端只信任自己的文件',
  'title-root': '{target} 的证书追溯到 {issuer}，客户端不信任它',
  'title-issuer': '{target} 的证书由 {issuer} 签发，而它既没有被发送，也不受信任',
  'why-intermediate':
    'Go 只使用握手时收到的中间证书，不会像浏览器那样自行下载或缓存。在浏览器里完整的链，到这里就断了。',
  'why-remade': '名字相同，签名却对不上：客户端拿到副本之后，这个 CA 又被重新生成过。',
  'why-issuer-remade': '名字相同的证书发来了，签名却与它的密钥对不上：中间 CA 在签发之后又重新生成过，或者发错了文件。',
  'why-self-signed': '除了它自己，没有谁为它担保。客户端只有拿到这张证书本身，才会信任它。',
  'why-public': '自己的根证书（{files}）会取代系统的，而不是追加。',
  'why-root-ca': '{files} 里有 {roots} 张证书，其中没有这个根。服务器把根证书一起发来也没有用。',
  'why-root-system': '没有指定 CA 文件，因此以系统的为准（{roots} 张），其中没有这个根。服务器把它发来也没有用。',
  'why-issuer-ca': '{files} 里有 {roots} 张证书，没有一张是 {issuer}。',
  'why-issuer-system': '没有指定 CA 文件，因此以系统的为准（{roots} 张），没有一张是 {issuer}。',
  'fix-intermediate': '让服务器在自己的证书之后发送 {issuer} 的证书',
  'fix-or-intermediate': '如果客户端信任的是 {issuer} 的上级，就让服务器把 {issuer} 的证书也发来',
  'fix-remade': '把现在的 CA 交给客户端；新旧并用期间，给它一个同时包含两者的文件',
  'fix-issuer-remade': '让服务器发送真正签发它的 {issuer}，或者用现在发送的这个重新签发证书',
  'fix-public': '信任哪些 CA 交给系统决定，或者把文件里的追加进去',
  'fix-authority': '用自己的 CA 签发一张证书，并把这个 CA 交给客户端',
  'fix-pin': '或者先在服务器上核对指纹，再信任这张证书本身',
  'fix-trust': '把这个 CA 的证书交给客户端',
  'title-file-intermediate': '{file} 里缺少 {issuer}，而 {name} 是由它签发的',
  'title-file-remade': '{file} 中的 {name} 是用另一把密钥签发的，与 {authorityFile} 中的 CA 不符',
  'why-file-intermediate':
    '对方信任 {authorityFile}，中间的证书一概不知。{issuer} 在 {issuerFile} 里，却没有人发送它：Go 只从握手里取得中间证书。',
  'why-file-remade':
    '{authorityFile} 中的 {issuer} 与签发者同名，签名却对不上它的密钥：两个文件中有一个被单独重新生成过。',
  'fix-file-intermediate': '把中间证书接在证书后面，放进同一个文件并加载它',
  'fix-file-remade': '用现在的 CA 重新签发证书，或者把当初签发的 CA 交给对方',
  'seen-why':
    '客户端信任的 CA 没有一个签发过这张证书：自建 CA、自签名证书、服务端没有发送中间证书，或者 CA 被重新生成过。',
  'seen-fix': '把 CA 证书交给客户端（RootCAs），并让服务端发送中间证书',
};
