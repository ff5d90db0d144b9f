import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: 'GO111MODULE 关闭了模块，或者取了 go 不接受的值',
  'title-off': 'GO111MODULE=off:go 命令会忽略所有 go.mod',
  'title-invalid': 'go 命令不认识 GO111MODULE={value}',
  'why-off': '取 off 时只在 GOROOT 和 GOPATH 里找包。不设置、auto、on 都可以用，只有 off 会出问题。',
  'why-invalid': '只接受小写的 on、off 和 auto；遇到别的值，大多数命令都会停下。',
  'bites-off':
    'cannot find package "…" in any of: … (from $GOROOT) … (from $GOPATH)，以及 go: modules disabled by GO111MODULE=off',
  'bites-invalid': 'go: unknown environment setting GO111MODULE={value}',
  expect: '打印出这个模块的路径',
  'seen-why': 'GO111MODULE=off 时，go 命令忽略所有 go.mod，只在 GOROOT 和 GOPATH 中查找包；遇到它不认识的值则会停下。',
  'seen-fix': '从环境变量和 go env -w 的文件中去掉 GO111MODULE',
  'seen-ask':
    '`go env GO111MODULE` 的输出是什么？是 off，原因就是它；为空或为 on，则是当前目录及其上级目录中没有 go.mod。',
};
