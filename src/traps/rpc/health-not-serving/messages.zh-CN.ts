import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '服务端说自己没有在提供服务',
  title: '{place} 说自己没有在提供服务',
  'title-service': '{service} 说自己没有在提供服务',
  'title-unset': '健康检查服务不知道整个服务端的状态',
  'title-unset-service': '健康检查服务不认识 {service}',
  'title-unset-served': '{service} 在提供服务，但健康检查服务不认识它',
  why: '这是程序用 SetServingStatus 或 Shutdown 设置的：它在启动、在退出，或者它依赖的东西出了故障。',
  'why-unset': 'grpc-go 的健康检查服务只认识空名字，以及 SetServingStatus 设置过的名字。',
  bites: '启用了客户端健康检查的客户端、Kubernetes 和负载均衡都不会给它发调用',
  'bites-unset': '用这个名字检查的探针会失败，得到 NotFound: unknown service',
  'bites-unknown': '用这个名字检查的探针会把 UNKNOWN 当作失败',
  fix: '从服务端日志里找出它在等什么；启动中的服务端准备好之后要设置 SERVING',
  'fix-unset': '为这个名字设置状态，或者改用服务端设置过的名字来检查；空名字代表整个服务端',
  'seen-why': '健康检查服务作了回答：服务端（或其中的这个服务）声明自己不提供服务。',
  'seen-fix': '查看服务端日志；这个状态是它的代码用 SetServingStatus 设置的',
  'unset-why': '健康服务回答了，但它没有所问名称的状态：没有人设置过，或者名称不对。',
  'unset-fix': '给这个名称设置状态，或者问服务端设置的那个名称；空名称代表整个服务端',
  'unset-ask': '服务端有这个名称的服务吗？grpc-doctor probe HOST:PORT --service NAME 会列出它有哪些',
};
