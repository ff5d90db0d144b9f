import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '连不上模块代理，go 也不会去问其他条目',
  'title-refused': '模块代理 {entry} 拒绝连接',
  'title-no-such-host': '找不到模块代理 {entry} 的域名',
  'title-timeout': '发往模块代理 {entry} 的数据包丢失',
  'title-tls': '与模块代理 {entry} 的 TLS 握手失败',
  'title-failed': '模块代理 {entry} 的响应不成样子：{answer}',
  'title-invalid': 'GOPROXY 里的 {entry} 不是模块代理的地址',
  'title-not-found': '模块代理 {entry} 没有 {file}，后面也没有别的条目',
  'why-invalid': '因为这一项，go 命令会拒绝整个列表。单个单词保留给 direct、off 这类名字。',
  'bites-refused': 'go: {missing}: Get "{entry}/{file}": dial tcp …: connect: connection refused',
  'bites-no-such-host': 'go: {missing}: Get "{entry}/{file}": dial tcp: lookup …: no such host',
  'bites-timeout':
    'go: {missing}: Get "{entry}/{file}": dial tcp …: i/o timeout；在此之前每批模块要等 30 秒（共有 {count} 个要下载）',
  'bites-tls': 'go: {missing}: Get "{entry}/{file}": tls: …（或者 http: server gave HTTP response to HTTPS client）',
  'bites-failed': 'go: {missing}: Get "{entry}/{file}": …（{answer}）',
  'bites-invalid': 'go: {missing}: {answer}',
  'bites-not-found': 'go: {missing}: reading {entry}/{file}: 404 Not Found',
  'seen-why': '模块代理（或源站）没有应答。',
  'seen-fix': '把 GOPROXY 设为本网络可达的代理，后面加 ,direct；grpc-doctor check --network 会逐个询问',
  'seen-ask':
    '`go env GOPROXY` 在这一项之后还有别的项，并且用 | 隔开吗？没有的话 go 就停在这里；逗号只在 404 和 410 时才会继续。',
};
