export const zh = {
  title: '流被重置',
  'what-the-proxy-says':
    '服务器前面的代理对这个调用记录了什么？（nginx 的错误日志；Envoy 看带 %RESPONSE_FLAGS% 的访问日志）',
  'timed-out': 'upstream timed out，或者总在一个整数时间（15 s、60 s）后被重置：代理的时间限制',
  http1: '`upstream sent no valid HTTP/1.0 header`：该写 grpc_pass 的地方写成了 proxy_pass',
  protocol: '`protocol error`：Envoy 的集群与服务器使用不同版本的 HTTP',
  closed: '`upstream prematurely closed connection`：服务器结束了；原因在它自己的日志里',
  'no-proxy': '没有代理：是服务器自己重置了流；原因在它自己的日志里',
} as const;
