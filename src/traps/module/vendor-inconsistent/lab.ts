import { pick } from '../../../lab/article-script/environments.ts';
import { trapLab } from '../../../lab/kit.ts';

export default trapLab({
  trap: 'vendor-inconsistent',
  title: { en: 'The vendor folder does not match go.mod', zh: 'vendor 目录与 go.mod 不一致' },
  question: {
    en: 'What does go build say about a vendor folder that is stale, or wanted and not there?',
    zh: 'vendor 目录陈旧或缺失时，go build 会说什么？',
  },
  environments: pick('A12', 'C2', 'C1'),
});
