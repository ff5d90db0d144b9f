import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '这个服务端没有注册这个服务',
  title: '{place} 没有 {service}',
  'title-none': '{place} 除了 gRPC 自带的服务外什么都没有，所以没有 {service}',
  'title-near': '{place} 没有 {service}，只有 {near}',
  'title-package': '{place} 没有 {service}，只有 {near}：名字相同，包不同',
  why: '它提供的服务里没有相近的名字：这多半是另一个服务端，或者是它的另一个端口。',
  'why-none': '服务端把自己的服务注册在别的端口，或者根本没有注册：这个端口只有健康检查和反射。',
  'why-near': '完整名字必须一样，包括包名和大小写。',
  'why-package':
    '调用的路径是 /PACKAGE.SERVICE/METHOD，其中的包是 .proto 文件的 package。客户端和服务端由 package 不同的文件生成，比如不同版本（v1、v2）。',
  bites: 'rpc error: code = Unimplemented desc = unknown service {service}',
  fix: '把主机和端口与注册 {service} 的服务端对照；看看它的 Register 函数是否在 Serve 之前调用',
  'fix-near': '客户端改用 {near}，或者在服务端注册 {service}',
  'fix-package': '客户端和服务端用同一个 .proto 文件生成；起作用的是 package 一行，不是 go_package',
  'seen-why': '应答的服务端没有这个全名的服务：.proto 的 package 不同、代码版本不同，或者是另一个服务端。',
  'method-title': '服务器有这个服务，但没有这个方法',
  'method-why':
    '应答的服务器有这个服务，但没有这个方法：它的 .proto 文件或构建比客户端的旧，或者这个方法从未实现，应答的只是生成的 Unimplemented…Server。',
  'seen-fix': '比较两边的全名；grpc-doctor probe 会列出服务端有什么',
  'seen-ask': '服务端注册了这个全名的服务吗？grpc-doctor probe HOST:PORT 会列出它有哪些',
};
