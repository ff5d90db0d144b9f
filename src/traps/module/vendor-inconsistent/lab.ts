import { afterFix } from '../../../lab/kit/after-fix.ts';
import { helloModule } from '../../../lab/kit/bench.ts';
import type { Site } from '../../../lab/kit/site.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';
import { committedHello, inWorkspace } from '../../../lab/kit/workspaces.ts';
import { pick } from '../../../lab/labs/article-script/environments.ts';

const trap = 'vendor-inconsistent';

const vendored = (site: Site) => site.bench.go(['work', 'vendor'], site.at('src'));
const replaced = 'replace google.golang.org/protobuf => google.golang.org/protobuf v1.36.11\n';

/** The folder as `go work vendor` wrote it, then one more requirement. */
async function stale(site: Site): Promise<void> {
  await vendored(site);
  await site.edit('src/b/go.mod', 'go 1.26.0\n', 'go 1.26.0\n\nrequire golang.org/x/sync v0.1.0\n');
}

async function replacedSince(site: Site): Promise<void> {
  await vendored(site);
  await site.edit('src/go.work', /$/, `\n${replaced}`);
}

/** Where the fix is tried out. */
const mended: ReadonlySet<string> = new Set(['module-stale', 'workspace-stale', 'workspace-replaced']);

export default trapLab({
  trap,
  title: { en: 'The vendor folder does not match go.mod or go.work', zh: 'vendor 目录与 go.mod 或 go.work 不一致' },
  question: {
    en: 'What does go build say about a vendor folder that is stale, or wanted and not there?',
    zh: 'vendor 目录陈旧或缺失时，go build 会说什么？',
  },
  columns: async (built) => ({ afterFix: mended.has(built.id) ? await afterFix(built, trap, true) : null }),
  environments: [
    ...pick('A12', 'C2', 'C1'),
    broken(
      'module-stale',
      trap,
      { en: 'C2 with its generated code committed', zh: '同 C2，但生成代码已提交' },
      {
        module: helloModule('v1.84.0', { go: '1.26.0', vendor: true, keepGenerated: true }),
        ...{ plugins: [], protocLine: [] },
        arrange: (site) => site.takeFrom(committedHello('v1.85.0'), 'go.mod', 'go.sum'),
      },
    ),
    broken(
      'workspace-stale',
      trap,
      { en: 'a member requires more than go work vendor wrote', zh: '成员的依赖比 go work vendor 写下的多' },
      inWorkspace('v1.85.0', stale),
    ),
    broken(
      'workspace-replaced',
      trap,
      { en: 'go.work replaces a module since', zh: '之后 go.work 替换了一个模块' },
      inWorkspace('v1.85.0', replacedSince),
    ),
    broken(
      'workspace-no-folder',
      trap,
      {
        en: 'GOFLAGS=-mod=vendor in a workspace without the folder',
        zh: '工作区没有 vendor 目录，却设了 GOFLAGS=-mod=vendor',
      },
      { ...inWorkspace('v1.85.0'), env: { GOFLAGS: '-mod=vendor' } },
    ),
    healthy(
      'workspace-vendored',
      { en: 'the folder fits the workspace', zh: 'vendor 目录与工作区一致' },
      inWorkspace('v1.85.0', async (site) => void (await vendored(site))),
    ),
  ],
});
