import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { helloModule } from '../../../lab/kit/bench.ts';
import { gpb, PGG, PGO, pgg, pgo } from '../../../lab/kit/catalog.ts';
import type { BuiltEnvironment } from '../../../lab/kit/environment.ts';
import { mustRun } from '../../../lab/kit/process.ts';
import type { PluginTool } from '../../../lab/kit/tools.ts';
import { healthy, type Special, trapLab } from '../../../lab/kit/trap-lab.ts';
import type { Cell } from '../../../lab/lab.ts';

const GENERATE_MS = 60_000;

/** What `git diff` would show after generating: the changed lines of each file, removed and added. */
async function changes(built: BuiltEnvironment): Promise<Record<string, Cell>> {
  const copy = join(built.root, 'compared');
  await cp(built.projectDir, copy, { recursive: true });
  await mustRun(built.generate, { cwd: copy, env: built.env, timeoutMs: GENERATE_MS });
  const changed: Record<string, Cell> = {};
  for (const file of (await readdir(join(copy, 'pb'))).filter((name) => name.endsWith('.go')).sort()) {
    const [before, after] = await Promise.all([built.projectDir, copy].map((dir) => linesOf(join(dir, 'pb', file))));
    const lines = (after ?? []).filter((line, index) => line !== before?.[index]);
    if (lines.length > 0) changed[file] = lines.slice(0, 2).map((line) => line.trim());
  }
  await rm(copy, { recursive: true });
  return { changed: changed as Cell };
}

async function linesOf(file: string): Promise<string[]> {
  return (await readFile(file, 'utf8')).split('\n');
}

/** CI that installs these plugins, generates, and wants the files unchanged. */
const ci = (plugins: readonly PluginTool[]): string => `on: push
jobs:
  generated:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
${plugins.map((plugin) => `      - run: go install ${plugin.package}@${plugin.version}\n`).join('')}      - run: make proto && git diff --exit-code
`;

/** Code of some plugins in the repository, and the newest ones at hand. */
function committed(made: readonly PluginTool[], inJob: readonly PluginTool[]): Special {
  return {
    module: helloModule('v1.85.0', { go: '1.26.0', plugins: made, keepGenerated: true }),
    plugins: inJob,
    arrange: (site) => site.write('src/hello/.github/workflows/ci.yml', ci(inJob)),
  };
}

const old = [pgo('v1.36.3'), pgg('v1.5.1')];
const now = [PGO, PGG];
/** Their output names the release of google.golang.org/protobuf that they are linked with. */
const linked = (version: string) => [gpb(version), PGG];

export default trapLab({
  trap: 'generated-code-drift',
  title: { en: 'Generated files of other releases', zh: '由别的版本生成的文件' },
  question: {
    en: 'What does generating again change where only the plugins are newer?',
    zh: '只有插件变新时，重新生成会改动什么？',
  },
  environments: [
    healthy('job-newer', { en: 'CI has newer plugins than the files', zh: 'CI 的插件比文件新' }, committed(old, now)),
    healthy('job-same', { en: 'CI has the plugins of the files', zh: 'CI 的插件与文件一致' }, committed(now, now)),
    healthy('job-same-old', { en: 'the same with older plugins', zh: '同上，插件较旧' }, committed(old, old)),
    healthy(
      'job-linked-same',
      { en: 'files of golang/protobuf 1.5.2, CI has 1.5.3', zh: '文件来自 golang/protobuf 1.5.2，CI 是 1.5.3' },
      committed(linked('v1.5.2'), linked('v1.5.3')),
    ),
    healthy(
      'job-linked-newer',
      { en: 'files of golang/protobuf 1.5.2, CI has 1.5.4', zh: '文件来自 golang/protobuf 1.5.2，CI 是 1.5.4' },
      committed(linked('v1.5.2'), linked('v1.5.4')),
    ),
  ],
  columns: changes,
});
