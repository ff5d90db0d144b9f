import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from '../../../lab/kit/bench.ts';
import { PGG, PGO, PROTOC, pgg, pgo } from '../../../lab/kit/catalog.ts';
import type { BuiltEnvironment } from '../../../lab/kit/environment.ts';
import { mustRun } from '../../../lab/kit/process.ts';
import type { PluginTool } from '../../../lab/kit/tools.ts';
import { healthy, type Special, trapLab } from '../../../lab/kit/trap-lab.ts';

const older: readonly PluginTool[] = [pgo('v1.31.0'), pgg('v1.3.0')];
const newest: readonly PluginTool[] = [PGO, PGG];

/** How many lines of the generated code the choice of the release changes: the files are the same. */
async function columns(built: BuiltEnvironment, bench: Bench): Promise<{ linesThatDiffer: number }> {
  const [before, after] = [await generate(built, bench, older), await generate(built, bench, newest)];
  const lines = new Set(before);
  return { linesThatDiffer: after.filter((line) => !lines.has(line)).length };
}

async function generate(built: BuiltEnvironment, bench: Bench, plugins: readonly PluginTool[]): Promise<string[]> {
  const copy = join(built.root, 'generated');
  await cp(built.projectDir, copy, { recursive: true });
  const flags: string[] = [];
  for (const plugin of plugins) flags.push(`--plugin=${plugin.name}=${(await bench.tools.ensure(plugin)).bin}`);
  const out = [
    '--go_out=.',
    '--go_opt=paths=source_relative',
    '--go-grpc_out=.',
    '--go-grpc_opt=paths=source_relative',
  ];
  const { bin } = await bench.tools.ensure(PROTOC);
  await mustRun([bin, '--proto_path=.', ...flags, ...out, 'pb/hello.proto'], { cwd: copy, env: {}, timeoutMs: 60_000 });
  const files = ['hello.pb.go', 'hello_grpc.pb.go'];
  const texts = await Promise.all(files.map((file) => readFile(join(copy, 'pb', file), 'utf8')));
  await rm(copy, { recursive: true });
  return texts.flatMap((text) => text.split('\n'));
}

const script = (version: (tool: PluginTool) => string): Special => ({
  arrange: (site) => {
    const lines = newest.map((tool) => `go install ${tool.package}@${version(tool)}`);
    return site.write('src/hello/tools.sh', `${lines.join('\n')}\n`);
  },
});

export default trapLab({
  trap: 'plugin-unpinned',
  title: { en: 'Plugins without an exact version', zh: '没有确切版本的插件' },
  question: {
    en: 'How much of the generated code does the release of the plugins decide, and where is it not said?',
    zh: '生成的代码有多少取决于插件的版本？哪里没有写明版本？',
  },
  columns,
  environments: [
    healthy(
      'latest',
      { en: 'the script says @latest', zh: '脚本写 @latest' },
      script(() => 'latest'),
    ),
    healthy(
      'prefix',
      { en: 'the script says @v1', zh: '脚本写 @v1' },
      script(() => 'v1'),
    ),
    healthy(
      'exact',
      { en: 'the script names releases', zh: '脚本写明版本' },
      script(({ version }) => version),
    ),
    healthy(
      'package',
      { en: 'an image takes protobuf-dev from the index', zh: '镜像从软件源安装 protobuf-dev' },
      { arrange: (site) => site.write('src/hello/Dockerfile', 'FROM golang:1.26-alpine\nRUN apk add protobuf-dev\n') },
    ),
  ],
});
