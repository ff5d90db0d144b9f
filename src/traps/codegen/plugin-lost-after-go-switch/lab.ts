import { PGG, PGO } from '../../../lab/kit/catalog.ts';
import { outcome } from '../../../lab/kit/environment.ts';
import { addMise, miseBin, reshim } from '../../../lab/kit/mise.ts';
import { run } from '../../../lab/kit/process.ts';
import { broken, healthy, type Special, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'plugin-lost-after-go-switch';
const old = '1.25.4';
const chosen = '1.26.8';
const ASK_MS = 60_000;

interface Scene {
  /** The Go under which `go install` ran for protoc-gen-go. */
  readonly installedFor: readonly string[];
  readonly reshimmed: boolean;
  /** As `mise activate` does it: the folder of the chosen Go on PATH instead of the shims. */
  readonly activated?: boolean;
}

/** mise with two versions of Go; the project asks for the newer one, and protoc-gen-go-grpc is where it should be. */
function mise({ installedFor, reshimmed, activated = false }: Scene): Special {
  return {
    go: 'none',
    plugins: [],
    pluginPath: [],
    arrange: async (site) => {
      await addMise(site, [old, chosen]);
      await site.addPlugin(PGG, miseBin(chosen));
      await site.write('src/hello/mise.toml', `[tools]\ngo = "${chosen}"\n`);
      if (!reshimmed) await reshim(site);
      for (const version of installedFor) await site.addPlugin(PGO, miseBin(version));
      if (reshimmed) await reshim(site);
      if (activated) site.path.splice(0, 1, miseBin(chosen));
    },
  };
}

export default trapLab({
  trap,
  title: { en: 'A plugin that was installed for another Go', zh: '为另一个 Go 安装的插件' },
  question: {
    en: 'What becomes of a plugin when a version manager switches to another Go, and what does protoc say?',
    zh: '版本管理器切换到另一个 Go 之后，插件会怎样？protoc 会说什么？',
  },
  article: ['2.1.version-manager', '2.1.manual-switch'],
  columns: async (built) => {
    const argv = ['protoc-gen-go', '--version'];
    const result = await run(argv, { cwd: built.projectDir, env: built.env, timeoutMs: ASK_MS });
    return { plugin: { ...outcome(built, argv, result, 'first') } };
  },
  environments: [
    broken(
      'shim',
      trap,
      { en: 'installed for Go 1.25.4, Go 1.26.8 is chosen', zh: '为 Go 1.25.4 安装，选用的是 Go 1.26.8' },
      mise({ installedFor: [old], reshimmed: true }),
    ),
    broken(
      'activated',
      trap,
      { en: 'the same with mise activate instead of shims', zh: '同上，用 mise activate 而不用 shim' },
      mise({ installedFor: [old], reshimmed: true, activated: true }),
    ),
    broken(
      'no-reshim',
      trap,
      { en: 'installed for the right Go, without a shim yet', zh: '为正确的 Go 安装，但还没有生成 shim' },
      mise({ installedFor: [chosen], reshimmed: false }),
    ),
    healthy(
      'installed-again',
      { en: 'installed again for Go 1.26.8', zh: '为 Go 1.26.8 重新安装之后' },
      mise({ installedFor: [old, chosen], reshimmed: true }),
    ),
    healthy(
      'reshimmed',
      { en: 'installed for the right Go, after mise reshim', zh: '为正确的 Go 安装，并运行过 mise reshim' },
      mise({ installedFor: [chosen], reshimmed: true }),
    ),
  ],
});
