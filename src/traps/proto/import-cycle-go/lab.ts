import { afterFix } from '../../../lab/kit/after-fix.ts';
import { askCompilers } from '../../../lab/kit/compilers.ts';
import { byModule, bySource, protoFile, withProtos } from '../../../lab/kit/proto-files.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'import-cycle-go';
const base = 'example.com/hello/';
const one = (pkg: string, go: string) => protoFile(pkg, `${base}${go}`, [], 'message One { string x = 1; }');
const two = (pkg: string, go: string, first: string, type: string) =>
  protoFile(pkg, `${base}${go}`, [first], `message Two { ${type} one = 1; }`);
const three = (pkg: string, go: string, second: string, type: string) =>
  protoFile(pkg, `${base}${go}`, [second], `message Three { ${type} two = 1; }`);

const files = ['p/one.proto', 'p/two.proto', 'p/three.proto'];
const set = (
  oneGo: string,
  threeGo: string,
  packages: readonly [string, string, string] = ['shop.a', 'shop.b', 'shop.a'],
) => ({
  'p/one.proto': one(packages[0], oneGo),
  'p/two.proto': two(packages[1], 'b', 'p/one.proto', `${packages[0]}.One`),
  'p/three.proto': three(packages[2], threeGo, 'p/two.proto', `${packages[1]}.Two`),
});

export default trapLab({
  trap,
  title: {
    en: 'Go packages that import each other, made of files that do not',
    zh: 'Go 包互相导入，而 .proto 文件并不',
  },
  question: {
    en: 'Who notices that the Go packages of .proto files without a circle import each other?',
    zh: '.proto 文件没有循环、Go 包却互相导入时，谁会发现？',
  },
  article: ['3.2.silent', '3.2.row-multi'],
  rowsOf: { '3.2.silent': ['two-packages', 'buf-blind'], '3.2.row-multi': ['two-packages'] },
  environments: [
    broken(
      'two-packages',
      trap,
      {
        en: 'one and three are of a, two is of b and stands between them',
        zh: 'one 和 three 属于 a，夹在中间的 two 属于 b',
      },
      withProtos(set('a', 'a'), byModule(...files)),
    ),
    healthy(
      'three-packages',
      { en: 'the first file has a Go package of its own', zh: '第一个文件有单独的 Go 包' },
      withProtos(set('a/one', 'a'), byModule(...files)),
    ),
    healthy(
      'one-package',
      { en: 'all of them are of b', zh: '全部属于 b' },
      withProtos(set('b', 'b'), byModule(...files)),
    ),
    broken(
      'buf-blind',
      trap,
      { en: 'the same Go packages, three proto packages in a row', zh: 'Go 包同上，三个 proto 包依次导入' },
      withProtos(set('a', 'a', ['shop.x', 'shop.y', 'shop.z']), byModule(...files)),
    ),
    healthy(
      'proto-packages-only',
      { en: 'the proto packages form a circle, the Go packages do not', zh: 'proto 包有循环，Go 包没有' },
      withProtos(set('a', 'c'), byModule(...files)),
    ),
    broken(
      'beside-the-files',
      trap,
      {
        en: 'the code stays beside the .proto files, one folder a package',
        zh: '代码留在 .proto 旁边，一个目录一个包',
      },
      withProtos(
        {
          'a/one.proto': one('shop.a', 'a'),
          'b/two.proto': two('shop.b', 'b', 'a/one.proto', 'shop.a.One'),
          'a/three.proto': three('shop.a', 'a', 'b/two.proto', 'shop.b.Two'),
        },
        bySource('a/one.proto', 'b/two.proto', 'a/three.proto'),
      ),
    ),
  ],
  columns: async (built, bench) => ({
    compilers: await askCompilers(built, bench),
    ...(built.id === 'two-packages' || built.id === 'buf-blind' ? { fixed: await afterFix(built, trap, true) } : {}),
  }),
});
