import { GRPC } from '../../../lab/kit/catalog.ts';
import { type BuiltEnvironment, outcome } from '../../../lab/kit/environment.ts';
import { run } from '../../../lab/kit/process.ts';
import type { Site } from '../../../lab/kit/site.ts';
import { healthy, trapLab } from '../../../lab/kit/trap-lab.ts';
import { addService, inWorkspace } from '../../../lab/kit/workspaces.ts';

const trap = 'vendor-ignored-by-workspace';

/** `go mod vendor` in the service, as somebody did before there was a go.work. */
const vendored = (site: Site) => site.bench.go(['mod', 'vendor'], site.at('src/hello'), { GOWORK: 'off' });

/** The second member is a service on a newer grpc-go. */
async function newerBeside(site: Site): Promise<void> {
  await site.remove('src/b');
  await addService(site, 'b', 'v1.85.0');
}

/** From where the build takes grpc. */
async function columns(built: BuiltEnvironment) {
  const ask = async (GOWORK: string) => {
    const argv = ['go', 'list', '-f', '{{.Dir}}', GRPC];
    const found = await run(argv, { cwd: built.projectDir, env: { ...built.env, GOWORK }, timeoutMs: 60_000 });
    return outcome(built, argv, found, 'first').lines[0] ?? '';
  };
  return { workspace: await ask(''), alone: await ask('off') };
}

export default trapLab({
  trap,
  title: { en: 'A vendor folder below a go.work', zh: 'go.work 之下的 vendor 目录' },
  question: {
    en: 'From where does go build take grpc when a member of the workspace has a vendor folder?',
    zh: '工作区的成员有 vendor 目录时，go build 从哪里取 grpc？',
  },
  columns,
  article: ['2.5.ignored', '2.5.row-replace'],
  environments: [
    healthy(
      'same-version',
      { en: 'the folder of a member, with the version that is built', zh: '成员自己的目录，版本与构建的一致' },
      inWorkspace('v1.85.0', async (site) => void (await vendored(site))),
    ),
    healthy(
      'other-version',
      { en: 'the folder of a member, another member requires more', zh: '成员自己的目录，另一个成员要求更高的版本' },
      inWorkspace('v1.84.0', async (site) => {
        await vendored(site);
        await newerBeside(site);
      }),
    ),
    healthy(
      'replaced',
      { en: 'with a replace of grpc in go.work', zh: 'go.work 里另有对 grpc 的 replace' },
      inWorkspace('v1.85.0', async (site) => {
        await vendored(site);
        await site.edit('src/go.work', /$/, `\nreplace ${GRPC} => ${GRPC} v1.84.0\n`);
      }),
    ),
    healthy(
      'workspace-vendored',
      { en: 'go work vendor made it', zh: '由 go work vendor 生成' },
      inWorkspace('v1.84.0', async (site) => {
        await newerBeside(site);
        await site.bench.go(['work', 'vendor'], site.at('src'));
      }),
    ),
  ],
});
