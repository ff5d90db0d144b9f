import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterFix } from '../../../lab/kit/after-fix.ts';
import { outcome } from '../../../lab/kit/environment.ts';
import { run } from '../../../lab/kit/process.ts';
import type { Site } from '../../../lab/kit/site.ts';
import { healthy, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'gobin-unusable';
const goenv = 'home/.config/go/env';
const titled = (text: string) => ({ en: text, zh: text });

/** As `sudo go install` leaves it: nobody but its owner may write there, and the plugins lie elsewhere. */
async function closed(site: Site): Promise<void> {
  await site.write('home/bin/README', '');
  await site.remove('home/bin/README');
  await chmod(site.at('home/bin'), 0o555);
}

// protoc and go build work in all of them: what fails is the installation of the next plugin.
export default trapLab({
  trap,
  title: { en: 'GOBIN that go install cannot use', zh: 'go install 无法使用的 GOBIN' },
  question: {
    en: 'What does go install say to a GOBIN that it cannot use, and what still works?',
    zh: 'GOBIN 无法使用时，go install 会怎么说？什么仍能工作？',
  },
  environments: [
    healthy('relative', titled('GOBIN=bin'), { env: { GOBIN: 'bin' } }),
    healthy('tilde', titled("GOBIN='~/go/bin'"), { env: { GOBIN: '~/go/bin' } }),
    healthy('goenv-relative', titled('go env -w GOBIN=bin'), {
      arrange: (site) => site.write(goenv, 'GOBIN=bin\n'),
    }),
    healthy(
      'file',
      { en: 'GOBIN is a file', zh: 'GOBIN 是一个文件' },
      { env: { GOBIN: '{root}/home/tool' }, arrange: (site) => site.write('home/tool', '') },
    ),
    healthy(
      'denied',
      { en: 'GOBIN may not be written', zh: 'GOBIN 没有写权限' },
      { env: { GOBIN: '{root}/home/bin' }, unprivileged: true, arrange: closed },
    ),
    healthy(
      'not-there-yet',
      { en: 'GOBIN does not exist yet', zh: 'GOBIN 还不存在' },
      { env: { GOBIN: '{root}/home/new/bin' } },
    ),
    healthy('unset', { en: 'no GOBIN', zh: '没有设置 GOBIN' }),
  ],
  columns: async (built) => {
    const cwd = join(built.root, 'tool');
    await mkdir(cwd);
    await writeFile(join(cwd, 'go.mod'), 'module example.com/tool\n\ngo 1.20\n');
    await writeFile(join(cwd, 'main.go'), 'package main\n\nfunc main() {}\n');
    const argv = [...built.prefix, 'go', 'install', '.'];
    const result = await run(argv, { cwd, env: built.env, timeoutMs: 120_000 });
    const { rc, lines } = outcome(built, argv, result, 'last');
    // The name of the temporary folder differs from run to run.
    const install = { rc, lines: lines.map((line) => line.replace(/\S*\/go-build\d+/, '<temporary>')) };
    return built.id.startsWith('goenv-') ? { install, fixed: await afterFix(built, trap) } : { install };
  },
});
