import { pick } from '../../../lab/article-script/environments.ts';
import { trapLab } from '../../../lab/kit.ts';

export default trapLab({
  trap: 'proxy-unreachable',
  title: { en: 'The module proxy cannot be reached', zh: '无法连接模块代理' },
  question: {
    en: 'What does go build say with an empty module cache and a dead proxy?',
    zh: '模块缓存为空且代理不可用时，go build 会说什么？',
  },
  environments: pick('A13', 'A1'),
});
