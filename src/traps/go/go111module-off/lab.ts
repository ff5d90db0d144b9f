import { pick } from '../../../lab/article-script/environments.ts';
import { trapLab } from '../../../lab/kit.ts';

export default trapLab({
  trap: 'go111module-off',
  title: { en: 'GO111MODULE=off', zh: 'GO111MODULE=off' },
  question: { en: 'Which values of GO111MODULE break a build?', zh: 'GO111MODULE 的哪些取值会破坏构建？' },
  environments: pick('A2c', 'A1', 'A2', 'A2b'),
});
