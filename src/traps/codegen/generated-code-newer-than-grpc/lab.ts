import { helloModule, type ModuleSpec } from '../../../lab/kit/bench.ts';
import { GPB_LEGACY, GRPC, OLD_PROTOBUF, PGO, pgg } from '../../../lab/kit/catalog.ts';
import type { Environment } from '../../../lab/kit/environment.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'generated-code-newer-than-grpc';

/** The generator of each SupportPackageIsVersion constant, the last grpc without it and the first with it. */
const constants = [
  { constant: 6, before: 'v1.26.0', floor: 'v1.27.0', generator: 'protoc-gen-go 1.3.5, plugins=grpc' },
  { constant: 7, before: 'v1.31.1', floor: 'v1.32.0', generator: 'protoc-gen-go-grpc 1.1.0', plugin: 'v1.1.0' },
  { constant: 8, before: 'v1.61.1', floor: 'v1.62.0', generator: 'protoc-gen-go-grpc 1.4.0', plugin: 'v1.4.0' },
  { constant: 9, before: 'v1.63.2', floor: 'v1.64.0', generator: 'protoc-gen-go-grpc 1.6.2', plugin: 'v1.6.2' },
];

/** A repository that commits its generated code; no generator is installed. */
function committed(grpc: string, plugin: string | undefined): { module: ModuleSpec; plugins: []; protocLine: [] } {
  const legacy = {
    require: { [GRPC]: grpc, [OLD_PROTOBUF]: GPB_LEGACY.version },
    plugins: [GPB_LEGACY],
    protocLine: ['protoc', '--proto_path=.', '--go_out=plugins=grpc,paths=source_relative:.', 'pb/hello.proto'],
  };
  const generated = plugin === undefined ? legacy : { plugins: [PGO, pgg(plugin)] };
  return { module: helloModule(grpc, { ...generated, keepGenerated: true }), plugins: [], protocLine: [] };
}

const pair = ({ constant, before, floor, generator, plugin }: (typeof constants)[number]): Environment[] => {
  const title = (grpc: string) => ({ en: `${generator}, grpc ${grpc}`, zh: `${generator},grpc ${grpc}` });
  return [
    broken(`${constant}-before`, trap, title(before), committed(before, plugin)),
    healthy(`${constant}-floor`, title(floor), committed(floor, plugin)),
  ];
};

export default trapLab({
  trap,
  title: { en: 'Generated code needs a newer grpc-go than the module has', zh: '生成的代码需要比模块更新的 grpc-go' },
  question: {
    en: 'Which grpc-go is the first that compiles what each generator emits, and what does the one before it say?',
    zh: '各生成器的代码最早能用哪个 grpc-go 编译？再早一个版本会说什么？',
  },
  article: ['1.intro.client-conn-interface', '1.script.row-coupling'],
  environments: constants.flatMap(pair),
});
