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
};
