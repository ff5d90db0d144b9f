import { outcome } from '../../../lab/kit/environment.ts';
import { run } from '../../../lab/kit/process.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'home-missing';
const titled = (text: string) => ({ en: text, zh: text });
/** An empty variable is none for go; the environments of labs name both caches otherwise. */
const nothing = { HOME: '', GOCACHE: '', GOMODCACHE: '' };
/** A build says it once for each module that it asks for at the same time. */
const oneModule = ['go', 'mod', 'download', 'google.golang.org/grpc'];
const at = (folder: string) => `{root}/${folder}`;

export default trapLab({
  trap,
  title: { en: 'No home folder', zh: '没有用户目录' },
  question: {
    en: 'What does go need a home folder for, and which settings stand in for it?',
    zh: 'go 需要用户目录做什么？哪些设置可以代替它？',
  },
  environments: [
    broken('no-home', trap, titled('HOME='), { env: nothing, build: oneModule }),
    broken('only-gocache', trap, titled('HOME=, GOCACHE'), {
      env: { ...nothing, GOCACHE: at('cache') },
      build: oneModule,
    }),
    broken('only-gomodcache', trap, titled('HOME=, GOMODCACHE'), {
      arrange: async (site) => {
        Object.assign(site.env, { ...nothing, GOMODCACHE: site.bench.folders.modCache });
      },
    }),
    broken('only-xdg', trap, titled('HOME=, XDG_CACHE_HOME'), {
      env: { ...nothing, XDG_CACHE_HOME: at('cache') },
      build: oneModule,
    }),
    healthy('both', titled('HOME=, GOCACHE, GOMODCACHE'), { env: { HOME: '' } }),
    healthy('home', { en: 'with HOME', zh: '有 HOME' }),
  ],
  columns: async (built) => {
    const ask = async (...argv: string[]) => ({
      ...outcome(built, argv, await run(argv, { cwd: built.projectDir, env: built.env, timeoutMs: 60_000 }), 'first'),
    });
    return { version: await ask('go', 'version'), write: await ask('go', 'env', '-w', 'GOPRIVATE=example.com') };
  },
});
