export const zh = {
  title: '客户端的解析器没有找到地址',
  'which-resolver': '目标由谁解析？（目标中 :/// 前面的词；没有写时，grpc.NewClient 是 dns，grpc.Dial 是 passthrough）',
  dns: 'dns，即 gRPC 自己的解析器',
  own: '注册中心（etcd、consul、nacos）的解析器：它没有列出任何实例，因为没有实例以这个名字注册，或者全部不健康',
  'has-addresses': '在客户端所在的地方，这个域名有地址吗？',
  none: '这个域名在那里没有地址：它不存在（gRPC 对此也这样说），或者拼写不同',
  later: '这个域名现在有地址，客户端询问时还没有，例如没有就绪 Pod 的无头服务（headless Service）',
  'only-dialer': '这个名字不需要地址：只有代理或客户端自己的拨号函数认识这个名字（passthrough:///）',
} as const;
