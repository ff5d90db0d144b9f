import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '项目用 protoc 生成代码，却找不到 protoc',
  title: 'PATH 中没有 protoc，而生成的代码还不存在',
  'title-committed': 'PATH 中没有 protoc（只有重新生成代码时才需要）',
  why: '没有生成的代码，项目无法构建；go install 装不了 protoc，它不是 Go 程序。',
  'why-committed': '生成的代码已在仓库里，构建可以通过；修改 .proto 文件时才需要 protoc。',
  bites: 'make: protoc: No such file or directory，或 protoc: command not found',
  'fix-install': '安装 protoc 以及它的 include 目录（google/protobuf/*.proto）',
  expect: '打印 libprotoc 和版本号',
  'seen-why': 'shell 或别的程序在 PATH 中找 protoc，没有找到。',
  'seen-fix': '安装 protoc，并确认启动它的 shell 的 PATH 包含它所在的目录',
};
