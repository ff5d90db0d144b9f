import { endpointLab } from '../../../lab/kit/endpoint-lab.ts';

export default endpointLab({
  trap: 'connection-refused',
  title: { en: 'Nothing listens', zh: '没有程序在监听' },
  question: {
    en: 'What do clients print when nothing listens, at a port of IPv4 or IPv6 and at a socket?',
    zh: '没有程序监听时，客户端对 IPv4、IPv6 的端口和套接字各输出什么？',
  },
  situations: [
    {
      id: 'plaintext',
      title: { en: 'a closed port, plaintext', zh: '关闭的端口，明文' },
      server: { serve: 'nothing' },
      client: { as: 'plaintext' },
    },
    {
      id: 'tls',
      title: { en: 'a closed port, TLS', zh: '关闭的端口，TLS' },
      server: { serve: 'nothing' },
      client: { as: 'tls', ca: ['root'], serverName: 'localhost' },
    },
    {
      id: 'ipv6',
      title: { en: 'a closed port of IPv6', zh: '关闭的 IPv6 端口' },
      server: { serve: 'nothing', network: 'tcp6' },
      client: { as: 'plaintext' },
    },
    {
      id: 'socket',
      title: { en: 'a socket that is not there', zh: '不存在的套接字' },
      server: { serve: 'nothing', network: 'unix' },
      client: { as: 'plaintext' },
    },
    {
      id: 'listens',
      title: { en: 'the server is there', zh: '服务端在' },
      server: { serve: 'grpc', grpc: { health: 'serving', reflection: 'both' } },
      client: { as: 'plaintext' },
      trap: null,
    },
  ],
});
