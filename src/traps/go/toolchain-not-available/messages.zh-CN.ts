import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: 'go 命令必须切换到一个拿不到的工具链',
  title: '需要工具链 go{wanted}，但无法下载',
  'title-name': 'GOTOOLCHAIN={value} 不是工具链的名字',
  why: '当前是 Go {running}，模块缓存里没有 go{wanted}；工具链经由 GOPROXY 下载，而它是 off。',
  'why-name': 'go 命令最先读取 GOTOOLCHAIN，遇到不认识的值就停下。',
  bites: 'go: download go{wanted}: module lookup disabled by GOPROXY=off',
  'bites-name': 'go: invalid GOTOOLCHAIN "{value}"',
  'fix-install': '手动安装 Go {wanted} 或更新的版本',
  expect: '打印 go{wanted} 或更新的版本',
  'expect-any': '打印出版本号',
};
