import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: 'protoc 在 PATH 中找不到插件',
  title: '没有安装 {plugin}，而生成的代码还不存在',
  'title-folder': '{plugin} 安装在 {folder}，但这个目录不在 PATH 中',
  'title-committed': 'PATH 中没有 {plugin}（只有重新生成代码时才需要）',
  why: '对 --{flag}_out,protoc 会从 PATH 启动同名程序；没有它什么也生成不出来，项目也就无法构建。',
  'why-folder': 'go install 把程序放进 GOBIN，没有设置时放进 GOPATH 下的 bin;protoc 只看 PATH。',
  'why-committed': '生成的代码已在仓库里，构建可以通过；修改 .proto 文件时才需要这个插件。',
  bites: '{plugin}: program not found or is not executable … --{flag}_out: {plugin}: Plugin failed with status code 1.',
  'fix-unknown': '按项目写明的版本安装它',
  'seen-why': 'protoc 会为 --NAME_out 启动名为 protoc-gen-NAME 的程序。这个程序没有找到，或者给出的路径不存在。',
  'seen-fix': '安装该插件，把它所在的目录（go env GOBIN，或 GOPATH 下的 bin）加入 PATH，并检查 --NAME_out 的拼写',
  'seen-ask':
    '`ls -l "$(go env GOPATH)/bin"/protoc-gen-*` 的输出是什么？没有：安装它。没有 x 权限：`chmod +x`。有：把目录加入 PATH。最近切换过 Go 吗？那它就在另一个 Go 的目录里。',
};
