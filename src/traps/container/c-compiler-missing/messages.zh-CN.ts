import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '构建模块的地方启用了 cgo，却没有 C 编译器（镜像里或本机上）',
  'title-image': '{by} 里启用了 cgo，却没有 C 编译器',
  'title-machine': '本机（{by}）设置了 CGO_ENABLED=1，PATH 里却没有 C 编译器',
  label: '需要 C 编译器',
  'why-package': '{package}（{file}:{line}）含有 C 代码，要由 gcc 来编译，而 {by} 里没有。',
  'why-library': '启用 cgo 时，Go 从 1.20 起要编译 net 包里的 C 部分，而每个 gRPC 程序都用到 net。{by} 里没有 gcc。',
  bites: 'cgo: C compiler "gcc" not found: exec: "gcc": executable file not found in $PATH',
  'fix-disable': '关掉 cgo：这个程序自己没有 C 代码',
  'fix-install-here': '在构建之前安装 C 编译器',
  'fix-install': '或者在构建的地方安装 C 编译器',
  'seen-why': 'cgo 是打开的，但它要用的 C 编译器没有安装。',
  'seen-fix': '安装 C 编译器；如果没有包需要 cgo，就用 CGO_ENABLED=0 构建',
};
