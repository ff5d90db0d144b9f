import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '构建所用的 grpc 或 protobuf 版本高于 go.mod 所写的版本',
  title: '{goMod} 写的是 {path} {written}，构建用的是 {effective}',
  label: '构建用的是 {effective}',
  why: '在工作区里，任何成员或其依赖所要求的最高版本对所有成员生效。用 GOWORK=off 构建时（许多 CI 任务如此），这个模块用的是 {written}。',
  bites: '{chain}',
  'bites-unknown': '无法得知是哪个模块要求 {effective}：可以用 go mod graph 查看',
  'fix-get': '把实际参与构建的版本写进 go.mod',
  expect: '输出 {effective}',
};
