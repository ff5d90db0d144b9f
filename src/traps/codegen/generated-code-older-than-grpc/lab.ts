import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { helloModule } from '../../../lab/kit/bench.ts';
import { GRPC, gpb, OLD_PROTOBUF } from '../../../lab/kit/catalog.ts';
import type { Environment } from '../../../lab/kit/environment.ts';
import { broken, healthy, type Special, trapLab } from '../../../lab/kit/trap-lab.ts';
import { packageRoot } from '../../../lab/paths.ts';

const trap = 'generated-code-older-than-grpc';

/** Code of a plugin of 2016 in place of what the oldest plugin that can be installed made; it imports the same packages. */
function code(constant: number, grpc: string, more: { go: string; protobuf: string }): Special {
  const module = helloModule(grpc, {
    program: 'greeter',
    go: more.go,
    require: { [GRPC]: grpc, [OLD_PROTOBUF]: more.protobuf },
    plugins: [gpb('v1.2.0')],
    protocLine: ['protoc', '--proto_path=.', '--go_out=plugins=grpc,paths=source_relative:.', 'pb/hello.proto'],
    keepGenerated: true,
  });
  return {
    module,
    plugins: [],
    protocLine: [],
    arrange: async (site) => {
      const file = join(packageRoot(), 'labs', 'greeter-2016', `version${constant}.pb.go`);
      await site.write('src/greeter/pb/hello.pb.go', await readFile(file, 'utf8'));
    },
  };
}

const old = { go: '1.17', protobuf: 'v1.3.5' };
const now = { go: '1.26.0', protobuf: 'v1.5.4' };
const title = (constant: number, grpc: string) => ({
  en: `SupportPackageIsVersion${constant}, grpc ${grpc}`,
  zh: `SupportPackageIsVersion${constant}，grpc ${grpc}`,
});

const fails = (constant: number, grpc: string, more: typeof old): Environment =>
  broken(`${constant}-${grpc}`, trap, title(constant, grpc), code(constant, grpc, more));
const builds = (constant: number, grpc: string, more: typeof old): Environment =>
  healthy(`${constant}-${grpc}`, title(constant, grpc), code(constant, grpc, more));

export default trapLab({
  trap,
  title: { en: 'Generated code of 2016', zh: '2016 年的生成代码' },
  question: {
    en: 'Which of the first three support constants do old and new releases of grpc-go still have?',
    zh: '最早的三个支持常量，新旧各版 grpc-go 里还有哪些？',
  },
  environments: [
    fails(1, 'v1.85.0', now),
    fails(2, 'v1.85.0', now),
    builds(3, 'v1.85.0', now),
    fails(2, 'v1.0.5', old),
    fails(3, 'v1.0.5', old),
    builds(3, 'v1.5.1', old),
  ],
});
