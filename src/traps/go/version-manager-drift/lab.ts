import { helloModule } from '../../../lab/kit/bench.ts';
import { MISE, PGO, pgg } from '../../../lab/kit/catalog.ts';
import { outcome } from '../../../lab/kit/environment.ts';
import { addMise, reshim } from '../../../lab/kit/mise.ts';
import { run } from '../../../lab/kit/process.ts';
import type { Site } from '../../../lab/kit/site.ts';
import { broken, healthy, type Special, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'version-manager-drift';
const ASK_MS = 60_000;
const oldPair = { plugins: [PGO, pgg('v1.3.0')] };

/** mise with Go 1.25.4 and 1.26.8, and what the scene writes on top. The system has Go 1.26.8 of its own where `system` is set. */
function scene(arrange: (site: Site) => Promise<void>, more: Special & { readonly system?: boolean } = {}): Special {
  const { system = false, ...rest } = more;
  return {
    ...(system ? {} : { go: 'none' as const }),
    ...rest,
    arrange: async (site) => {
      await addMise(site, ['1.25.4', '1.26.8']);
      if (system) site.path.push(site.path.shift() ?? '');
      await reshim(site);
      await arrange(site);
    },
  };
}

const miseToml = (version: string) => (site: Site) => site.write('src/hello/mise.toml', `[tools]\ngo = "${version}"\n`);
const goVersionFile = (version: string) => async (site: Site) => {
  await site.write('src/hello/.go-version', `${version}\n`);
  await site.write('home/.config/mise/config.toml', '[tools]\ngo = "1.26.8"\n');
};

export default trapLab({
  trap,
  title: { en: 'The Go that a file asks for and the Go that runs', zh: '文件要求的 Go 与实际运行的 Go' },
  question: {
    en: `Whom does the go of mise ${MISE.version} obey: file, variable, PATH? And when does it not start at all?`,
    zh: `mise ${MISE.version} 管理的 go 听谁的：文件、变量还是 PATH？什么时候根本无法启动？`,
  },
  article: ['2.1.version-manager', '2.1.manual-switch', '2.1.row-goroot'],
  columns: async (built) => {
    const argv = ['go', 'version'];
    const env = { ...built.env, GOTOOLCHAIN: 'local' };
    const result = await run(argv, { cwd: built.projectDir, env, timeoutMs: ASK_MS });
    return { go: { ...outcome(built, argv, result, 'first') } };
  },
  environments: [
    healthy('file', { en: 'mise.toml asks for Go 1.26.8', zh: 'mise.toml 要求 Go 1.26.8' }, scene(miseToml('1.26.8'))),
    broken(
      'not-installed',
      trap,
      {
        en: 'mise.toml asks for Go 1.24.9, which is not installed and may not be downloaded',
        zh: 'mise.toml 要求 Go 1.24.9，没有安装，也不允许下载',
      },
      scene(miseToml('1.24.9'), { env: { MISE_AUTO_INSTALL: '0' } }),
    ),
    healthy(
      'variable',
      {
        en: 'mise.toml asks for Go 1.27.1, MISE_GO_VERSION for 1.26.8',
        zh: 'mise.toml 要求 1.27.1，MISE_GO_VERSION 要求 1.26.8',
      },
      scene(miseToml('1.27.1'), { env: { MISE_GO_VERSION: '1.26.8' } }),
    ),
    healthy(
      'go-version-file',
      {
        en: '.go-version asks for Go 1.27.1, and mise does not read it',
        zh: '.go-version 要求 Go 1.27.1，mise 不读它',
      },
      scene(goVersionFile('1.27.1')),
    ),
    healthy(
      'behind-system-go',
      {
        en: 'mise.toml asks for Go 1.25.4, a go of the system comes first',
        zh: 'mise.toml 要求 Go 1.25.4，系统的 go 排在前面',
      },
      scene(miseToml('1.25.4'), { system: true, ...oldPair, module: helloModule('v1.60.1', oldPair) }),
    ),
  ],
});
