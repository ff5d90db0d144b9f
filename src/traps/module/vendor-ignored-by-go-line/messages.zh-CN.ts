import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: 'go 行低于 1.14，go 命令不使用 vendor 目录',
  title: '{folder} 没有被使用：{goMod} 写的是 go {go}',
  'title-no-line': '{folder} 没有被使用：{goMod} 没有 go 行',
  label: '从 go {needed} 起才会使用 {folder}',
  'why-other':
    'go 命令不作任何提示就从模块缓存构建，用的不是 {folder} 里的内容。要求使用 {folder} 的构建会停下，因为两边对不上。',
  'why-same':
    'go 命令不作任何提示就从模块缓存构建，缺什么就下载什么。没有网络时构建失败，在 {folder} 里做的修改也不会被编译。',
  'why-asked':
    '项目里的命令要求使用 {folder}（{asking}）。编辑器以及直接执行 go build 的人用的却是缓存或网络上的模块。',
  bites: '(Go version in go.mod is {go}, so vendor directory was not used.)',
  'fix-raise': '把 go 行提高到 {needed}，并重新写出这个目录：只改 go 行，每次构建都会停下',
  'fix-remove': '或者删除 {folder}，前提是模块可以从代理获取',
  expect: '{folder} 里的一个路径',
};
