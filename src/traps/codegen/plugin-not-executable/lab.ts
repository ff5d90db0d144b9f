import { chmod, writeFile } from 'node:fs/promises';
import { PGG, PGO } from '../../../lab/kit/catalog.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'plugin-not-executable';

export default trapLab({
  trap,
  title: { en: 'A plugin that is there and cannot be started', zh: '插件存在，但无法启动' },
  question: {
    en: 'What does protoc say about a plugin without the executable bit, and about an empty one?',
    zh: '插件没有可执行权限或是空文件时，protoc 会说什么？',
  },
  article: ['1.intro.silent-go-run', '1.plugin-path.must-be-on-path'],
  environments: [
    broken(
      'mode-0644',
      trap,
      { en: 'mode 0644', zh: '权限 0644' },
      { plugins: [PGG], arrange: async (site) => chmod(await site.addPlugin(PGO, 'home/go/bin', true), 0o644) },
    ),
    broken(
      'empty',
      trap,
      { en: 'an empty executable file', zh: '空的可执行文件' },
      { plugins: [PGG], arrange: async (site) => writeFile(await site.addPlugin(PGO, 'home/go/bin', true), '') },
    ),
    healthy(
      'later-good',
      { en: 'mode 0644, a good one later in PATH', zh: '权限 0644,PATH 后面有一个好的' },
      {
        pluginPath: ['home/bin', 'home/go/bin'],
        arrange: async (site) => chmod(await site.addPlugin(PGO, 'home/bin', true), 0o644),
      },
    ),
    healthy('mode-0755', { en: 'mode 0755', zh: '权限 0755' }),
  ],
});
