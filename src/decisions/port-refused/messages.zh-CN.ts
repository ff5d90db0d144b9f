export const zh = {
  title: '端口拒绝了连接',
  'who-listens': '在服务器应该运行的机器或容器里：谁在监听这个端口？',
  nobody: '没有程序监听：服务器没有启动，或者端口不是这一个',
  'loopback-only': '有程序监听，但只在 127.0.0.1 或另一个地址上，而客户端用的是别的地址',
  'own-container': '客户端在容器里运行，并且连接 localhost，也就是容器自己',
  'address-of-proxy': '拒绝的地址是 HTTPS_PROXY 里的地址，而不是客户端要连接的地址',
} as const;
