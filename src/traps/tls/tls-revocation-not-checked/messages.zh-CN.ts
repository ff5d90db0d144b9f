import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '已吊销的证书照样被接受：Go 不会去查',
  title: '没有人检查 {name} 是否已被吊销',
  why: '{file} 中的证书写明了到哪里查询吊销状态（{places}）。crypto/tls 和 crypto/x509 既不看吊销列表，也不询问 OCSP 服务器：在它过期之前，Go 客户端都会接受。',
  bites: '没有任何报错：无论是否已吊销，握手都会成功',
  'fix-short': '签发有效期以天计而不是以年计的证书：让过期来完成吊销做不到的事',
  'fix-crl':
    '如果吊销必须生效，就让客户端自己查：google.golang.org/grpc/security/advancedtls 会读取你提供的吊销列表，也可以在 VerifyConnection 里自己查询',
  verify: '它会告诉你证书是否已被吊销，以及 Go 照样接受它',
  'title-revoked': '{target} 的 {name} 已被吊销，而你的 Go 客户端照样接受',
  'title-revoked-refused': '{target} 的 {name} 还已被吊销',
  'title-unknown': '无法得知 {target} 的 {name} 是否已被吊销',
  'why-revoked':
    '{address} 回答：已于 {when} 吊销，原因 {reason}。Go 不读吊销列表，也不询问 OCSP，所以握手会成功。谁持有这把私钥，谁就能冒充这台服务器。',
  'why-revoked-refused':
    '{address} 回答：已于 {when} 吊销，原因 {reason}。Go 因为别的原因拒绝它（另行说明）；吊销这件事它并不知道。',
  'why-unknown': '证书里的地址都没有给出有效的回答。Go 本来就不会去问，所以对它没有影响。',
  'fix-issue': '用新的私钥签发新证书，并查清旧私钥流向了哪里',
  'fix-reach': '换到能访问这些地址的网络里再查询',
};
