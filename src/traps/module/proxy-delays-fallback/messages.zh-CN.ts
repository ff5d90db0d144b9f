import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '竖线之前的代理已失效，每个请求都要先等它',
  title: '无法连接模块代理 {entry}，每个请求都要先等它超时才会继续',
  why: '竖线之后 go 命令会继续尝试下一项，但不会记住失败：每个 go.mod、.info 和 .zip 文件都重新先问一遍 {entry}。',
  bites:
    'go mod download 要多花 {seconds} 秒：需要下载 {modules} 个模块，每次同时请求 {atOnce} 个，.info 文件逐个请求，每个请求等待 {wait} 秒',
  'bites-all':
    'go mod download 要多花 {seconds} 秒：需要下载 {modules} 个模块，每次同时请求 {atOnce} 个，每个请求等待 {wait} 秒',
  'fix-drop': '在 {entry} 恢复之前先去掉它',
  'fix-cache': '在 CI 中保留各任务之间的模块缓存：缓存里已有的内容不会再请求',
};
