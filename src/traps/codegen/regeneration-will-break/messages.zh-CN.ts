import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '现有插件生成的代码在这个模块里编译不过',
  'title-grpc': '{plugin} {version} 生成的代码需要 grpc-go {needed}，这个模块是 {has}',
  'title-language': '{plugin} {version} 生成的代码需要 go {needed}，这个模块写的是 go {has}',
  'title-server': '{plugin} {version} 生成的代码要求嵌入 Unimplemented{service}Server，而 {place} 注册的服务端没有嵌入',
  'label-server': '会在接口里写入 mustEmbedUnimplemented{service}Server',
  'label-grpc': '会写出 SupportPackageIsVersion{constant}',
  'label-language': '会写出 go {needed} 才有的内容',
  'why-found': '会运行的就是这个插件（{source}）。它生成的代码面向的环境比这个模块新。',
  'why-pinned': '{source} 写明了这个插件版本。它生成的代码面向的环境比这个模块新。',
  'why-newest': '项目里没有写明用哪个版本，所以会是最新版。它生成的代码面向的环境比这个模块新。',
  'why-job': '任务 {job} 安装这个版本并用它生成代码，而它写出的内容与现有代码不配。',
  'why-job-compares':
    '任务 {job} 安装这个版本、生成代码，然后检查生成的文件是否与仓库里的一致（{command}）。它们永远不会一致，而且插件写出的内容在这里编译不过。',
  'bites-server':
    '生成后执行 go build：… does not implement {service}Server (missing method mustEmbedUnimplemented{service}Server)',
  'bites-grpc': '生成后执行 go build：undefined: grpc.SupportPackageIsVersion{constant}',
  'bites-grpc-streams': '生成后执行 go build：undefined: grpc.ServerStreamingClient … too many errors',
  'bites-language': '生成后执行 go build：… requires go{needed} or later (-lang was set to go{has}; check go.mod)',
  'fix-embed': '在 {place} 注册的类型里按值嵌入 Unimplemented{service}Server',
  'fix-option': '或者生成时加上 --go-grpc_opt=require_unimplemented_servers=false',
  'fix-grpc': '或者把 grpc-go 升级到插件所面向的版本',
  'fix-language': '或者提高 go 行',
};
