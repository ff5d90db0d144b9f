import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '程序要校验公网服务器的证书，而它所在的镜像里没有任何 CA 证书',
  title: '{name} 要校验公网证书，而 {image} 里没有 CA 证书',
  label: '这里没有 CA 证书',
  'why-credentials':
    '{call}（{file}:{line}）没有指定信任哪些 CA，于是由系统决定。Go 在 {image} 里一个也找不到，却不报错，之后会拒绝所有服务器。',
  'why-address':
    '{call}（{file}:{line}）访问 {url}，它的证书由公共 CA 签发。Go 在 {image} 里一个 CA 也找不到，却不报错，之后会拒绝所有服务器。',
  'title-endpoint': '本机没有任何 CA 证书，而 {target} 的证书由公共 CA（{issuer}）签发',
  'why-endpoint':
    '没有指定 CA 文件，因此以系统的为准。Go 在常用的文件和目录里一个也找不到，却不报错，之后会拒绝所有服务器。',
  'fix-machine': '安装 CA 证书，或者指定一个包含它们的文件',
  bites: 'tls: failed to verify certificate: x509: certificate signed by unknown authority',
  'fix-copy': '从 {from} 阶段复制 CA 证书',
  'fix-install': '或者安装 CA 证书、改用自带证书的基础镜像，或者指定一个挂载进来的文件',
  'seen-why': '镜像里没有根证书时，任何公开证书都无法验证。',
  'seen-fix': '把基础镜像里的证书包复制进镜像：COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/',
};
