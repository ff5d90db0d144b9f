import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '实际运行的 protoc-gen-go 是 github.com/golang/protobuf 的旧插件',
  title: '{path} 是 github.com/golang/protobuf 的旧 protoc-gen-go，版本 {version}',
  why: '它在 2020 年被 google.golang.org/protobuf 的插件取代；名字相同，输出不同。',
  'why-breaks': '它生成的代码导入 {runtime}，而 go.mod 没有要求这个模块。google.golang.org/protobuf 的插件与它同名。',
  bites: '生成的代码比团队里其他人的旧',
  'bites-breaks': 'go: updates to go.mod needed，或 no required module provides package {runtime}/proto',
};
