import { afterFix } from '../../../lab/kit/after-fix.ts';
import { GRPC } from '../../../lab/kit/catalog.ts';
import type { Site } from '../../../lab/kit/site.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';
import { addService, bothVersions, inWorkspace } from '../../../lab/kit/workspaces.ts';

const trap = 'workspace-version-skew';

const job = (gowork: string) =>
  `on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    env: { GOWORK: ${gowork} }\n    steps:\n      - uses: actions/checkout@v4\n      - run: go build ./...\n        working-directory: hello\n`;

/** A workspace whose other member has grpc-go v1.85.0, and a job of GitHub Actions. */
const beside = (grpc: string, gowork: string) =>
  inWorkspace(grpc, async (site: Site) => {
    await site.remove('src/b');
    await addService(site, 'b', 'v1.85.0');
    await site.write('src/.github/workflows/ci.yml', job(gowork));
  });

/** What the job does. */
const asJob = ['sh', '-c', 'GOWORK=off go build ./...'] as const;

export default trapLab({
  trap,
  title: { en: 'Another grpc with GOWORK=off', zh: 'GOWORK=off 时换了一个 grpc' },
  question: {
    en: 'Which grpc-go is built in the workspace, and which by a job with GOWORK=off?',
    zh: '在工作区里构建的是哪个 grpc-go，带 GOWORK=off 的任务构建的又是哪个？',
  },
  columns: async (built) => ({
    ...(await bothVersions(built, GRPC)),
    afterFix: built.id === 'breaks-generated-code' ? await afterFix(built, trap, true) : null,
  }),
  article: ['2.5.row-vendor'],
  environments: [
    broken(
      'breaks-generated-code',
      trap,
      {
        en: 'v1.60.1 here, v1.85.0 in the other member, new generated code; built as the job does',
        zh: '这里 v1.60.1，另一个成员 v1.85.0，生成代码较新；按任务的方式构建',
      },
      { ...beside('v1.60.1', "'off'"), checkDir: 'src', build: asJob },
    ),
    healthy(
      'in-the-workspace',
      { en: 'the same, built in the workspace', zh: '同上，在工作区里构建' },
      { ...beside('v1.60.1', "''"), checkDir: 'src' },
    ),
    healthy(
      'compiles-with-both',
      { en: 'v1.84.0 here; built as the job does', zh: '这里 v1.84.0；按任务的方式构建' },
      { ...beside('v1.84.0', "'off'"), checkDir: 'src', build: asJob },
    ),
    healthy(
      'equal',
      { en: 'v1.85.0 in both', zh: '两边都是 v1.85.0' },
      { ...beside('v1.85.0', "'off'"), checkDir: 'src', build: asJob },
    ),
  ],
});
