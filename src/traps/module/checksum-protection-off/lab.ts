import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from '../../../lab/kit/bench.ts';
import { GRPC } from '../../../lab/kit/catalog.ts';
import { type BuiltEnvironment, outcome } from '../../../lab/kit/environment.ts';
import { closedAddress } from '../../../lab/kit/faulty-proxy.ts';
import { packModule, serveModules } from '../../../lab/kit/module-proxy.ts';
import { mustRun, run } from '../../../lab/kit/process.ts';
import { healthy, newestHello, trapLab } from '../../../lab/kit/trap-lab.ts';
import type { Cell } from '../../../lab/lab.ts';

const VERSION = 'v1.85.0';
const CHANGED = `${VERSION.slice(1)}-changed`;
const RUN_MS = 5 * 60_000;

/**
 * What happens when the module proxy serves a changed grpc and the module cache is empty: with the go.sum of the project,
 * and without one, as on the day when a dependency is added. The proxy is on the loopback interface and serves everything.
 */
async function attack(built: BuiltEnvironment, bench: Bench): Promise<Record<string, Cell>> {
  const original = await bench.moduleFolder({ path: GRPC, version: VERSION });
  const changed = await packModule(GRPC, VERSION, original, (name, content) =>
    name === 'version.go' ? Buffer.from(content.toString('utf8').replace(VERSION.slice(1), CHANGED)) : content,
  );
  const downloads = join(bench.folders.modCache, 'cache', 'download');
  await using proxy = await serveModules([changed], downloads);
  // It passes the checksum database on, with what that said when the lab's own module cache was filled.
  await using passing = await serveModules([changed], downloads, ['/supported']);
  return {
    withGoSum: await runAttacked(built, proxy.url, true),
    withoutGoSum: await runAttacked(built, passing.url, false),
  };
}

async function runAttacked(built: BuiltEnvironment, proxy: string, keepSum: boolean): Promise<Cell> {
  const folder = join(built.root, 'attacked');
  const cwd = join(folder, 'hello');
  const modCache = join(built.root, 'attacked-cache');
  await cp(join(built.root, 'src'), folder, { recursive: true });
  if (!keepSum) await rm(join(cwd, 'go.sum'));
  await mustRun(built.generate, { cwd, env: built.env, timeoutMs: RUN_MS });
  // Nothing but the proxy is within reach: the way to everything else is an HTTP proxy that is down.
  const env = {
    ...built.env,
    GOPROXY: proxy,
    HTTPS_PROXY: await closedAddress(),
    GOMODCACHE: modCache,
    GOFLAGS: '-modcacherw',
  };
  const argv = ['go', 'run', ...(keepSum ? [] : ['-mod=mod']), '.'];
  const result = await run(argv, { cwd, env, timeoutMs: RUN_MS });
  await rm(folder, { recursive: true });
  await rm(modCache, { recursive: true, force: true });
  const runs = result.stdout.includes(CHANGED) ? 'changed code runs' : 'refused';
  const { rc, lines } = outcome({ ...built, placeholders: places(built, folder, modCache) }, argv, result, 'first');
  return { runs, rc, lines };
}

function places(built: BuiltEnvironment, folder: string, modCache: string): BuiltEnvironment['placeholders'] {
  return [{ path: folder, name: '<src>' }, { path: modCache, name: '<modcache>' }, ...built.placeholders];
}

const titled = (text: string) => ({ en: text, zh: text });

export default trapLab({
  trap: 'checksum-protection-off',
  title: { en: 'The checksum database is switched off', zh: '校验和数据库被关闭' },
  question: {
    en: 'Which settings let changed code of a module proxy run, and what does a go.sum change?',
    zh: '哪些设置会让模块代理提供的被改动的代码运行？go.sum 又有什么作用？',
  },
  article: ['1.script.row-proxy', '2.3.checksum-risk'],
  environments: [
    healthy('gosumdb-off', titled('GOSUMDB=off'), { env: { GOSUMDB: 'off' } }),
    healthy('gonosumdb', titled('GONOSUMDB=google.golang.org,golang.org'), {
      env: { GONOSUMDB: 'google.golang.org,golang.org' },
    }),
    healthy('goprivate', titled('GOPRIVATE=google.golang.org,golang.org GONOPROXY=none'), {
      env: { GOPRIVATE: 'google.golang.org,golang.org', GONOPROXY: 'none' },
    }),
    healthy('goprivate-alone', titled('GOPRIVATE=google.golang.org,golang.org → direct'), {
      env: { GOPRIVATE: 'google.golang.org,golang.org' },
    }),
    healthy('goinsecure', titled('GOINSECURE=google.golang.org'), { env: { GOINSECURE: 'google.golang.org' } }),
    healthy('gonosumcheck', titled('GONOSUMCHECK=1'), { env: { GONOSUMCHECK: '1' } }),
    healthy('default', { en: 'default settings', zh: '默认设置' }, { module: newestHello }),
  ],
  columns: attack,
});
