import { helloModule } from '../../../lab/kit/bench.ts';
import { GRPC, PGO, pgg } from '../../../lab/kit/catalog.ts';
import { broken, trapLab } from '../../../lab/kit/trap-lab.ts';
import { pick } from '../../../lab/labs/article-script/environments.ts';

const oldFork = helloModule('v1.85.0', {
  replace: [`${GRPC} => ../grpc-fork`],
  forks: { 'grpc-fork': { path: GRPC, version: 'v1.59.0' } },
  plugins: [PGO, pgg('v1.3.0')],
});

export default trapLab({
  trap: 'module-replaced-with-fork',
  title: { en: 'grpc-go is replaced by something else', zh: 'grpc-go 被替换成别的东西' },
  question: {
    en: 'Does the build say that grpc is not the one that go.mod requires?',
    zh: '构建会说明 grpc 不是 go.mod 所要求的那个吗？',
  },
  article: ['1.version-coupling.check-grpc-version', '1.script.check-grpc-version'],
  environments: [
    broken(
      'old-fork',
      'regeneration-will-break',
      { en: 'replace => ../grpc-fork, which is v1.59.0', zh: 'replace => ../grpc-fork，其内容是 v1.59.0' },
      { module: oldFork },
    ),
    ...pick('E1', 'E2', 'E3', 'A1'),
  ],
});
