import { rpcFaultsLab } from '../../../lab/kit/rpc-faults.ts';

export default rpcFaultsLab({
  trap: 'keepalive-too-many-pings',
  title: { en: 'A client that pings too often', zh: 'PING 太频繁的客户端' },
  question: {
    en: 'Which keepalive settings of client and server go together, and what is printed where they do not?',
    zh: '客户端和服务端的哪些 keepalive 设置能配在一起？配不上时输出什么？',
  },
  faults: [
    {
      id: 'by-hand',
      title: {
        en: 'eight PINGs by hand, the server has no policy of its own',
        zh: '手工发八个 PING，服务端没有设置策略',
      },
      fails: 'always',
    },
    {
      id: 'stream',
      title: {
        en: 'Time 10 s, a stream is open for 45 s, no policy',
        zh: 'Time 10 秒，流开着 45 秒，没有设置策略',
      },
      fails: 'always',
    },
    {
      id: 'one-second',
      title: {
        en: 'Time 1 s, of which grpc-go makes 10 s, a stream is open for 45 s, no policy',
        zh: 'Time 1 秒（grpc-go 改成 10 秒），流开着 45 秒，没有设置策略',
      },
      fails: 'always',
    },
    {
      id: 'idle',
      title: {
        en: 'Time 10 s with PermitWithoutStream, 45 s without a call, no policy: the next call',
        zh: 'Time 10 秒，PermitWithoutStream，45 秒没有调用，没有设置策略：下一次调用',
      },
      fails: 'never',
    },
    {
      id: 'idle-min-time-only',
      title: {
        en: 'the same, and the policy has MinTime 5 s alone: the next call',
        zh: '同上，策略只有 MinTime 5 秒：下一次调用',
      },
      fails: 'never',
    },
    {
      id: 'idle-permitted',
      title: {
        en: 'the same, and the policy has MinTime 5 s and PermitWithoutStream',
        zh: '同上，策略有 MinTime 5 秒和 PermitWithoutStream',
      },
      fails: 'never',
    },
    {
      id: 'min-time-fits',
      title: {
        en: 'Time 10 s, a stream is open for 45 s, the policy has MinTime 5 s',
        zh: 'Time 10 秒，流开着 45 秒，策略有 MinTime 5 秒',
      },
      fails: 'never',
    },
    {
      id: 'other-reason',
      title: {
        en: 'no PINGs: a server that answers a call with ENHANCE_YOUR_CALM alone',
        zh: '没有 PING：服务端对一次调用只回 ENHANCE_YOUR_CALM',
      },
      fails: 'always',
    },
    {
      id: 'frozen',
      title: { en: 'Time 10 s, and the server is stopped with SIGSTOP', zh: 'Time 10 秒，服务端被 SIGSTOP 停住' },
      fails: 'always',
    },
  ],
  short: ['by-hand', 'other-reason'],
  waits: true,
});
