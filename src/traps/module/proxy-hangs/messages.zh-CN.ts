import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '模块代理不响应，go 命令挂起，会一直卡住',
  'title-silent': '模块代理 {entry} 接受连接后从不回答',
  'title-slow': '模块代理 {entry} 没有及时返回 {file}，但返回了其他文件',
  'title-endless': '模块代理 {entry} 对 {file} 的响应没有尽头',
  'title-log': '日志里发往 {host} 的 {requests} 个请求中，有 {count} 个到最后也没有回答',
  'why-log': '只要响应开始到达或者请求失败，go -x 就会打印第二行，而这些请求没有第二行。',
  'bites-log': 'go 还在等它们：等待响应没有时限',
  'fix-log': '从 GOPROXY 中去掉 {host}，或者检查中间的环节：防火墙、HTTP 代理、登录',
  'bites-silent': 'go 会永远等待，等待响应没有时限；没有任何输出，或者只有：go: downloading {missing}',
  'bites-slow': '代理要多久，go 就一声不响地等多久：也许它是第一次获取这个版本',
  'bites-endless': 'go 会一直读下去；没有任何输出，或者只有：go: downloading {missing}',
  'fix-limit': '给下载单独设一个时限，并让它说出在等什么',
};
