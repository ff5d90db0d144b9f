import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '容器里的客户端连的是 localhost，也就是容器自己',
  title: '这个 shell 在容器里运行：{place} 就是容器自己，里面没有程序在那里监听',
  why: '每个容器有自己的网络（Kubernetes 里是每个 Pod），也有自己的 localhost。别的容器里或宿主机上的服务端在那里找不到。',
  fix: '如果服务端在别处运行，用它的服务名去连；连宿主机则用它给容器用的名字（Linux 上的 Docker 要加 --add-host host.docker.internal:host-gateway）',
  'title-compose': '服务 {service} 连的是 {address}，也就是它自己的容器；这个端口属于服务 {server}',
  bites: 'dial tcp {address}: connect: connection refused',
  label: '要连的是 {server}:{port}',
  'fix-compose': '用服务名连 {server}，端口用它在容器里的端口',
  'seen-why': '在容器里 localhost 就是容器自己；另一个容器里的服务端不在那里。',
  'seen-fix': '用服务名连接另一个容器',
};
