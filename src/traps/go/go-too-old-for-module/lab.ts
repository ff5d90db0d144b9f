import { pick } from '../../../lab/article-script/environments.ts';
import { trapLab } from '../../../lab/kit.ts';

export default trapLab({
  trap: 'go-too-old-for-module',
  title: { en: 'The module wants a newer Go than the one that runs', zh: '模块要求的 Go 比正在运行的新' },
  question: {
    en: 'What does an older go say about a module that needs a newer one, when it may not switch?',
    zh: '旧版 go 不允许切换工具链时，会对要求新版的模块说什么？',
  },
  environments: pick('A9', 'A1'),
});
