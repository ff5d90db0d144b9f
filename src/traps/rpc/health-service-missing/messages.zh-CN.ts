import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '服务端没有健康检查服务',
  title: '{place} 没有健康检查服务（grpc.health.v1.Health）',
  'title-asked': '没法知道 {service} 是否健康：服务端没有健康检查服务',
  why: '没有它，调用照样能用。但 Kubernetes 的 grpc 探针、grpc_health_probe 和负载均衡的健康检查都会调用它，没有就当作失败。',
  bites: 'rpc error: code = Unimplemented desc = {message}',
  'fix-register': '和其他服务一起注册它；对整个服务端它回答 SERVING，对某个服务则回答 SetServingStatus 设置的状态',
  'title-probe': '容器 {container} 的 {probe} 通过 gRPC 检查健康状态，而 {server}:{line} 的服务端没有健康检查服务',
  'why-probe':
    'Kubernetes 会调用 grpc.health.v1.Health/Check。镜像的名字就是这个程序，它的代码创建了 gRPC 服务端，却没有导入健康检查服务。',
  'bites-restart': 'kubelet 会一再重启容器：健康检查失败，code = Unimplemented',
  'bites-unready': 'Pod 一直不会就绪，它的 Service 不给它发调用',
  label: '{server}:{line} 的服务端不会应答它',
  'seen-why': '服务端没有注册探测所询问的 grpc.health.v1.Health。',
  'seen-fix': '在其他服务旁边注册它',
};
