import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '现有插件生成的代码在这个模块里编译不过',
  'title-grpc': '{plugin} {version} 生成的代码需要 grpc-go {needed}，这个模块是 {has}',
  'title-language': '{plugin} {version} 生成的代码需要 go {needed}，这个模块写的是 go {has}',
  'label-grpc': '会写出 SupportPackageIsVersion{constant}',
  'label-language': '会写出 go {needed} 才有的内容',
  'why-found': '会运行的就是这个插件({source})。它生成的代码面向的环境比这个模块新。',
  'why-pinned': '{source} 写明了这个插件版本。它生成的代码面向的环境比这个模块新。',
  'why-newest': '项目里没有写明用哪个版本，所以会是最新版。它生成的代码面向的环境比这个模块新。',
  'bites-grpc': '生成后执行 go build:undefined: grpc.SupportPackageIsVersion{constant}',
  'bites-grpc-streams': '生成后执行 go build:undefined: grpc.ServerStreamingClient … too many errors',
  'bites-language': '生成后执行 go build:… requires go{needed} or later (-lang was set to go{has}; check go.mod)',
  'fix-grpc': '或者把 grpc-go 升级到插件所面向的版本',
  'fix-language': '或者提高 go 行',
};
