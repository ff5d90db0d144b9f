import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterFix } from '../../../lab/kit/after-fix.ts';
import type { Site } from '../../../lab/kit/site.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'go-cache-not-writable';
const goenv = 'home/.config/go/env';
const titled = (text: string) => ({ en: text, zh: text });

/** A folder that nobody may write, as one of root is for everybody else. */
async function closed(site: Site, folder: string): Promise<string> {
  await mkdir(site.at(folder), { recursive: true });
  await chmod(site.at(folder), 0o555);
  return site.at(folder);
}

/** The 256 folders of a build cache, none of which may be written. */
async function closedBuildCache(site: Site): Promise<void> {
  for (let number = 0; number < 256; number += 1) await closed(site, `cache/${number.toString(16).padStart(2, '0')}`);
  site.env.GOCACHE = await closed(site, 'cache');
}

async function usedBuildCache(site: Site): Promise<void> {
  await site.bench.go(small.slice(1), site.at('home'), { GOCACHE: site.at('cache'), CGO_ENABLED: '1', GOFLAGS: '' });
  await closedBuildCache(site);
}

/** A module cache with what this project compiles, taken from the shared one, closed at its top and where downloads are noted. */
async function closedModules(site: Site): Promise<void> {
  const shared = join(site.bench.folders.modCache, 'cache', 'download');
  const settings = { GOMODCACHE: site.at('mod'), GOPROXY: `file://${shared}`, GOSUMDB: 'off' };
  await site.bench.go(['list', '-e', '-deps', './...'], site.at('src/hello'), settings);
  await closed(site, 'mod/cache/download');
  site.env.GOMODCACHE = await closed(site, 'mod');
}

const own = { unprivileged: true };
/** Where the cache of a row is empty, the service would take a minute. */
const small = ['go', 'build', 'errors'];
/** A build says it once for each module that it asks for at the same time. */
const oneModule = ['go', 'mod', 'download', 'google.golang.org/grpc'];

export default trapLab({
  trap,
  title: { en: 'Caches that go may not write', zh: 'go 无法写入的缓存' },
  question: {
    en: 'What fails when the build cache or the module cache may not be written, and when is that no matter?',
    zh: '构建缓存或模块缓存无法写入时，什么会失败？什么情况下没有关系？',
  },
  environments: [
    broken(
      'build-empty',
      trap,
      { en: 'GOCACHE is empty and may not be written', zh: 'GOCACHE 是空的，且不可写' },
      {
        ...own,
        arrange: async (site) => {
          site.env.GOCACHE = await closed(site, 'cache');
        },
      },
    ),
    broken(
      'build-not-there',
      trap,
      { en: 'GOCACHE cannot be made', zh: 'GOCACHE 无法建立' },
      {
        ...own,
        arrange: async (site) => {
          site.env.GOCACHE = join(await closed(site, 'cache'), 'go-build');
        },
      },
    ),
    broken(
      'build-file',
      trap,
      { en: 'GOCACHE is a file', zh: 'GOCACHE 是一个文件' },
      { env: { GOCACHE: '{root}/cache' }, arrange: (site) => site.write('cache', '') },
    ),
    broken('build-off', trap, titled('GOCACHE=off'), { env: { GOCACHE: 'off' } }),
    broken('build-relative-goenv', trap, titled('go env -w GOCACHE=.cache'), {
      env: { GOCACHE: '' },
      build: small,
      arrange: (site) => site.write(goenv, 'GOCACHE=.cache\n'),
    }),
    broken('modules-relative', trap, titled('GOMODCACHE=mod (GOENV)'), {
      env: { GOMODCACHE: '' },
      build: oneModule,
      arrange: (site) => site.write(goenv, 'GOMODCACHE=mod\n'),
    }),
    broken(
      'modules-empty',
      trap,
      { en: 'GOMODCACHE is empty and may not be written', zh: 'GOMODCACHE 是空的，且不可写' },
      {
        ...own,
        build: ['go', 'build', 'google.golang.org/grpc/codes'],
        env: { GOPROXY: 'https://proxy.example', GOSUMDB: 'off', GOPATH: '{root}/closed/go', GOMODCACHE: '' },
        arrange: async (site) => void (await closed(site, 'closed')),
      },
    ),
    healthy(
      'modules-populated',
      { en: 'GOMODCACHE has everything and may not be written', zh: 'GOMODCACHE 内容齐全，不可写' },
      { ...own, arrange: closedModules },
    ),
    broken(
      'build-begun',
      trap,
      {
        en: 'GOCACHE has its folders, nothing in them, and may not be written',
        zh: 'GOCACHE 只有空的子目录，且不可写',
      },
      { ...own, build: small, arrange: closedBuildCache },
    ),
    healthy(
      'build-populated',
      { en: 'GOCACHE was used before and may not be written', zh: 'GOCACHE 以前用过，现在不可写' },
      { ...own, build: small, arrange: usedBuildCache },
    ),
    healthy('own', { en: 'both may be written', zh: '两者都可写' }, own),
  ],
  columns: async (built) => (built.id.endsWith('goenv') ? { fixed: await afterFix(built, trap) } : {}),
});
