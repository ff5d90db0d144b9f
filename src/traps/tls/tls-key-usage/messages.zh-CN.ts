import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '证书被用在了签发时没有允许的用途上：当服务器证书用，或者拿去签发别的证书',
  'title-server': '{target} 的证书不是给服务器用的，而是用于 {usages}',
  'title-authority': '为 {target} 签发证书的 {name} 不能为服务器签发，只能用于 {usages}',
  'title-issuer': '为 {target} 签发证书的 {issuer} 不是 CA',
  'why-server': '它的扩展密钥用途是 {usages}。服务器证书要么包含 serverAuth，要么完全没有这个列表。',
  'why-authority': 'CA 证书里的用途列表对它签发的所有证书都有效，而 {usages} 不包括服务器。',
  'why-issuer':
    '它的证书在基本约束里没有 CA:TRUE，或者密钥用途不包括签发证书。这样的签名不算数，所以 Go 会说签发者未知。',
  'fix-server': '重新签发，加上 serverAuth；一张证书可以同时有 serverAuth 和 clientAuth',
  'fix-authority': '换一个没有这种列表、或者列表里有 serverAuth 的 CA 来签发',
  'fix-issuer': '由 CA 本身来签发；ca.pem 里必须有 CA:TRUE',
  'title-file-server': '服务器出示的 {file}（{name}）只能用于 {usages}',
  'title-file-client': '客户端出示的 {file}（{name}）只能用于 {usages}',
  'why-file-server':
    '{loader} 让服务器加载它。它的扩展密钥用途只有 {usages}；服务器需要其中有 serverAuth，或者根本没有这个列表。',
  'why-file-client':
    '{loader} 让客户端加载它。它的扩展密钥用途只有 {usages}；客户端需要其中有 clientAuth，或者根本没有这个列表。',
  'fix-file-server': '重新签发并带上 serverAuth；一张证书可以同时有 serverAuth 和 clientAuth',
  'fix-file-client': '重新签发并带上 clientAuth；一张证书可以同时有 serverAuth 和 clientAuth',
  'seen-why': '证书不允许这样使用：它的扩展密钥用途是别的用途。',
  'seen-fix': '重新签发，用途为 serverAuth（客户端用 clientAuth）',
};
