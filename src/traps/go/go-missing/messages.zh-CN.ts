import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '项目里有 Go 模块，却找不到 go 命令',
  title: 'PATH 中没有 go 命令',
  'title-elsewhere': 'PATH 中没有 go 命令，但 {folder} 里有一个',
  why: '除了 protoc，一切都从 go 命令开始：构建、用 go install 安装插件、模块缓存。',
  bites: 'sh: go: command not found（Windows 上是 "go" is not recognized）',
  'fix-install': '从官网或包管理器安装 Go，版本不低于 go.mod 的 go 行',
  expect: '打印出版本号',
  'seen-why': 'shell 或别的程序在 PATH 中找 go，没有找到。',
  'seen-fix': '安装 Go，并确认 PATH 包含它的 bin 目录',
};
