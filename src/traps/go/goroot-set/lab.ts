import { dirname } from 'node:path';
import { afterFix } from '../../../lab/kit/after-fix.ts';
import { GO, go } from '../../../lab/kit/catalog.ts';
import { addMise, miseBin, reshim } from '../../../lab/kit/mise.ts';
import type { Site } from '../../../lab/kit/site.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'goroot-set';

async function treeOf(site: Site, version = GO.version): Promise<string> {
  return dirname(dirname((await site.bench.tools.ensure(go(version))).bin));
}

export default trapLab({
  trap,
  title: { en: 'GOROOT is set, and right', zh: '设置了 GOROOT，而且是对的' },
  question: {
    en: 'Does a GOROOT that names the own tree change anything, today and after an upgrade?',
    zh: 'GOROOT 指向自己的目录时有什么影响？升级之后呢？',
  },
  article: ['2.1.goroot-meaning'],
  environments: [
    healthy(
      'shell',
      { en: 'GOROOT in the shell, the own tree', zh: 'shell 中的 GOROOT，就是自己的目录' },
      {
        arrange: async (site) => {
          site.env.GOROOT = await treeOf(site);
        },
      },
    ),
    healthy(
      'goenv',
      { en: 'go env -w GOROOT=…, the own tree', zh: 'go env -w GOROOT=…，就是自己的目录' },
      { arrange: async (site) => site.write('home/.config/go/env', `GOROOT=${await treeOf(site)}\n`) },
    ),
    broken(
      'after-upgrade',
      'goroot-mismatch',
      { en: 'the same, after Go was upgraded from 1.25.4', zh: '同上，Go 从 1.25.4 升级之后' },
      {
        arrange: async (site) => {
          site.env.GOROOT = await treeOf(site, '1.25.4');
        },
      },
    ),
    healthy(
      'mise',
      { en: 'mise has set GOROOT and PATH', zh: 'mise 设置了 GOROOT 和 PATH' },
      {
        go: 'none',
        arrange: async (site) => {
          await addMise(site, [GO.version]);
          await reshim(site);
          site.path.unshift(miseBin(GO.version));
          site.env.GOROOT = site.at(dirname(miseBin(GO.version)));
        },
      },
    ),
    healthy('unset', { en: 'no GOROOT', zh: '没有设置 GOROOT' }),
  ],
  columns: async (built) => (built.id === 'goenv' ? { fixed: await afterFix(built, trap) } : {}),
});
