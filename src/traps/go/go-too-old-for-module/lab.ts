import { helloModule } from '../../../lab/kit/bench.ts';
import { go, pgg, pgo } from '../../../lab/kit/catalog.ts';
import { healthy, trapLab } from '../../../lab/kit/trap-lab.ts';
import { pick } from '../../../lab/labs/article-script/environments.ts';

/** A grpc that says go 1.19, and plugins of its time. */
const plugins = [pgo('v1.28.1'), pgg('v1.3.0')];
const grpc160 = { module: helloModule('v1.60.1', { go: '1.19', plugins }), plugins, go: go('1.19.13') };

export default trapLab({
  trap: 'go-too-old-for-module',
  title: { en: 'The module wants a newer Go than the one that runs', zh: '模块要求的 Go 比正在运行的新' },
  question: {
    en: 'What does an older go say about a module that needs a newer one, and is Go 1.19 enough for grpc 1.60?',
    zh: '旧版 go 遇到要求新版的模块会说什么？grpc 1.60 用 Go 1.19 够吗？',
  },
  article: ['1.version-coupling.go-1.21'],
  environments: [
    ...pick('A9', 'A1'),
    healthy('grpc-1.60-go-1.19', { en: 'grpc v1.60.1 with Go 1.19.13', zh: 'grpc v1.60.1，Go 1.19.13' }, grpc160),
  ],
});
