import { join } from 'node:path';
import { helloModule, type ModuleSpec } from '../../../lab/kit/bench.ts';
import { GPB_LEGACY, GRPC, OLD_PROTOBUF } from '../../../lab/kit/catalog.ts';
import { type BuiltEnvironment, outcome } from '../../../lab/kit/environment.ts';
import { run } from '../../../lab/kit/process.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'vendor-ignored-by-go-line';
const MS = 120_000;

/** A service of 2019: old plugin, committed code, vendor folder. */
function vendored(go: string, grpc = 'v1.27.0'): ModuleSpec {
  return helloModule(grpc, {
    go,
    require: { [GRPC]: grpc, [OLD_PROTOBUF]: GPB_LEGACY.version },
    plugins: [GPB_LEGACY],
    protocLine: ['protoc', '--proto_path=.', '--go_out=plugins=grpc,paths=source_relative:.', 'pb/hello.proto'],
    keepGenerated: true,
    vendor: true,
  });
}

const with113 = { module: vendored('1.13'), plugins: [], protocLine: [] } as const;

/** Where the sources come from, and what a build says on a machine with nothing but the checkout. */
async function columns(built: BuiltEnvironment) {
  const ask = (argv: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    run(argv, { cwd: built.projectDir, env: { ...built.env, ...env }, timeoutMs: MS });
  const found = await ask(['go', 'list', '-f', '{{.Dir}}', GRPC]);
  const alone = await ask(built.build, { GOMODCACHE: join(built.root, 'nothing'), GOPROXY: 'off', GOFLAGS: '' });
  const { rc, lines } = outcome(built, built.build, alone, 'first');
  return {
    sources: { ...outcome(built, ['go'], found, 'first') },
    // Which module is asked for first is a matter of chance.
    checkoutAlone: { rc, lines: lines.map((line) => line.replace(/^go: \S+@\S+:/, 'go: <module>:')) },
  };
}

export default trapLab({
  trap,
  title: { en: 'A vendor folder that the go line switches off', zh: '被 go 行关掉的 vendor 目录' },
  question: {
    en: 'Does go build use a vendor folder when the go line is below 1.14, and what happens when the line is raised?',
    zh: 'go 行低于 1.14 时 go build 会使用 vendor 目录吗？提高 go 行后会怎样？',
  },
  columns,
  article: ['2.5.diagram'],
  environments: [
    healthy('go-1.13', { en: 'go 1.13, the folder fits go.mod', zh: 'go 1.13，目录与 go.mod 一致' }, with113),
    healthy(
      'go-1.13-asked',
      { en: 'go 1.13, the Makefile asks for the folder', zh: 'go 1.13，Makefile 要求使用该目录' },
      {
        ...with113,
        build: ['go', 'build', '-mod=vendor', './...'],
        arrange: (site) => site.write('src/hello/Makefile', 'build:\n\tgo build -mod=vendor ./...\n'),
      },
    ),
    broken(
      'go-1.13-other-version',
      trap,
      { en: 'go 1.13, another grpc in the folder, -mod=vendor', zh: 'go 1.13，目录中的 grpc 版本不同，-mod=vendor' },
      {
        ...with113,
        build: ['go', 'build', '-mod=vendor', './...'],
        arrange: (site) => site.takeFrom(vendored('1.13', 'v1.28.0'), 'go.mod', 'go.sum'),
      },
    ),
    broken(
      'raised-alone',
      'vendor-inconsistent',
      { en: 'the go line raised to 1.14, and nothing else', zh: '只把 go 行提高到 1.14' },
      { ...with113, arrange: (site) => site.edit('src/hello/go.mod', 'go 1.13', 'go 1.14') },
    ),
    healthy(
      'raised-and-vendored',
      { en: 'raised, and go mod vendor run again', zh: '提高后重新执行 go mod vendor' },
      { ...with113, module: vendored('1.14') },
    ),
  ],
});
