import { environmentLab } from '../../kit/environment-lab.ts';
import { healthy } from '../../kit/trap-lab.ts';
import { pick } from '../article-script/environments.ts';

/** A port of this machine at which nothing listens. */
const dead = 'http://127.0.0.1:9';

export default environmentLab({
  id: 'emptied-cache',
  title: { en: 'A dead proxy with a module cache and without one', zh: '代理不可用时，有模块缓存与没有模块缓存' },
  question: {
    en: 'Does it help against a dead proxy to empty the module cache?',
    zh: '代理不可用时，清空模块缓存有用吗？',
  },
  traps: ['proxy-unreachable'],
  article: ['2.3.clean-modcache'],
  environments: [
    healthy(
      'kept',
      { en: 'dead proxy, the module cache as it was', zh: '代理不可用，模块缓存原样保留' },
      { env: { GOPROXY: dead } },
    ),
    ...pick('A13'),
  ],
});
