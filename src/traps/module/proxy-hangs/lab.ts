import { serveFault } from '../../../lab/kit/faulty-proxy.ts';
import { proxyLab } from '../../../lab/kit/proxy-lab.ts';

export default proxyLab({
  trap: 'proxy-hangs',
  title: { en: 'A module proxy that never answers', zh: '从不回答的模块代理' },
  question: {
    en: 'Does the go command ever come back from a proxy that does not answer, or not end, and does a separator help?',
    zh: '代理不回答，或者响应没有尽头时，go 命令会返回吗？换分隔符有用吗？',
  },
  article: ['2.3.row-concurrency', '2.3.row-30s'],
  faults: [
    {
      id: 'silent',
      title: { en: 'accepts and never answers', zh: '接受连接后从不回答' },
      start: () => serveFault('silent'),
      hangs: true,
    },
    {
      id: 'drip',
      title: { en: 'one byte a second', zh: '每秒一个字节' },
      start: () => serveFault('drip'),
      hangs: true,
    },
    {
      id: 'endless',
      title: { en: 'a body without end', zh: '没有尽头的响应体' },
      start: () => serveFault('endless'),
      hangs: true,
    },
  ],
});
