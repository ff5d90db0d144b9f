import { rpcFaultsLab } from '../../../lab/kit/rpc-faults.ts';

export default rpcFaultsLab({
  trap: 'goaway-max-age',
  title: { en: 'A server that ends its connections', zh: '主动结束连接的服务端' },
  question: {
    en: 'What does a client print whose stream is open when the connection gets too old, or the server stops?',
    zh: '连接到了最长存活时间或者服务端停止时，还开着流的客户端输出什么？',
  },
  faults: [
    {
      id: 'age',
      title: {
        en: 'MaxConnectionAge 1 s and MaxConnectionAgeGrace 1 s, a stream is open',
        zh: 'MaxConnectionAge 1 秒，MaxConnectionAgeGrace 1 秒，流开着',
      },
      fails: 'always',
    },
    {
      id: 'age-without-grace-limit',
      title: {
        en: 'MaxConnectionAge 1 s alone, a stream is open for 6 s',
        zh: '只有 MaxConnectionAge 1 秒，流开着 6 秒',
      },
      fails: 'never',
    },
    {
      id: 'age-short-calls',
      title: {
        en: 'MaxConnectionAge 1 s and MaxConnectionAgeGrace 1 s, short calls for 4 s',
        zh: 'MaxConnectionAge 1 秒，MaxConnectionAgeGrace 1 秒，4 秒内都是短调用',
      },
      fails: 'never',
    },
    {
      id: 'graceful-stop',
      title: { en: 'GracefulStop, and Stop a second later, a stream is open', zh: 'GracefulStop，一秒后 Stop，流开着' },
      fails: 'always',
    },
    { id: 'stop', title: { en: 'Stop at once, a stream is open', zh: '直接 Stop，流开着' }, fails: 'always' },
    { id: 'killed', title: { en: 'the process ends, a stream is open', zh: '进程结束，流开着' }, fails: 'always' },
  ],
  short: ['age', 'graceful-stop', 'stop'],
});
