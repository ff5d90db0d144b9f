import { helloModule } from '../../../lab/kit/bench.ts';
import { gpb, PGO } from '../../../lab/kit/catalog.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'plugins-grpc-flag-removed';
const flagged = [
  'protoc',
  '--proto_path=.',
  '--go_out=plugins=grpc:.',
  '--go_opt=paths=source_relative',
  'pb/hello.proto',
];
const lastWithFlag = { plugins: [gpb('v1.5.4')] };

export default trapLab({
  trap,
  title: { en: '--go_out=plugins=grpc with a plugin that no longer has it', zh: '插件已不支持 --go_out=plugins=grpc' },
  question: { en: 'Which protoc-gen-go still takes plugins=grpc?', zh: '哪些 protoc-gen-go 仍接受 plugins=grpc?' },
  environments: [
    broken(
      'new-plugin',
      trap,
      { en: 'protoc-gen-go 1.36.12', zh: 'protoc-gen-go 1.36.12' },
      {
        plugins: [PGO],
        protocLine: flagged,
      },
    ),
    healthy(
      'old-plugin',
      { en: 'github.com/golang/protobuf 1.5.4', zh: 'github.com/golang/protobuf 1.5.4' },
      {
        module: helloModule('v1.85.0', { go: '1.26.0', protocLine: flagged, ...lastWithFlag }),
        ...lastWithFlag,
      },
    ),
    healthy('two-plugins', { en: '--go_out and --go-grpc_out', zh: '--go_out 加 --go-grpc_out' }),
  ],
});
