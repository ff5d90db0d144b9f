import { pick } from '../../../lab/article-script/environments.ts';
import { trapLab } from '../../../lab/kit.ts';

export default trapLab({
  trap: 'regeneration-will-break',
  title: {
    en: 'The installed plugin emits code that this grpc does not have',
    zh: '已安装插件生成的代码，当前 grpc 无法编译',
  },
  question: {
    en: 'Which plugin versions emit code that does not compile with the grpc of the module?',
    zh: '哪些插件版本生成的代码无法用该模块的 grpc 编译？',
  },
  article: ['1.plugin-path.latest', '1.script.check-protoc-gen-go-grpc', '1.script.check-grpc-version'],
  environments: pick('B4', 'B5', 'B8', 'E1', 'B1', 'B2', 'B3'),
});
