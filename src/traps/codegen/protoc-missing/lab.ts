import { trapLab } from '../../../lab/kit/trap-lab.ts';
import { pick } from '../../../lab/labs/article-script/environments.ts';

export default trapLab({
  trap: 'protoc-missing',
  title: { en: 'protoc is not installed', zh: '没有安装 protoc' },
  question: { en: 'What fails without protoc?', zh: '没有 protoc 时什么会失败？' },
  environments: pick('A6', 'A1'),
});
