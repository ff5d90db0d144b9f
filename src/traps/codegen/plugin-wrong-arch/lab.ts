import { trapLab } from '../../../lab/kit/trap-lab.ts';
import { pick } from '../../../lab/labs/article-script/environments.ts';

export default trapLab({
  trap: 'plugin-wrong-arch',
  title: { en: 'A plugin of another architecture', zh: '另一种架构的插件' },
  question: {
    en: 'What does protoc say about a plugin that this machine cannot run?',
    zh: '插件无法在本机运行时，protoc 会说什么？',
  },
  environments: pick('A5', 'A1'),
});
