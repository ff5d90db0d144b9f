import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: 'replace 指令让构建使用了另一个 grpc 或 protobuf',
  'title-lowered': '要求的是 {path} {required}，构建实际使用 {version}',
  'title-fork': '{path} 被替换成了分支 {target}',
  'title-local': '{path} 被替换成了目录 {target}',
  label: '构建实际使用的版本',
  'why-lowered': 'replace 优先于一切依赖要求，包括间接依赖的；它们需要的新版内容在这里并不存在。',
  'why-fork': '这个分支可能缺少生成代码和其他依赖所期望的内容，go mod verify 也不检查它。',
  'why-local': '编译什么由这个目录决定；版本不受检查，别人的机器上也没有它。',
  bites: '生成的代码或依赖里出现 undefined: grpc.…，而 go.mod 显示的是 {required}',
  'fix-drop': '去掉 replace，然后执行 go mod tidy',
  'fix-drop-work': '从工作区去掉 replace，然后在各模块里执行 go mod tidy',
  expect: '输出里没有 =>',
};
