import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '使用 gRPC 或 protobuf 的 Go 代码不在任何模块里',
  title: '{file} 不在任何 Go 模块里',
  'title-many': '{folders} 个目录里的 {count} 个 Go 文件不在任何模块里，第一个是 {file}',
  label: '没有任何地方说明要用它的哪个版本',
  why: '所在目录及上级目录都没有 go.mod。从 Go 1.16 起，没有它 go 命令什么也不构建。',
  bites:
    "no required module provides package {import}: go.mod file not found in current directory or any parent directory; see 'go help modules'",
  'fix-init': '在这些代码的根目录建一个模块',
  expect: '列出各个包',
  'seen-why': 'go 命令运行的目录及其上级目录都没有 go.mod。',
  'seen-fix': '进入 go.mod 所在的目录，或 go mod init；工具用 go install PACKAGE@VERSION 来安装',
  'seen-ask': '是想安装一个程序吗？那就用 `go install PATH@VERSION`，它不需要模块。',
  'gopath-ask':
    '`go env GOMOD GO111MODULE` 的输出是什么？没有 go.mod：命令在模块之外运行。GO111MODULE=off：模块被关闭了。',
};
