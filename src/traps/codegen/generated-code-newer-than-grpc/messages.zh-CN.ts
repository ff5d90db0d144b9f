import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '生成的代码需要比构建所用更新的 grpc-go',
  title: '{file} 需要 grpc-go {needed}，构建使用的是 {version}',
  'title-many': '{file} 和另外 {more} 个文件需要 grpc-go {needed}，构建使用的是 {version}',
  label: 'grpc-go {needed} 才有',
  why: '生成这些代码的插件属于更新的 grpc-go;SupportPackageIsVersion{constant} 就是它的声明。',
  bites: 'go build: undefined: grpc.SupportPackageIsVersion{constant}（以及 {symbols}）',
  'bites-streams': 'go build: undefined: grpc.ServerStreamingClient … too many errors（前十条错误里看不到那个常量）',
  'fix-upgrade': '把 grpc-go 升级到代码需要的版本',
  'fix-older': '或者用适合这个 grpc-go 的 protoc-gen-go-grpc {older} 重新生成',
  'seen-why': '生成的代码用到了这次构建中的 grpc-go 还没有的名字。',
  'seen-fix': '把 google.golang.org/grpc 升级到有这个名字的版本，或者用旧一些的插件重新生成',
  'seen-ask':
    '`git diff` 对生成的文件显示什么？有改动：运行的插件比项目新，换回项目的版本。没有：与加上 GOWORK=off 的 `go list -m google.golang.org/grpc` 比较；可能是工作区或 replace 决定了版本。',
};
