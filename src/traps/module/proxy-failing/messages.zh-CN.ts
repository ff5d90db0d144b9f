import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '模块代理返回故障，go 不会继续去问其他条目',
  'title-status': '模块代理 {entry} 返回 {answer}',
  'title-limit': '模块代理 {entry} 收到的请求太多（{answer}）',
  'title-redirects': '模块代理 {entry} 的重定向绕成了圈',
  bites: 'go: {missing}: reading {entry}/{file}: {answer}；go 不会重试',
  'bites-redirects': 'go: {missing}: Get "…": stopped after 10 redirects',
  'fix-later': '稍后再试；CI 里在任务之间保留模块缓存，请求就会少得多',
  'fix-tell': '告诉它的管理员：连续两次都没有返回模块',
  'seen-why': 'GOPROXY 中的一个条目自身出了故障。go 不会重试；后面是逗号时，也不会去问下一个条目。',
  'seen-fix': '稍后再试，或者在该条目后面写 |，让 go 继续问下一个条目',
};
