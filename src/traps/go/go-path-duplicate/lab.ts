import { GO, go } from '../../../lab/kit/catalog.ts';
import { outcome } from '../../../lab/kit/environment.ts';
import { addMise, reshim } from '../../../lab/kit/mise.ts';
import { run } from '../../../lab/kit/process.ts';
import type { Site } from '../../../lab/kit/site.ts';
import type { GoTool } from '../../../lab/kit/tools.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'go-path-duplicate';

/** Another go in a folder of its own: before or behind the usual one. */
const other = (tool: GoTool, place: 'before' | 'behind') => async (site: Site) => {
  const { bin } = await site.bench.tools.ensure(tool);
  await site.linkTool(bin, 'opt/go/bin', 'go');
  if (place === 'before') site.path.unshift('opt/go/bin');
  else site.path.push('opt/go/bin');
};

export default trapLab({
  trap,
  title: { en: 'Several go on PATH', zh: 'PATH 中有多个 go' },
  question: {
    en: 'Which go runs when PATH has two, and what does the order change?',
    zh: 'PATH 中有两个 go 时运行的是哪一个？顺序会改变什么？',
  },
  article: ['2.1.row-goroot'],
  environments: [
    healthy(
      'newer-first',
      { en: 'Go 1.26.8, behind it 1.24.9', zh: 'Go 1.26.8，后面是 1.24.9' },
      { arrange: other(go('1.24.9'), 'behind') },
    ),
    broken(
      'older-first',
      'go-too-old-for-module',
      { en: 'Go 1.24.9, behind it 1.26.8, GOTOOLCHAIN=local', zh: 'Go 1.24.9，后面是 1.26.8，GOTOOLCHAIN=local' },
      { env: { GOTOOLCHAIN: 'local' }, arrange: other(go('1.24.9'), 'before') },
    ),
    healthy('same-version', { en: 'twice the same version', zh: '同一版本出现两次' }, { arrange: other(GO, 'behind') }),
    healthy(
      'mise-first',
      { en: 'mise with 1.26.8, behind it 1.24.9', zh: 'mise 的 1.26.8，后面是 1.24.9' },
      {
        go: go('1.24.9'),
        arrange: async (site) => {
          await addMise(site, [GO.version]);
          await site.write('src/hello/mise.toml', `[tools]\ngo = "${GO.version}"\n`);
          await reshim(site);
        },
      },
    ),
    healthy('single', { en: 'one go', zh: '只有一个 go' }),
  ],
  columns: async (built) => {
    const argv = ['go', 'version'];
    const env = { ...built.env, GOTOOLCHAIN: 'local' };
    return {
      version: { ...outcome(built, argv, await run(argv, { cwd: built.projectDir, env, timeoutMs: 60_000 }), 'first') },
    };
  },
});
