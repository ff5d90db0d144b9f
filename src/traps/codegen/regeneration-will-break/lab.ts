import { helloModule, protocLine } from '../../../lab/kit/bench.ts';
import { GRPC, gpb, OLD_PROTOBUF, PGG, PGO } from '../../../lab/kit/catalog.ts';
import type { Site } from '../../../lab/kit/site.ts';
import { broken, healthy, type Special, trapLab } from '../../../lab/kit/trap-lab.ts';
import { pick } from '../../../lab/labs/article-script/environments.ts';

const trap = 'regeneration-will-break';

/** A server without an embedded type, and the committed code of plugins=grpc that it was written for. */
const plain: Special = {
  module: helloModule('v1.85.0', {
    program: 'plain-server',
    go: '1.26.0',
    require: { [GRPC]: 'v1.85.0', [OLD_PROTOBUF]: 'v1.5.4' },
    plugins: [gpb('v1.5.4')],
    protocLine: ['protoc', '--proto_path=.', '--go_out=plugins=grpc,paths=source_relative:.', 'pb/hello.proto'],
    keepGenerated: true,
  }),
  protocLine: protocLine('pb/hello.proto'),
};

/** CI that installs these plugins, generates and builds: what it forecasts is an error, and not only a warning. */
const jobs = `on: push
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: go install ${PGO.package}@${PGO.version}
      - run: go install ${PGG.package}@${PGG.version}
      - run: make build
`;

const withJobs = async (site: Site): Promise<void> => {
  await site.write('src/plain-server/.github/workflows/ci.yml', jobs);
  await site.edit('src/plain-server/Makefile', 'build: proto\n', 'build:\n\t$(MAKE) proto\n');
};

export default trapLab({
  trap,
  title: {
    en: 'The plugin at hand emits code that does not compile in this module',
    zh: '现有插件生成的代码在这个模块里编译不过',
  },
  question: {
    en: 'Which plugin versions emit code that does not compile with the grpc of the module, or with the servers that are there?',
    zh: '哪些插件版本生成的代码，用该模块的 grpc 或现有的服务端编译不过？',
  },
  environments: [
    ...pick('B4', 'B5', 'B8', 'E1', 'B1', 'B2', 'B3'),
    broken(
      'server-plain',
      trap,
      { en: 'the server embeds nothing, CI has the newest plugins', zh: '服务端什么都没有嵌入，CI 使用最新插件' },
      { ...plain, arrange: withJobs },
    ),
    healthy(
      'server-embeds',
      { en: 'the same, and the server embeds the type', zh: '同上，但服务端嵌入了该类型' },
      {
        ...plain,
        arrange: async (site) => {
          await withJobs(site);
          await site.edit('src/plain-server/main.go', 'struct{}', 'struct{ pb.UnimplementedGreeterServer }');
        },
      },
    ),
    healthy(
      'server-opts-out',
      {
        en: 'the same, with require_unimplemented_servers=false',
        zh: '同上，加上 require_unimplemented_servers=false',
      },
      {
        ...plain,
        arrange: withJobs,
        protocLine: [...protocLine('pb/hello.proto'), '--go-grpc_opt=require_unimplemented_servers=false'],
      },
    ),
  ],
});
