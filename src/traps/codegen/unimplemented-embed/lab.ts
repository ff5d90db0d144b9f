import { afterFix } from '../../../lab/kit/after-fix.ts';
import { PGG, PGO, pgg } from '../../../lab/kit/catalog.ts';
import type { Bilingual } from '../../../lab/kit/environment.ts';
import type { PluginTool } from '../../../lab/kit/tools.ts';
import { broken, healthy, type Special, trapLab, warned } from '../../../lab/kit/trap-lab.ts';

const trap = 'unimplemented-embed';

interface Options {
  readonly plugin?: PluginTool;
  /** In the place of Part, which the generated type has. */
  readonly methods?: string;
  readonly option?: string;
}

const part = `func (s *server) Part(ctx context.Context, in *pb.Name) (*pb.Name, error) {
	return in, nil
}
`;

/** The server with something else in the place of the embedded type; it is built, started and called. */
function server(embedded: string, { plugin = PGG, methods = '', option }: Options = {}): Special {
  return {
    module: {
      program: 'embed',
      go: '1.24',
      require: { 'google.golang.org/grpc': 'v1.65.0' },
      plugins: [PGO, plugin],
      protocLine: [
        'protoc',
        '--proto_path=.',
        '--go_out=paths=source_relative:.',
        `--go-grpc_out=paths=source_relative${option === undefined ? '' : `,${option}`}:.`,
        'pb/hello.proto',
      ],
      keepGenerated: true,
    },
    plugins: [],
    protocLine: [],
    build: ['go', 'run', '.'],
    arrange: async (site) => {
      const body = embedded === '' ? 'name string' : embedded;
      if (body !== value) await site.edit('src/embed/main.go', value, body);
      if (methods !== '') await site.edit('src/embed/main.go', 'func main()', `${methods}\nfunc main()`);
    },
  };
}

const value = 'pb.UnimplementedGreeterServer';
const pointer = '*pb.UnimplementedGreeterServer';
const row = (en: string, zh: string): Bilingual => ({ en, zh });

export default trapLab({
  trap,
  title: row('What a server has inside', '服务端里嵌入了什么'),
  question: row(
    'What do the build and the running program say when the generated type is missing, or is a pointer?',
    '没有嵌入生成的类型，或者以指针嵌入时，编译和运行分别会说什么？',
  ),
  columns: async (built) => ({
    afterFix: await afterFix(built, trap),
  }),
  environments: [
    broken('nothing', trap, row('nothing; one method is missing as well', '什么都没有，还缺一个方法'), server('')),
    broken(
      'nothing-else',
      trap,
      row('nothing; all methods are there', '什么都没有，方法齐全'),
      server('', { methods: part }),
    ),
    healthy('value', row('the type by value', '按值嵌入'), server(value)),
    healthy(
      'unsafe',
      row('the type that asks to be broken', 'Unsafe 类型'),
      server('pb.UnsafeGreeterServer', { methods: part }),
    ),
    broken('pointer', trap, row('a pointer, code of 1.6.2', '指针，1.6.2 生成的代码'), server(pointer)),
    broken(
      'pointer-1.5.1',
      trap,
      row('a pointer, code of 1.5.1', '指针，1.5.1 生成的代码'),
      server(pointer, { plugin: pgg('v1.5.1') }),
    ),
    broken(
      'pointer-all',
      trap,
      row('a pointer, code of 1.6.2, all methods are there', '指针，1.6.2 生成的代码，方法齐全'),
      server(pointer, { methods: part }),
    ),
    warned(
      'pointer-1.4.0',
      row('a pointer, code of 1.4.0', '指针，1.4.0 生成的代码'),
      server(pointer, { plugin: pgg('v1.4.0') }),
    ),
    healthy(
      'pointer-1.4.0-all',
      row('a pointer, code of 1.4.0, all methods are there', '指针，1.4.0 生成的代码，方法齐全'),
      server(pointer, { plugin: pgg('v1.4.0'), methods: part }),
    ),
    healthy(
      'not-asked',
      row(
        'nothing, generated with require_unimplemented_servers=false',
        '什么都没有，生成时使用 require_unimplemented_servers=false',
      ),
      server('', { methods: part, option: 'require_unimplemented_servers=false' }),
    ),
  ],
});
