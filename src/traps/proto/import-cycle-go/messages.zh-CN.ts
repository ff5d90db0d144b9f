import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '.proto 文件没有循环，它们的 Go 包却互相导入',
  title: '生成的 Go 包互相导入：{path}',
  why: '.proto 文件的每条导入都会变成对它的 Go 包的导入。文件之间没有循环，Go 包之间却有：protoc 和 buf 都会一声不响地生成代码。',
  'why-blind':
    '.proto 文件的每条导入都会变成对它的 Go 包的导入。文件之间、proto 包之间都没有循环，Go 包之间却有：protoc 一声不响地生成，buf lint 也看不出来。',
  bites: 'protoc 的退出码是 0，随后 go build：import cycle not allowed',
  label: '会变成对 {package} 的导入',
  'fix-package': '给 {file} 一个单独的 Go 包 {package}，使用它的 Go 代码也要跟着改',
  'fix-folder': '把 {file} 移到单独的目录和单独的 Go 包里，例如 {package}',
  'fix-merge': '或者让这些包的所有文件使用同一个 go_package',
  'seen-why': 'Go 包之间循环导入；对生成的代码来说，原因在 go_package 选项。',
  'seen-fix': '让互相需要的 .proto 文件使用同一个 go_package，并一起生成',
};
