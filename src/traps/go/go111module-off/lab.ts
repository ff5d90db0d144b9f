import { trapLab } from '../../../lab/kit/trap-lab.ts';
import { pick } from '../../../lab/labs/article-script/environments.ts';

export default trapLab({
  trap: 'go111module-off',
  title: { en: 'GO111MODULE=off', zh: 'GO111MODULE=off' },
  question: { en: 'Which values of GO111MODULE break a build?', zh: 'GO111MODULE 的哪些取值会破坏构建？' },
  article: [
    '1.version-coupling.go111module-on',
    '1.version-coupling.auto-left-over',
    '1.version-coupling.check-go111module',
    '1.script.check-go111module',
  ],
  environments: pick('A2c', 'A1', 'A2', 'A2b'),
});
