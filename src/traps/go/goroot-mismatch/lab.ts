import { cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterFix } from '../../../lab/kit/after-fix.ts';
import { helloModule } from '../../../lab/kit/bench.ts';
import { GO, go } from '../../../lab/kit/catalog.ts';
import { outcome } from '../../../lab/kit/environment.ts';
import { run } from '../../../lab/kit/process.ts';
import type { Site } from '../../../lab/kit/site.ts';
import type { GoTool } from '../../../lab/kit/tools.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'goroot-mismatch';
const goenv = 'home/.config/go/env';

/** The root of a Go of the tool cache. */
async function treeOf(site: Site, tool: GoTool): Promise<string> {
  const { bin } = await site.bench.tools.ensure(tool);
  return dirname(dirname(bin));
}

const variable = (tool: GoTool) => async (site: Site) => {
  site.env.GOROOT = await treeOf(site, tool);
};

const file = (value: string | GoTool) => async (site: Site) => {
  const root = typeof value === 'string' ? value : await treeOf(site, value);
  await site.write(goenv, `GOROOT=${root}\n`);
};

/** A Go that must switch for this module, and finds the toolchain on PATH under its own name. */
const mustSwitch = { go: go('1.24.9'), module: helloModule('v1.85.0', { go: GO.version }) };

const withToolchain = (root: GoTool) => async (site: Site) => {
  await variable(root)(site);
  const { bin } = await site.bench.tools.ensure(GO);
  await site.linkTool(bin, 'usr/bin', `go${GO.version}`);
};

export default trapLab({
  trap,
  title: { en: 'GOROOT names another Go', zh: 'GOROOT 指向另一个 Go' },
  question: {
    en: 'What fails when GOROOT is not the tree of the go on PATH, when does a switch hide it, and does go env -u still run?',
    zh: 'GOROOT 不是 PATH 中那个 go 的目录时，什么会失败？什么时候会被工具链切换掩盖？go env -u 还能运行吗？',
  },
  article: [
    '2.1.manual-switch',
    '2.1.version-manager',
    '2.1.diagnose',
    '2.1.ls-go',
    '2.1.env-goroot-inverted',
    '2.1.toolexec',
    '2.1.row-goroot',
  ],
  environments: [
    broken(
      'other-version',
      trap,
      { en: 'Go 1.26.8, GOROOT of 1.25.4 in the shell', zh: 'Go 1.26.8，shell 中的 GOROOT 是 1.25.4' },
      { arrange: variable(go('1.25.4')) },
    ),
    broken(
      'missing',
      trap,
      { en: 'GOROOT in the shell does not exist', zh: 'shell 中的 GOROOT 不存在' },
      { env: { GOROOT: '{root}/none' } },
    ),
    broken(
      'no-tree',
      trap,
      { en: 'GOROOT in the shell is no Go', zh: 'shell 中的 GOROOT 不是 Go 目录' },
      { env: { GOROOT: '{root}/usr' }, build: ['go', 'build', 'fmt'] },
    ),
    broken(
      'no-tree-vet',
      trap,
      { en: 'the same, go vet', zh: '同上，执行 go vet' },
      { env: { GOROOT: '{root}/usr' }, build: ['go', 'vet', './...'] },
    ),
    broken(
      'goenv-other-version',
      trap,
      { en: 'go env -w GOROOT=… of 1.25.4', zh: 'go env -w GOROOT=… 写入了 1.25.4 的目录' },
      { arrange: file(go('1.25.4')) },
    ),
    broken(
      'goenv-missing',
      trap,
      { en: 'go env -w GOROOT=/…/none', zh: 'go env -w GOROOT=/…/none' },
      { arrange: (site) => file(site.at('none'))(site) },
    ),
    broken(
      'no-defaults',
      trap,
      {
        en: 'Go 1.24.9 has to switch, GOROOT of 1.20.14 has no go.env',
        zh: 'Go 1.24.9 需要切换，而 GOROOT 是没有 go.env 的 1.20.14',
      },
      { ...mustSwitch, arrange: withToolchain(go('1.20.14')) },
    ),
    healthy(
      'hidden-by-switch',
      { en: 'Go 1.24.9 switches to 1.26.8, GOROOT of 1.22.12', zh: 'Go 1.24.9 切换到 1.26.8，GOROOT 是 1.22.12' },
      { ...mustSwitch, arrange: withToolchain(go('1.22.12')) },
    ),
    healthy('own', { en: 'GOROOT is the own tree', zh: 'GOROOT 就是自己的目录' }, { arrange: variable(GO) }),
    healthy('unset', { en: 'no GOROOT', zh: '没有设置 GOROOT' }),
  ],
  columns: async (built) => {
    const ask = async (argv: string[], env = built.env) => run(argv, { cwd: built.projectDir, env, timeoutMs: 60_000 });
    const { stdout } = await ask(['go', 'env', 'GOROOT']);
    const passes = (await ask(['ls', '-l', `${stdout.trim()}/bin/go`])).rc === 0;
    if (!built.id.startsWith('goenv-')) return { lsPasses: passes };
    // On a copy: where it runs, it takes the entry out.
    await cp(join(built.root, goenv), join(built.root, 'goenv'));
    const unset = ['go', 'env', '-u', 'GOROOT'];
    const result = await ask(unset, { ...built.env, GOENV: join(built.root, 'goenv') });
    return {
      lsPasses: passes,
      unset: { ...outcome(built, unset, result, 'first') },
      fixed: await afterFix(built, trap),
    };
  },
});
