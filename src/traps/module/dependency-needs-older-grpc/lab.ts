import type { ModuleSpec } from '../../../lab/kit/bench.ts';
import { GPB_LEGACY, GRPC, OLD_PROTOBUF } from '../../../lab/kit/catalog.ts';
import type { Site } from '../../../lab/kit/site.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'dependency-needs-older-grpc';

/** etcd 3.4.13. Newer patches of 3.4 behave the same, as far as they were measured. */
const ETCD = 'v0.5.0-alpha.5.0.20200910180754-dd1b699fc489';

const client: ModuleSpec = {
  program: 'etcd-client',
  go: '1.20',
  require: { 'go.etcd.io/etcd': ETCD, [GRPC]: 'v1.29.1', [OLD_PROTOBUF]: GPB_LEGACY.version },
  plugins: [GPB_LEGACY],
  protocLine: ['protoc', '--proto_path=.', '--go_out=paths=source_relative:.', 'pb/hello.proto'],
  keepGenerated: true,
};

/** Committed code, and nothing that generates. */
const committed = { module: client, plugins: [], protocLine: [] } as const;

/** What people do: `go mod tidy` cannot be asked, for tests of etcd import a package that is gone. */
const raise = (site: Site) =>
  site.bench.go(['get', `${GRPC}@v1.30.0`], site.at('src/etcd-client')).then(() => undefined);

const holdBack = async (site: Site) => {
  await raise(site);
  await site.bench.go(['mod', 'edit', `-replace=${GRPC}=${GRPC}@v1.29.1`], site.at('src/etcd-client'));
  await site.bench.go(['mod', 'tidy'], site.at('src/etcd-client'));
};

export default trapLab({
  trap,
  title: { en: 'A dependency that needs an older grpc-go', zh: '需要更旧的 grpc-go 的依赖' },
  question: {
    en: 'Which grpc-go does the client of etcd 3.4 still compile with, and does holding grpc-go back help?',
    zh: 'etcd 3.4 的客户端最高能与哪个 grpc-go 一起编译？压低 grpc-go 有用吗？',
  },
  environments: [
    healthy('grpc-1.29', { en: 'etcd 3.4.13, grpc v1.29.1', zh: 'etcd 3.4.13，grpc v1.29.1' }, committed),
    broken(
      'grpc-1.30',
      trap,
      { en: 'etcd 3.4.13, grpc v1.30.0', zh: 'etcd 3.4.13，grpc v1.30.0' },
      { ...committed, arrange: raise },
    ),
    healthy(
      'grpc-1.30-held-back',
      { en: 'grpc v1.30.0 required, replaced by v1.29.1', zh: '依赖 grpc v1.30.0，用 replace 压到 v1.29.1' },
      { ...committed, arrange: holdBack },
    ),
  ],
});
