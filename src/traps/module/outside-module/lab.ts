import type { Site } from '../../../lab/kit/site.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'outside-module';

async function withoutModule(site: Site): Promise<void> {
  await site.remove('src/hello/go.mod');
  await site.remove('src/hello/go.sum');
}

export default trapLab({
  trap,
  title: { en: 'Go code that belongs to no module', zh: '不属于任何模块的 Go 代码' },
  question: {
    en: 'What does go build say in a folder without go.mod?',
    zh: '在没有 go.mod 的目录中，go build 会说什么？',
  },
  environments: [
    broken(
      'no-go-mod',
      trap,
      { en: 'no go.mod here or above', zh: '此处及上层都没有 go.mod' },
      { arrange: withoutModule },
    ),
    broken(
      'no-go-mod-package',
      trap,
      { en: 'no go.mod here or above, go build .', zh: '此处及上层都没有 go.mod,go build .' },
      { arrange: withoutModule, build: ['go', 'build', '.'] },
    ),
    healthy(
      'in-workspace',
      { en: 'a module that go.work names', zh: 'go.work 列出的模块' },
      { arrange: (site) => site.write('src/go.work', 'go 1.26.0\n\nuse ./hello\n') },
    ),
    healthy('in-module', { en: 'a module', zh: '模块' }),
  ],
});
