import { closedAddress, serveFault } from '../../../lab/kit/faulty-proxy.ts';
import type { ModuleProxy } from '../../../lab/kit/module-proxy.ts';
import { proxyLab } from '../../../lab/kit/proxy-lab.ts';

/** An address at which there is nothing to be closed. */
function at(url: string): ModuleProxy {
  return { url, [Symbol.asyncDispose]: async () => {} };
}

function secure(proxy: ModuleProxy): ModuleProxy {
  return { url: proxy.url.replace('http:', 'https:'), [Symbol.asyncDispose]: () => proxy[Symbol.asyncDispose]() };
}

export default proxyLab({
  trap: 'proxy-unreachable',
  title: { en: 'The module proxy cannot be reached', zh: '无法连接模块代理' },
  question: {
    en: 'What does the go command say to a dead proxy, and when does it go on to the next entry?',
    zh: '代理不可用时，go 命令会说什么？什么时候会去问下一项？',
  },
  article: ['2.3.avalanche', '2.3.set-proxy', '2.3.fallback-404', '2.3.fallback-timeout', '2.3.diagram'],
  faults: [
    {
      id: 'refused',
      title: { en: 'nothing listens', zh: '没有程序监听' },
      start: async () => at(await closedAddress()),
    },
    {
      id: 'no-such-host',
      title: { en: 'a name that does not exist', zh: '不存在的域名' },
      start: async () => at('http://goproxy.lab.invalid'),
    },
    {
      id: 'local',
      title: { en: 'a name in .local that does not exist', zh: '不存在的 .local 域名' },
      start: async () => at('http://goproxy.lab.local'),
    },
    {
      id: 'tls',
      title: { en: 'https where http is spoken', zh: '应该用 http 却写了 https' },
      start: async () => secure(await serveFault(404)),
    },
    { id: 'no-http', title: { en: 'is no web server', zh: '不是 Web 服务器' }, start: () => serveFault('banner') },
    { id: 'closes', title: { en: 'accepts and closes', zh: '接受后立即关闭' }, start: () => serveFault('closes') },
  ],
});
