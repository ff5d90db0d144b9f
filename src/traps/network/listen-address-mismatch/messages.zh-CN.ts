import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '服务端监听的地址和客户端连的不是同一个',
  title: '{dialed} 拒绝连接，而本机有程序监听在 {there}',
  'why-loopback':
    '只监听 127.0.0.1 或 ::1 的套接字，只接受来自本机、发往这个地址的连接；对其他地址，内核会说端口是关闭的。',
  'why-interface': '绑定在一个地址上的套接字，不接受发往同一台机器其他地址的连接，也不接受发往 localhost 的连接。',
  'fix-everywhere': '让服务端监听所有地址：不写主机部分（谁可以访问，交给防火墙决定）',
  'fix-dial': '或者改连 {there}，前提是客户端总在这台机器上运行',
  'title-published': '{name} 在容器里只监听 {address}，而 Docker Compose 发布了这个端口：外面谁也连不上',
  'title-exposed': '{name} 在镜像里只监听 {address}，而镜像声明了这个端口：容器外面谁也连不上',
  'why-container':
    '每个容器都有自己的 localhost。Docker 发布的端口、Kubernetes 的 Service 转发的流量，到达的是容器的地址，不是它的 localhost。',
  'bites-container': 'dial tcp …:{port}: connect: connection refused',
  label: '只有这个容器里面能连上',
  'fix-edit': '监听容器的所有地址：不写主机部分',
  'title-wildcard': '{host} 是用来监听的地址，不能用来连接',
  'why-wildcard':
    '它表示一台机器的所有地址。Linux 把它当作 localhost，所以服务端在同一台机器上时能连上；Windows 会拒绝，在另一个容器里它就是那个容器自己。',
  'fix-wildcard': '连 localhost:{port}，或者连服务端所在的机器名、服务名',
  'seen-why': '0.0.0.0 和 [::] 对监听的服务端表示所有地址；用来连接时，最多只能连到本机。',
  'seen-fix': '让服务端注册或公布客户端可达的地址，并连接那个地址',
};
