import { listenRaw, serveFault } from '../../../lab/kit/faulty-proxy.ts';
import { exceptFor, proxyLab } from '../../../lab/kit/proxy-lab.ts';

/** A module proxy that is reached through an HTTP proxy, which wants a login: as a request, and as a way through. */
async function behindHttpProxy(scheme: 'http' | 'https') {
  const webProxy =
    scheme === 'http' ? await serveFault(407) : await listenRaw((socket) => void socket.end(NO_WAY_THROUGH));
  return {
    url: `${scheme}://goproxy.lab.invalid`,
    env: { [`${scheme.toUpperCase()}_PROXY`]: webProxy.url },
    [Symbol.asyncDispose]: () => webProxy[Symbol.asyncDispose](),
  };
}

const NO_WAY_THROUGH = 'HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n';

export default proxyLab({
  trap: 'proxy-forbidden',
  title: { en: 'A module proxy that forbids', zh: '禁止访问的模块代理' },
  question: {
    en: 'What does the go command say to 401, 403 and 407, and does it go on?',
    zh: 'go 命令对 401、403 和 407 会说什么？会继续吗？',
  },
  article: ['2.3.fallback-404'],
  faults: [
    { id: '401', title: { en: 'wants a login', zh: '要求登录' }, start: () => serveFault(401) },
    { id: '403', title: { en: 'forbids everything', zh: '全部禁止' }, start: () => serveFault(403) },
    {
      id: '403-zip',
      title: { en: 'its storage forbids the files', zh: '存储禁止访问文件' },
      start: (downloads) => exceptFor(['.zip'], downloads, (_, response) => void response.writeHead(403).end()),
    },
    {
      id: '407-http',
      title: { en: 'an HTTP proxy before it wants a login', zh: '前面的 HTTP 代理要求登录' },
      start: () => behindHttpProxy('http'),
    },
    {
      id: '407-https',
      title: { en: 'the same, on the way to https', zh: '同上，去往 https' },
      start: () => behindHttpProxy('https'),
    },
  ],
});
