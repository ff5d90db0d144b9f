import { trapLab } from '../../../lab/kit/trap-lab.ts';
import { pick } from '../../../lab/labs/article-script/environments.ts';

export default trapLab({
  trap: 'go-missing',
  title: { en: 'go is not installed, or not in PATH', zh: '没有安装 go，或 PATH 中没有它' },
  question: {
    en: 'What fails when go is not found, and what still works?',
    zh: '找不到 go 时，什么会失败，什么仍能工作？',
  },
  environments: pick('A8', 'A1'),
});
