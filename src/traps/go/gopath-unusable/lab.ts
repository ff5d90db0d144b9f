import { dirname } from 'node:path';
import { afterFix } from '../../../lab/kit/after-fix.ts';
import { helloModule } from '../../../lab/kit/bench.ts';
import { GO, go, pgg, pgo } from '../../../lab/kit/catalog.ts';
import { outcome } from '../../../lab/kit/environment.ts';
import { run } from '../../../lab/kit/process.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'gopath-unusable';
const goenv = 'home/.config/go/env';
const oldPlugins = { plugins: [pgo('v1.28.1'), pgg('v1.1.0')] };
const oldGo = { go: go('1.20.14'), module: helloModule('v1.38.0', { go: '1.17', ...oldPlugins }), ...oldPlugins };
const titled = (text: string) => ({ en: text, zh: text });
const file = (value: string) => ({
  arrange: (site: { write(file: string, text: string): Promise<void> }) => site.write(goenv, `GOPATH=${value}\n`),
});
/** As on a machine where nobody named the module cache. */
const ownCache = (value: string) => ({ env: { GOPATH: value, GOMODCACHE: '' }, build: oneModule });
/** A build says it once for each module that it asks for at the same time. */
const oneModule = ['go', 'mod', 'download', 'google.golang.org/grpc'];

export default trapLab({
  trap,
  title: { en: 'GOPATH that go cannot use', zh: 'go 无法使用的 GOPATH' },
  question: {
    en: 'Which values of GOPATH stop go, and does go env -u still run?',
    zh: 'GOPATH 的哪些取值会让 go 停止工作？go env -u 还能运行吗？',
  },
  environments: [
    broken('relative', trap, titled('GOPATH=go'), { env: { GOPATH: 'go' } }),
    broken('tilde', trap, titled('GOPATH=~/go'), { env: { GOPATH: '~/go' } }),
    broken('old-go', trap, titled('Go 1.20.14, GOPATH=~/go'), { ...oldGo, env: { GOPATH: '~/go' } }),
    broken('variable', trap, titled("GOPATH='$HOME/go'"), { env: { GOPATH: '$HOME/go' } }),
    broken('second-entry', trap, titled('GOPATH=/…/go:work'), { env: { GOPATH: '{root}/home/go:work' } }),
    broken('goenv-tilde', trap, titled('GOPATH=~/go (GOENV)'), file('~/go')),
    broken('goenv-quoted', trap, titled('GOPATH="/opt/go" (GOENV)'), file('"/opt/go"')),
    broken('empty-first', trap, titled('GOPATH=:/…/go'), ownCache(':{root}/home/go')),
    healthy('empty-first-cache-elsewhere', titled('GOPATH=:/…/go, GOMODCACHE'), { env: { GOPATH: ':{root}/home/go' } }),
    healthy('empty-last', titled('GOPATH=/…/go:'), { env: { GOPATH: '{root}/home/go:' } }),
    healthy('same-as-root', titled('GOPATH=$(go env GOROOT)'), {
      arrange: async (site) => {
        site.env.GOPATH = dirname(dirname((await site.bench.tools.ensure(GO)).bin));
      },
    }),
    healthy('unset', { en: 'no GOPATH', zh: '没有设置 GOPATH' }),
  ],
  columns: async (built) => {
    const ask = async (...argv: string[]) =>
      outcome(built, argv, await run(argv, { cwd: built.projectDir, env: built.env, timeoutMs: 60_000 }), 'first');
    const version = { version: { ...(await ask('go', 'version')) } };
    if (!built.id.startsWith('goenv-')) return version;
    return { ...version, unset: { ...(await ask('go', 'env', '-u', 'GOPATH')) }, fixed: await afterFix(built, trap) };
  },
});
