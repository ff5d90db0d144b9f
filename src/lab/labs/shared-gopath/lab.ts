import { cp, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { GRPC, go, PGO } from '../../kit/catalog.ts';
import { mustRun, run } from '../../kit/process.ts';
import { defineLab, isWanted, type LabContext, type Measured, type Row } from '../../lab.ts';

/** One after the other they use the same GOPATH, forwards and then back again. */
const versions = ['1.18.10', '1.20.14', '1.21.13', '1.22.12', '1.26.8'];
const builtAgain = '1.18.10';
const buildMs = 10 * 60_000;

/** What one Go makes of a GOPATH that other versions have used: does it build, is the cache sound, what lies in `pkg`. */
async function measure(context: LabContext, id: string, version: string, project: string): Promise<Row> {
  const { bench, work } = context;
  const gopath = join(work, 'gopath');
  const tool = await bench.tools.ensure(go(version));
  const env = {
    ...(await bench.tools.goEnvironment(tool, join(gopath, 'pkg', 'mod'))),
    GOPATH: gopath,
    // Nothing but what the labs have downloaded before; go.sum vouches for it.
    GOPROXY: `file://${join(bench.folders.modCache, 'cache', 'download')}`,
  };
  const options = { cwd: project, env, timeoutMs: buildMs };
  const built = await run([tool.bin, 'build', '-o', join(work, `program-${version}`), '.'], options);
  const verified = await run([tool.bin, 'mod', 'verify'], options);
  return {
    id,
    go: version,
    build: built.rc === 0 ? 'succeeds' : built.stderr.trim(),
    verify: verified.stdout.trim(),
    archives: await archivesBelow(join(gopath, 'pkg')),
  };
}

/** Compiled packages: files that end in `.a`. */
async function archivesBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && entry.name.endsWith('.a')).length;
}

/** An installed plugin where there is no Go: no PATH, no GOROOT, no environment at all. */
async function pluginAlone({ bench }: LabContext): Promise<Row> {
  const { bin } = await bench.tools.ensure(PGO);
  const { stdout } = await mustRun([bin, '--version'], { cwd: '/', env: {}, timeoutMs: buildMs });
  return { id: 'plugin-alone', go: 'none', runs: stdout.trim() };
}

const title = (column: string, en: string, zh: string) => ({ column, title: { en, zh } });

export default defineLab({
  id: 'shared-gopath',
  title: { en: 'One GOPATH for several versions of Go', zh: '多个 Go 版本共用一个 GOPATH' },
  question: {
    en: 'Do several versions of Go disturb each other in one GOPATH, and do installed programs need the Go that made them?',
    zh: '多个 Go 版本共用一个 GOPATH 会互相影响吗？装好的程序还需要编译它的那个 Go 吗？',
  },
  traps: [],
  article: ['2.1.gopath-meaning', '2.1.hard-coded-goroot', '2.1.shared-gopath', '2.1.row-gopath', '2.1.diagram'],
  rowsOf: {
    '2.1.hard-coded-goroot': ['plugin-alone'],
    '2.1.row-gopath': [...versions, 'again'],
    '2.1.shared-gopath': [...versions, 'again'],
    '2.1.diagram': [...versions, 'again'],
  },
  table: [
    title('go', 'Go', 'Go'),
    title('build', '`go build`', '`go build`'),
    title('verify', '`go mod verify`', '`go mod verify`'),
    title('archives', '`.a` files below GOPATH/pkg', 'GOPATH/pkg 下的 `.a` 文件数'),
    title('runs', 'an installed plugin prints', '已安装的插件输出'),
  ],
  short: ['1.18.10', '1.26.8', 'plugin-alone'],
  async run(context): Promise<Measured> {
    const seed = await context.bench.seed({
      program: 'first-start',
      go: '1.18',
      require: { [GRPC]: 'v1.54.0' },
      plugins: [],
      protocLine: [],
    });
    const project = join(context.work, 'project');
    await cp(seed, project, { recursive: true });
    await mkdir(join(context.work, 'gopath', 'pkg'), { recursive: true });
    const rows: Row[] = [];
    const turns = [...versions.map((version) => [version, version] as const), ['again', builtAgain] as const];
    for (const [id, version] of turns.filter(([name]) => isWanted(this, context, name))) {
      rows.push(await measure(context, id, version, project));
      context.progress(`shared-gopath ${id}`);
    }
    if (isWanted(this, context, 'plugin-alone')) rows.push(await pluginAlone(context));
    return { rows, problems: [] };
  },
});
