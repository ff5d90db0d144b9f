import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '证书只在通用名称（CN）里写了域名，而 Go 已经不再读取它',
  title: '{target} 的证书只在通用名称里写了 {name}',
  why: 'Go 只与证书的备用名称（SAN）比较。这张证书一个也没有，而通用名称不会被读取。',
  'why-version':
    '它是 X.509 第 {version} 版，没有扩展，也就没有备用名称。不带 -extfile 或 -copy_extensions 的 `openssl x509 -req` 签发的就是这种证书。',
  fix: '重新签发，把域名写进备用名称',
  'title-file': '{file} 只在通用名称（CN）里写了 {name}',
  'title-script': '{script} 生成的 {file} 只在通用名称（CN）里写了 {name}',
  'why-script':
    '{loader} 会让服务器加载 {file}。openssl 只有在被要求时才写入备用名称：用 -addext，或者在签发请求时用 -extfile 或 -copy_extensions。Go 客户端只认备用名称。',
  'fix-script': '把名称写成备用名称',
  'verify-script': '它会列出各个名称',
  'seen-why': '证书只在通用名称（CN）里写了主机名，而 Go 从 1.15 起不再读它。',
  'seen-fix': '重新签发，加上 subjectAltName',
};
