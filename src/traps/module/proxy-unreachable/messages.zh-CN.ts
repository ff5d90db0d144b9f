import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '模块代理不提供模块',
  'title-refused': '模块代理 {entry} 拒绝连接',
  'title-no-such-host': '找不到模块代理 {entry} 的域名',
  'title-timeout': '连不上模块代理 {entry}',
  'title-silent': '模块代理 {entry} 接受连接后从不回答',
  'title-tls': '与模块代理 {entry} 的 TLS 握手失败',
  'title-failed': '无法询问模块代理 {entry}',
  'title-status': '模块代理 {entry} 回答 {answer}',
  'title-html': '模块代理 {entry} 返回的是网页，可能是登录页',
  'title-not-found': '模块代理 {entry} 没有 grpc，后面也没有别的条目',
  why: '它是 go 命令会询问的最后一个条目。',
  'why-comma': '逗号之后，go 命令只在 404 和 410 时才询问下一个条目；其他失败到此为止。',
  bites: 'go build:{missing}（共 {count} 个）无法下载：{answer}',
  'bites-silent': 'go 会一直等待，没有时间限制：还有 {count} 个模块要下载',
  'bites-cached': '目前没有影响：需要的模块都在缓存或 vendor 目录里',
  'fix-other': '换一个代理，或者在条目之间用 |，这样任何失败都会继续（私有模块名也会发给下一个）',
};
