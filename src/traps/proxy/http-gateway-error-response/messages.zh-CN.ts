import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '应答的是 HTTP 代理或 Web 服务器，不是 gRPC 服务端',
  'title-status': '{place} 用 {answer} 应答调用',
  'title-server-status': '{place} 上的 {server} 用 {answer} 应答调用',
  'title-page': '{place} 用一个页面应答调用（{answer}），不是 gRPC',
  'title-server-page': '{place} 上的 {server} 用一个页面应答调用（{answer}），不是 gRPC',
  'title-reset': '{place} 接下调用后又重置：{answer}',
  'title-server-reset': '{place} 上的 {server} 接下调用后又重置：{answer}',
  'why-route':
    '那里没有为 /grpc.health.v1.Health/Check 配置任何东西。代理和 HTTP 服务端按路径选择：如果只转发用户自己的服务，那些服务的调用可能仍然正常。',
  'why-page': '这是 Web 服务器，或者把不认识的请求都交给 Web 服务器的代理。代理按路径选择，其他服务可能仍会被转发。',
  'why-login': '代理要求先登录才转发调用。探测没有登录信息，也不会发送。',
  'why-backend': '代理连不上后端，或者后端说的和代理不一样：一边 TLS 一边明文，或者后端是 HTTP/1。',
  'why-late': '后端接下了调用，但没有在代理允许的时间内应答。',
  'why-full': '代理没有可用于这个调用的健康后端。',
  'why-protocol': '代理能说 HTTP/2，但这个端口不要 gRPC：它设成了别的协议版本。',
  'why-reset':
    '后端结束了流时代理会这样；nginx 在该用 grpc_pass 的地方用了 proxy_pass 也会这样：它对后端说 HTTP/1，回来的却不是 HTTP/1。',
  'why-unavailable': '会说 gRPC 的代理在没有后端可用时这样说；服务端在启动或退出时也这样说。',
  'why-other': 'gRPC 服务端对每个调用都用 HTTP 200 和 content-type application/grpc 应答。这个不是。',
  'fix-route':
    '让代理转发 /，或者按路径 /PACKAGE.SERVICE/ 转发每个服务；为了探测和 Kubernetes，还要转发 /grpc.health.v1.Health/',
  'fix-nginx-route': '转发所有路径，或者每个服务写一个 location（location /PACKAGE.SERVICE/）',
  'fix-nginx-pass': '在 nginx 上用 grpc_pass，不要用 proxy_pass',
  'fix-nginx-backend': 'nginx 的错误日志会说明哪个后端失败、怎样失败',
  'fix-backend': '在代理所在的机器上直接探测后端：它开着吗？它说的是明文还是 TLS，和代理的设置一致吗？',
  'fix-login': '直接探测代理后面的服务端，或者让 /grpc.health.v1.Health/ 免登录',
  'fix-alb': '把目标组的协议版本设为 gRPC（不是 gRPC 的服务端则设为 HTTP2）；监听器必须是 HTTPS',
  'fix-protocol': '在代理里把这个端口和它的后端都设为 gRPC（两边都是 HTTP/2）',
  'seen-why': '客户端和服务端之间的某个组件用自己的 HTTP 页面作了回答：调用没有到达 gRPC 服务端。',
  'seen-fix': '查看代理的日志；502 和 503 表示它没有可用的后端，404 表示没有路由',
  'seen-ask': '那个代理的错误日志在调用时写了什么？nginx 会写出 upstream，Envoy 在访问日志里有标志（UF、UH、UT、NR）',
};
