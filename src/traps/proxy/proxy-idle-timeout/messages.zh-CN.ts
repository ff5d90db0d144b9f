import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '代理的时限切断了调用或流',
  'seen-why':
    '中间的某一方等到了时限：期间没有任何数据，或者调用没有结束，于是切断。nginx 等下一批字节 60 秒（grpc_read_timeout），Envoy 等整个调用 15 秒（路由的 `timeout`）、等安静的流 5 分钟。keepalive 的 PING 不算数。',
  'seen-fix':
    '为这个路径调大时限（nginx：grpc_read_timeout 1h 和 grpc_send_timeout 1h；Envoy：路由上写 `timeout: 0s`），或者让流以更短的间隔发送自己的消息',
  'ask-server': '绕过代理时服务端会应答吗，多久应答？如果一直不应答，就是服务端卡住了，调大时限没有用。',
};
