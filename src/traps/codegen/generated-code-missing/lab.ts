import { helloModule, protocLine } from '../../../lab/kit/bench.ts';
import { PGG, PGO } from '../../../lab/kit/catalog.ts';
import { broken, healthy, newestHello, type Special, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'generated-code-missing';
const messagesOnly = protocLine('pb/hello.proto', { grpc: false });

/** A repository that commits its code; nothing is generated before the build. */
const committed: Special = {
  module: helloModule('v1.85.0', { go: '1.26.0', keepGenerated: true }),
  plugins: [PGO, PGG],
  protocLine: [],
};

export default trapLab({
  trap,
  title: { en: 'Go code of a .proto file that is not there', zh: '缺少 .proto 文件的 Go 代码' },
  question: {
    en: 'What does go build say where the generated package, or only its service, is missing?',
    zh: '缺少生成的包，或者只缺少其中的服务时，go build 会说什么？',
  },
  environments: [
    broken(
      'package-nobody',
      trap,
      { en: 'the package was never generated, and no script does it', zh: '从未生成过这个包，也没有脚本会生成' },
      { module: newestHello, protocLine: [] },
    ),
    broken(
      'package-no-dot',
      trap,
      { en: 'the same in a module whose path has no dot', zh: '同上，模块路径里没有点' },
      {
        module: newestHello,
        protocLine: [],
        arrange: async (site) => {
          await site.edit('src/hello/go.mod', 'example.com/hello', 'hello');
          await site.edit('src/hello/main.go', 'example.com/hello/pb', 'hello/pb');
          await site.edit('src/hello/pb/hello.proto', 'example.com/hello/pb', 'hello/pb');
        },
      },
    ),
    broken(
      'service-messages-only',
      trap,
      { en: 'the makefile has only --go_out', zh: 'Makefile 里只有 --go_out' },
      {
        ...committed,
        arrange: async (site) => {
          await site.remove('src/hello/pb/hello_grpc.pb.go');
          await site.write('src/hello/Makefile', `proto:\n\t${messagesOnly.join(' ')}\n`);
        },
      },
    ),
    broken(
      'service-forgotten',
      trap,
      { en: 'the makefile makes both, one was not committed', zh: 'Makefile 两者都生成，但有一个没有提交' },
      {
        ...committed,
        arrange: async (site) => {
          await site.remove('src/hello/pb/hello_grpc.pb.go');
          await site.write('src/hello/Makefile', `proto:\n\t${protocLine('pb/hello.proto').join(' ')}\n`);
        },
      },
    ),
    healthy('committed', { en: 'all of it is committed', zh: '全部都已提交' }, committed),
    healthy(
      'generates-first',
      {
        en: 'nothing is committed, the makefile generates before it builds',
        zh: '什么都没提交，Makefile 先生成再编译',
      },
      { module: newestHello },
    ),
  ],
});
