import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '同一次提交，两个 grpc 或 protobuf 版本：有 go.work 一个，没有它另一个',
  title: '有 {work} 时构建的是 {path} {here}，没有它时是 {alone}',
  'title-elsewhere': '这里的构建用 {path} {here}，{place} 的构建用 {alone}',
  label: '工作区构建的是 {here}',
  'why-off': '{place} 关掉了 go.work，所以那里按这个模块自己的依赖构建。',
  'why-missing': '{place} 构建时没有 go.work，所以那里按这个模块自己的依赖构建。',
  'why-nobody': '项目里没有命令会不带 go.work 构建这个模块；但导入它的人、以及设了 GOWORK=off 的人都会这样构建。',
  bites: '没有任何提示：go list -m {path} 输出 {here}，加上 GOWORK=off 则输出 {alone}',
  'bites-broken': '{file}: undefined: grpc.{symbol}，仅在 GOWORK=off 时出现',
  'fix-get': '把工作区所用的版本写进 go.mod',
  'fix-sync': '或者把工作区所用的版本写进每个成员的 go.mod：go work sync',
  'fix-replace': '在 go.work 和 go.mod 里对 {path} 写相同的替换',
  expect: '输出 {here}，加上 GOWORK=off 也一样',
};
