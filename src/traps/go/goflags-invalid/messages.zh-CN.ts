import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: 'GOFLAGS 里有这个 go 命令不接受的参数',
  title: '这个 go 命令不接受 GOFLAGS={value}',
  why: '每条 go 命令都会读取 GOFLAGS，一个错误的词就会让构建、安装和编辑器全部停下。新版 Go 的参数对旧版来说就是这样的词。',
  bites: '{complaint}',
  expect: '打印出版本号',
  'seen-why': 'GOFLAGS 里有这个 go 命令不认识的标志。',
  'seen-fix': '找出是在哪里设置的并去掉；每一项都以 `-` 开头',
};
