import { serveFault } from '../../../lab/kit/faulty-proxy.ts';
import { exceptFor, proxyLab } from '../../../lab/kit/proxy-lab.ts';

export default proxyLab({
  trap: 'proxy-failing',
  title: { en: 'A module proxy with a fault of its own', zh: '自身出故障的模块代理' },
  question: {
    en: 'Does the go command try again or go on after an error of the proxy?',
    zh: '代理返回错误之后，go 命令会重试或继续吗？',
  },
  article: ['2.3.avalanche', '2.3.serial'],
  faults: [
    { id: '500', title: { en: '500', zh: '500' }, start: () => serveFault(500) },
    { id: '503', title: { en: '503', zh: '503' }, start: () => serveFault(503) },
    { id: '429', title: { en: 'too many requests', zh: '请求太多' }, start: () => serveFault(429) },
    { id: 'circle', title: { en: 'redirects in a circle', zh: '重定向绕圈' }, start: () => serveFault('circle') },
    {
      id: 'info-500',
      title: { en: '500 for the descriptions of versions alone', zh: '只有版本描述返回 500' },
      start: (downloads) => exceptFor(['.info'], downloads, (_, response) => void response.writeHead(500).end()),
      severity: 'warning',
    },
  ],
});
