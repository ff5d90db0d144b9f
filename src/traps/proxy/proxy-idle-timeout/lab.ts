import { proxyTextLab } from '../../../lab/kit/proxy-text-lab.ts';

const trap = 'proxy-idle-timeout';
/** In seconds. */
const limit = 1;

export default proxyTextLab({
  trap,
  title: { en: 'A proxy ends what is quiet or lasts long', zh: '代理切断安静的或持续很久的流' },
  question: {
    en: 'What do client and proxy print when a time limit of nginx or Envoy ends a call or a stream?',
    zh: 'nginx 或 Envoy 的时限切断调用或流时，客户端和代理各输出什么？',
  },
  situations: [
    {
      id: 'nginx-call',
      title: { en: 'nginx: a call longer than grpc_read_timeout', zh: 'nginx：调用超过 grpc_read_timeout' },
      nginx: {
        listen: 'http2',
        body: ({ late }) => `grpc_read_timeout ${limit}s; location / { grpc_pass grpc://${late}; }`,
      },
      names: `proven: ${trap}`,
    },
    {
      id: 'nginx-stream',
      title: {
        en: 'nginx: a stream quiet for longer than grpc_read_timeout',
        zh: 'nginx：流安静超过 grpc_read_timeout',
      },
      nginx: {
        listen: 'http2',
        body: ({ grpc }) => `grpc_read_timeout ${limit}s; location / { grpc_pass grpc://${grpc}; }`,
      },
      endsAfter: limit,
      names: `proven: ${trap}`,
    },
    {
      id: 'nginx-stream-kept',
      title: { en: 'nginx: the limit is longer than the quiet', zh: 'nginx：时限长于安静的时间' },
      nginx: {
        listen: 'http2',
        body: ({ grpc }) => `grpc_read_timeout 1h; location / { grpc_pass grpc://${grpc}; }`,
      },
      endsAfter: null,
      names: null,
    },
    {
      id: 'envoy-call',
      title: { en: 'Envoy: a call longer than the `timeout` of the route', zh: 'Envoy：调用超过路由的 `timeout`' },
      envoy: ({ late }) => ({ upstream: late, speaks: 'http2', route: `timeout: ${limit}s` }),
      names: `proven: ${trap}`,
    },
    {
      id: 'envoy-stream',
      title: { en: 'Envoy: a stream longer than the `timeout` of the route', zh: 'Envoy：流超过路由的 `timeout`' },
      envoy: ({ grpc }) => ({ upstream: grpc, speaks: 'http2', route: `timeout: ${limit}s` }),
      endsAfter: limit,
      names: `proven: ${trap}`,
    },
    {
      id: 'envoy-idle-call',
      title: {
        en: 'Envoy: a call quiet for longer than stream_idle_timeout',
        zh: 'Envoy：调用安静超过 stream_idle_timeout',
      },
      envoy: ({ late }) => ({
        upstream: late,
        speaks: 'http2',
        route: 'timeout: 0s',
        manager: `stream_idle_timeout: ${limit}s`,
      }),
      names: `proven: ${trap}`,
    },
    {
      id: 'envoy-idle-stream',
      title: {
        en: 'Envoy: a stream quiet for longer than stream_idle_timeout',
        zh: 'Envoy：流安静超过 stream_idle_timeout',
      },
      envoy: ({ grpc }) => ({
        upstream: grpc,
        speaks: 'http2',
        route: 'timeout: 0s',
        manager: `stream_idle_timeout: ${limit}s`,
      }),
      endsAfter: limit,
      names: `proven: ${trap}`,
    },
    {
      id: 'envoy-stream-kept',
      title: { en: 'Envoy: no limit for the route', zh: 'Envoy：路由没有时限' },
      envoy: ({ grpc }) => ({ upstream: grpc, speaks: 'http2', route: 'timeout: 0s' }),
      endsAfter: null,
      names: null,
    },
  ],
});
