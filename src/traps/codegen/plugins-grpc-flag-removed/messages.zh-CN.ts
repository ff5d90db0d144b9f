import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '脚本要 protoc-gen-go 生成 gRPC 代码，而它早已不再生成',
  title: '{file} 仍用 {option} 要 protoc-gen-go 生成 gRPC 代码',
  label: 'google.golang.org/protobuf 的 protoc-gen-go 从 1.20 起拒绝',
  why: '这里运行的插件（{version}）只生成消息代码；gRPC 代码从 2020 年起由 protoc-gen-go-grpc 生成。',
  'why-newest': '现在能装到的 protoc-gen-go 都只生成消息代码；gRPC 代码从 2020 年起由 protoc-gen-go-grpc 生成。',
  bites: "protoc-gen-go: plugins are not supported; use 'protoc --go-grpc_out=...' to generate gRPC",
  'fix-edit': '让两个插件各做各的（需要安装 protoc-gen-go-grpc；服务端随后要嵌入 Unimplemented…Server）',
  'fix-text': '去掉这个选项，加上 --go-grpc_out',
  'seen-why': 'google.golang.org/protobuf 的 protoc-gen-go 只生成消息；plugins=grpc 属于它的前身。',
  'seen-fix': '从 --go_out 中去掉 plugins=grpc:，并用 protoc-gen-go-grpc 加上 --go-grpc_out',
};
