import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '程序是为另一种操作系统或处理器编译的（例如交叉编译），不适用于要运行它的环境',
  'title-system': '{name} 是为 {built} 编译的，却要在 {place} 上运行',
  'why-system': '每种操作系统都有自己的可执行文件格式和系统调用，内核会拒绝别的系统的文件。',
  'title-processor': '{name} 是为 {built} 编译的，却要在 {place} 上运行',
  'why-processor': '一种处理器的机器码对另一种处理器毫无意义，而这里也没有发现仿真器。',
  'title-builder': '{name} 是为 {built} 编译的，而在这样的机器上构建时，镜像会是 {place}',
  'why-builder': 'FROM 没有指定平台，镜像的平台就由构建它的机器决定，而程序的平台不会跟着变。',
  'title-archive': '{name} 是编译后的包，不是程序',
  'why-archive': 'go build -o 写出的是编译器对这个包的产物；只有 package main 的产物才是程序。',
  bites: 'cannot execute binary file: Exec format error',
  'bites-image': 'exec /{name}: exec format error',
  'bites-archive': 'syntax error near unexpected token `newline\'（"!<arch>"），或者：exec format error',
  'fix-build': '为 {place} 编译',
  'fix-platform': '让镜像决定 GOARCH：在编译的阶段写上 ARG TARGETARCH 和 GOARCH=$TARGETARCH',
  'fix-archive': '指定含有 package main 和 func main 的目录：go build -o {name} ./cmd/...',
  'seen-why': '镜像或二进制文件是为别的处理器构建的。',
  'seen-fix': '按主机的处理器构建：docker build --platform，或设置 GOARCH',
};
