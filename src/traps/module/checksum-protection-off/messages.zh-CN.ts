import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '某个设置让代理可以不被察觉地提供被改动的模块',
  title: '{name}={value} 使 {module} 不再经过校验和数据库',
  'title-private': 'GOPRIVATE={own} 使 {module} 不再经过校验和数据库，而 {name}={value} 仍让它从代理下载',
  'why-off': '没有校验和数据库，第一次下载的内容会被直接相信，并把它的校验和写进 go.sum。',
  'why-pattern': '匹配的模块不查校验和数据库，却仍然来自代理；只要前缀相同就算匹配。',
  'why-private': '单独的 GOPRIVATE 也会绕过代理；GONOPROXY 取消了这一半，于是内容由代理提供，却没有人核对。',
  bites: '只要 go.sum 里有校验和就没有影响；下一个新版本会不经验证被采用',
  'bites-unhashed': 'go.sum 里还没有 {module}：代理给什么就编译什么，没有任何提示',
  expect: '校验和数据库已启用，且没有模式匹配 grpc 或 protobuf',
};
