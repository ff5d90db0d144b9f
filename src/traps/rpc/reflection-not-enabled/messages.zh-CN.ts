import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '服务端不告诉别人它有哪些服务',
  title: '{place} 不告诉别人它有哪些服务：没有注册反射',
  'title-asked': '没法知道 {service} 在不在：{place} 没有反射',
  'title-old': '{place} 只通过 v1alpha 版的反射告诉别人它有哪些服务',
  why: '很多服务端在生产环境里有意不注册它。客户端不需要它；grpcurl 这类工具则要改用 .proto 文件。',
  'why-old': 'v1 版比 v1alpha 版出现得晚，这个服务端更旧。只问 v1 的工具什么也找不到。',
  bites: 'grpcurl: server does not support the reflection API',
  'bites-old': '只问 grpc.reflection.v1 的工具会得到 Unimplemented',
  fix: '要让工具能问，就注册它；生产环境里，只在大家都可以看到这些服务的地方，或者只在内部端口上注册',
  'fix-old': '用更新的 grpc-go，Register 会同时提供两个版本',
  'fix-files': '或者把 .proto 文件交给工具',
  'seen-why': '工具向服务端询问有哪些服务，而服务端没有注册反射，或没有所要的版本。',
  'seen-fix': '注册反射，或者把 .proto 文件交给工具',
};
