import { trapLab } from '../../../lab/kit/trap-lab.ts';
import { pick } from '../../../lab/labs/article-script/environments.ts';

export default trapLab({
  trap: 'plugin-legacy',
  title: { en: 'The protoc-gen-go of github.com/golang/protobuf', zh: 'github.com/golang/protobuf 的 protoc-gen-go' },
  question: {
    en: 'What happens to a project of today when the old plugin generates its code?',
    zh: '旧插件为当今项目生成代码会怎样？',
  },
  environments: pick('B6', 'A1'),
});
