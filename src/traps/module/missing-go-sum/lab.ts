import { pick } from '../../../lab/article-script/environments.ts';
import { trapLab } from '../../../lab/kit.ts';

export default trapLab({
  trap: 'missing-go-sum',
  title: { en: 'go.sum is missing', zh: '没有 go.sum' },
  question: { en: 'What does go build say without a go.sum?', zh: '没有 go.sum 时 go build 会说什么？' },
  article: ['1.version-coupling.check-grpc-version'],
  environments: pick('F2', 'A1'),
});
