import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from '../../../lab/bench.ts';
import { GRPC } from '../../../lab/catalog.ts';
import { type BuiltEnvironment, outcome } from '../../../lab/environment.ts';
import { healthy, newestHello, trapLab } from '../../../lab/kit.ts';
import type { Cell } from '../../../lab/lab.ts';
import { packModule, serveModules } from '../../../lab/module-proxy.ts';
import { mustRun, run } from '../../../lab/process.ts';

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
  await using proxy = await serveModules([changed], join(bench.folders.modCache, 'cache', 'download'));
  // Without any protection switched off and without go.sum, go asks the checksum database of the world: not from a lab.
  const isProtected = !('GOSUMDB' in built.env || 'GONOSUMDB' in built.env || 'GOPRIVATE' in built.env);
  return {
    withGoSum: await runAttacked(built, proxy.url, true),
    withoutGoSum: isProtected ? null : await runAttacked(built, proxy.url, false),
  };
}

async function runAttacked(built: BuiltEnvironment, proxy: string, keepSum: boolean): Promise<Cell> {
  const folder = join(built.root, 'attacked');
  const cwd = join(folder, 'hello');
  const modCache = join(built.root, 'attacked-cache');
  await cp(join(built.root, 'src'), folder, { recursive: true });
  if (!keepSum) await rm(join(cwd, 'go.sum'));
  await mustRun(built.generate, { cwd, env: built.env, timeoutMs: RUN_MS });
  const env = { ...built.env, GOPROXY: proxy, GOMODCACHE: modCache, GOFLAGS: '-modcacherw' };
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
    healthy('default', { en: 'default settings', zh: '默认设置' }, { module: newestHello }),
  ],
  columns: attack,
});
