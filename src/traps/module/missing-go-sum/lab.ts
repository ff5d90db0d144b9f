import { helloModule } from '../../../lab/kit/bench.ts';
import { GPB_LEGACY, GRPC, OLD_PROTOBUF } from '../../../lab/kit/catalog.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';
import { pick } from '../../../lab/labs/article-script/environments.ts';

const trap = 'missing-go-sum';

/** A service whose go.mod is too old to name what grpc-go imports in turn. */
const old = {
  module: helloModule('v1.27.0', {
    go: '1.13',
    require: { [GRPC]: 'v1.27.0', [OLD_PROTOBUF]: GPB_LEGACY.version },
    plugins: [GPB_LEGACY],
    protocLine: ['protoc', '--proto_path=.', '--go_out=plugins=grpc,paths=source_relative:.', 'pb/hello.proto'],
    keepGenerated: true,
  }),
  plugins: [],
  protocLine: [],
} as const;

export default trapLab({
  trap,
  title: { en: 'go.sum is missing', zh: '没有 go.sum' },
  question: { en: 'What does go build say without a go.sum?', zh: '没有 go.sum 时 go build 会说什么？' },
  environments: [
    ...pick('F2', 'A1'),
    broken(
      'behind-a-requirement',
      trap,
      { en: 'go 1.13, no hash of golang.org/x/sys', zh: 'go 1.13，没有 golang.org/x/sys 的校验和' },
      { ...old, arrange: (site) => site.edit('src/hello/go.sum', /golang\.org\/x\/sys [^/\s]+ h1:.*\n/g, '') },
    ),
    healthy('go-1.13', { en: 'go 1.13, all hashes', zh: 'go 1.13，校验和齐全' }, old),
  ],
});
