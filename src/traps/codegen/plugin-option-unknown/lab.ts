import { afterFix } from '../../../lab/kit/after-fix.ts';
import { PGG, pgo } from '../../../lab/kit/catalog.ts';
import { withProtos } from '../../../lab/kit/proto-files.ts';
import { broken, healthy, type Special, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'plugin-option-unknown';
const words = (goOption: string) => [
  '-I',
  '.',
  '--go_out=.',
  `--go_opt=${goOption}`,
  '--go-grpc_out=.',
  '--go-grpc_opt=paths=source_relative',
  'pb/hello.proto',
];
const option = (text: string): Special => withProtos({}, words(text));
export default trapLab({
  trap,
  title: { en: 'Options that a plugin does not know', zh: '插件不认识的选项' },
  question: { en: 'What does a plugin make of an option that it does not know?', zh: '插件遇到不认识的选项会怎样？' },
  environments: [
    broken(
      'mistyped',
      trap,
      { en: 'pathes=source_relative', zh: 'pathes=source_relative' },
      option('pathes=source_relative'),
    ),
    healthy('paths', { en: 'paths=source_relative', zh: 'paths=source_relative' }, option('paths=source_relative')),
    broken(
      'gone',
      trap,
      { en: 'import_path=pb, newest plugin', zh: 'import_path=pb，最新插件' },
      option('paths=source_relative,import_path=pb'),
    ),
    broken(
      'newer',
      trap,
      { en: 'default_api_level, protoc-gen-go 1.34.2', zh: 'default_api_level，protoc-gen-go 1.34.2' },
      { ...option('paths=source_relative,default_api_level=API_OPEN'), plugins: [pgo('v1.34.2'), PGG] },
    ),
    healthy(
      'new-enough',
      { en: 'default_api_level, newest plugin', zh: 'default_api_level，最新插件' },
      option('paths=source_relative,default_api_level=API_OPEN'),
    ),
    broken('value', trap, { en: 'paths=source_relativ', zh: 'paths=source_relativ' }, option('paths=source_relativ')),
    broken(
      'conflict',
      trap,
      { en: 'module= and paths=source_relative', zh: 'module= 与 paths=source_relative 并用' },
      option('paths=source_relative,module=example.com/hello'),
    ),
  ],
  columns: async (built) =>
    ['mistyped', 'value'].includes(built.id)
      ? { fixed: await afterFix({ ...built, generate: ['make', 'proto'] }, trap) }
      : {},
});
