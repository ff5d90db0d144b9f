import { trapLab } from '../../../lab/kit/trap-lab.ts';
import { pick } from '../../../lab/labs/article-script/environments.ts';

export default trapLab({
  trap: 'plugin-shadowed',
  title: { en: 'Two versions of a plugin in PATH', zh: 'PATH 中有同一插件的两个版本' },
  question: {
    en: 'Which plugin runs when PATH holds two, and does the build notice?',
    zh: 'PATH 中有两个同名插件时运行哪一个？构建能察觉吗？',
  },
  environments: pick('B7', 'A1'),
});
