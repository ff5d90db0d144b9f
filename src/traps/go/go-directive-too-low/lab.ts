import { helloModule } from '../../../lab/kit/bench.ts';
import { PGG, PGO, pgg, pgo } from '../../../lab/kit/catalog.ts';
import type { PluginTool } from '../../../lab/kit/tools.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'go-directive-too-low';

/** Generated code that is committed, in a module with this `go` line. */
const committed = (go: string, plugins: readonly PluginTool[]) => ({
  module: helloModule('v1.64.1', { go, plugins, keepGenerated: true }),
  plugins: [],
  protocLine: [],
});
const generics = [pgo('v1.28.1'), PGG];
const stringData = [PGO, pgg('v1.3.0')];

export default trapLab({
  trap,
  title: { en: 'The go line of go.mod is too low for the generated code', zh: 'go.mod 的 go 行对生成的代码来说太低' },
  question: {
    en: 'Which go line does generated code need, whatever toolchain compiles it?',
    zh: '无论用哪个工具链编译，生成的代码需要 go.mod 的 go 行是多少？',
  },
  environments: [
    broken(
      'generics-1.17',
      trap,
      { en: 'protoc-gen-go-grpc 1.6.2, go 1.17', zh: 'protoc-gen-go-grpc 1.6.2,go 1.17' },
      {
        ...committed('1.17', generics),
      },
    ),
    healthy(
      'generics-1.18',
      { en: 'protoc-gen-go-grpc 1.6.2, go 1.18', zh: 'protoc-gen-go-grpc 1.6.2,go 1.18' },
      {
        ...committed('1.18', generics),
      },
    ),
    broken(
      'string-data-1.19',
      trap,
      { en: 'protoc-gen-go 1.36.12, go 1.19', zh: 'protoc-gen-go 1.36.12,go 1.19' },
      {
        ...committed('1.19', stringData),
      },
    ),
    healthy(
      'string-data-1.20',
      { en: 'protoc-gen-go 1.36.12, go 1.20', zh: 'protoc-gen-go 1.36.12,go 1.20' },
      {
        ...committed('1.20', stringData),
      },
    ),
  ],
});
